// Runs check over a text written in a test.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "guanlan/check.h"
#include "guanlan/observations.h"
#include "guanlan/search.h"
#include "guanlan/store.h"
#include "testing/scratch.h"

namespace guanlan::testing {

inline Document document_of(std::string_view text, std::string_view name = "示例.txt") {
  auto sources = read_bytes(text, name);
  return sources && !sources->empty() ? process(std::move(sources->front()), Lexicon::builtin())
                                      : Document{};
}

// An example as a document: one of one line is the body of a notice; lines that begin with | are
// rows of a table (| 排名 | 网站 |), and the document is then a web page.
inline std::string row_of(std::string_view line) {
  std::string out = "<tr>";
  for (std::size_t at = 1, bar; (bar = line.find('|', at)) != std::string_view::npos;
       at = bar + 1) {
    std::string_view cell = line.substr(at, bar - at);
    while (cell.starts_with(' ')) cell.remove_prefix(1);
    while (cell.ends_with(' ')) cell.remove_suffix(1);
    out += "<td>" + std::string(cell) + "</td>";
  }
  return out + "</tr>\n";
}
inline std::string notice(std::string_view example) {
  while (example.ends_with('\n')) example.remove_suffix(1);
  if (example.find("\n|") == std::string_view::npos) {
    const bool bare = example.find('\n') == std::string_view::npos;
    return (bare ? "示例局发布示例通报\n\n" : "") + std::string(example) + "\n";
  }
  std::string out = "<!DOCTYPE html><html><body>\n";
  bool title = true, table = false;
  while (!example.empty()) {
    const std::string_view line = example.substr(0, example.find('\n'));
    example.remove_prefix(std::min(line.size() + 1, example.size()));
    const bool row = line.starts_with('|');
    if (row != table) out += row ? "<table>\n" : "</table>\n";
    table = row;
    if (row) {
      out += row_of(line);
    } else if (!line.empty()) {
      out += (title ? "<h1>" : "<p>") + std::string(line) + (title ? "</h1>\n" : "</p>\n");
      title = false;
    }
  }
  return out + (table ? "</table>" : "") + "</body></html>\n";
}

// What an example is held against; empty: nothing.
struct Holdings {
  std::string_view law;      // law texts in Markdown, one under another, that the library holds
  std::string_view earlier;  // an earlier issue that the store holds
};

// Each text of several begins with its title: # 示例条例.
inline void write_laws(const Scratch& scratch, std::string_view laws) {
  for (int n = 1; !laws.empty(); ++n) {
    const std::size_t end = std::min(laws.find("\n# ", 1), laws.size() - 1) + 1;
    (void)scratch.write("laws/" + std::to_string(n) + ".md", laws.substr(0, end));
    laws.remove_prefix(end);
  }
}

inline Report checked(std::string_view text, const Holdings& holdings = {},
                      const CheckConfig* config = nullptr) {
  const Document document = document_of(notice(text));
  const Scratch scratch;
  CheckOptions options{.config = config};
  std::optional<LawLibrary> library;
  if (!holdings.law.empty()) {
    write_laws(scratch, holdings.law);
    auto opened = LawLibrary::open(scratch / "laws.db");
    if (!opened || !opened->import(scratch / "laws")) return {};
    options.laws = &library.emplace(std::move(*opened));
  }
  std::optional<ObservationStore> observations;
  std::unique_ptr<Search> archive;
  if (!holdings.earlier.empty()) {
    const auto file = scratch / "store.db";
    auto store = open_store(file);
    auto reading = take_in(notice(holdings.earlier), "往期.html", Lexicon::builtin());
    if (!store || !reading || !(*store)->put(*reading)) return {};
    auto figures = ObservationStore::open(file);
    auto search = open_search(file);
    if (!figures || !figures->catch_up(**store) || !search) return {};
    options.observations = &observations.emplace(std::move(*figures));
    archive = std::move(*search);
    options.archive = archive.get();
  }
  return check(document, options);
}

inline bool has(const Report& report, std::string_view rule) {
  return std::any_of(report.findings.begin(), report.findings.end(),
                     [rule](const Finding& f) { return f.rule == rule; });
}

}  // namespace guanlan::testing
