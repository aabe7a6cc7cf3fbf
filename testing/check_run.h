// Runs check over a text written in a test.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "guanlan/check.h"
#include "testing/scratch.h"

namespace guanlan::testing {

inline Document document_of(std::string_view text, std::string_view name = "示例.txt") {
  auto sources = read_bytes(text, name);
  return sources && !sources->empty() ? process(std::move(sources->front()), Lexicon::builtin())
                                      : Document{};
}

// An example of one line is the body of a notice.
inline std::string notice(std::string_view example) {
  while (example.ends_with('\n')) example.remove_suffix(1);
  const bool bare = example.find('\n') == std::string_view::npos;
  return (bare ? "示例局发布示例通报\n\n" : "") + std::string(example) + "\n";
}

// `law`: a law text in Markdown that the library holds; empty: no library.
inline Report checked(std::string_view text, std::string_view law = {},
                      const CheckConfig* config = nullptr) {
  const Document document = document_of(notice(text));
  if (law.empty()) return check(document, {config, nullptr});
  const Scratch scratch;
  (void)scratch.write("laws/law.md", law);
  auto library = LawLibrary::open(scratch / "laws.db");
  if (!library || !library->import(scratch / "laws")) return {};
  return check(document, {config, &*library});
}

inline bool has(const Report& report, std::string_view rule) {
  return std::any_of(report.findings.begin(), report.findings.end(),
                     [rule](const Finding& f) { return f.rule == rule; });
}

}  // namespace guanlan::testing
