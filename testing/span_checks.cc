#include "testing/span_checks.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "text/fold.h"
#include "text/utf8.h"
#include "text/utf8_check.h"

namespace guanlan::testing {
namespace {

using Json = nlohmann::ordered_json;

// Without blanks, line ends and invisible characters; widths folded.
std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto next = utf8::decode(text, at);
    at += next.size;
    if (next.cp == '\n' || utf8::is_blank(next.cp) || utf8::is_invisible(next.cp)) continue;
    utf8::append(out, fold(next.cp));
  }
  return out;
}

// The letters, digits and Chinese characters, small ones: identifiers are written in one form.
std::string core(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto next = utf8::decode(text, at);
    at += next.size;
    char32_t cp = fold(next.cp);
    if (cp >= 'A' && cp <= 'Z') cp += 'a' - 'A';
    if (utf8::is_han(cp) || utf8::is_digit(cp) || utf8::is_latin(cp)) utf8::append(out, cp);
  }
  return out;
}

// Whether `words` is what remains of the lines when some of them, whole, are left out.
class Remainder {
 public:
  Remainder(std::vector<std::string> lines, std::string words)
      : lines_(std::move(lines)), words_(std::move(words)) {}

  bool holds(std::size_t line = 0, std::size_t at = 0) {
    if (line == lines_.size()) return at == words_.size();
    if (!seen_.insert({line, at}).second) return false;
    const std::string& next = lines_[line];
    if (words_.compare(at, next.size(), next) == 0 && holds(line + 1, at + next.size()))
      return true;
    return line > 0 && line + 1 < lines_.size() && holds(line + 1, at);
  }

 private:
  std::vector<std::string> lines_;
  std::string words_;
  std::set<std::pair<std::size_t, std::size_t>> seen_;
};

bool same_words(std::string_view raw, std::string_view words) {
  if (!utf8::is_valid(raw)) return false;  // cut in the middle of a character
  const std::string wanted = bare(words);
  if (bare(raw) == wanted) return true;
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= raw.size();) {
    const std::size_t end = std::min(raw.find('\n', at), raw.size());
    lines.push_back(bare(raw.substr(at, end - at)));
    at = end + 1;
  }
  return lines.size() > 2 && Remainder(std::move(lines), wanted).holds();
}

class Checker {
 public:
  explicit Checker(const Document& document) : d_(document) {}

  void value(const std::string& what, const Json& words, const Json& span,
             bool identifier = false) {
    if (!words.is_string() || !span.is_object()) {
      return note(what, "has no words or no span");
    }
    const auto begin = span.value("begin", std::uint32_t{0});
    const auto end = span.value("end", std::uint32_t{0});
    const std::string& raw = d_.source.raw;
    if (begin >= end || end > raw.size()) return note(what, "is out of bounds: " + span.dump());
    const std::string_view slice = std::string_view(raw).substr(begin, end - begin);
    const std::string value = words.get<std::string>();
    if (!same_words(slice, value) && !(identifier && core(slice) == core(value)) &&
        !shares_its_place(value, begin, end)) {
      note(what, "「" + words.get<std::string>().substr(0, 120) + "」 stands at 「" +
                     std::string(slice.substr(0, 120)) + "」");
    }
    if (span.value("page", 0) != page_of(begin)) note(what, "has the wrong page: " + span.dump());
  }

  void list(const std::string& what, const Json& values, const Json& spans,
            bool identifiers = false) {
    if (values.size() != spans.size()) return note(what, "has not one span a value");
    for (std::size_t i = 0; i < values.size(); ++i) {
      value(what + "[" + std::to_string(i) + "]", values[i], spans[i], identifiers);
    }
  }

  void objects(const std::string& what, const Json& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      value(what + "[" + std::to_string(i) + "]", values[i]["text"], values[i]["span"]);
    }
  }

  void record(const Json& r) {
    const std::string n = "item " + r["n"].dump() + " ";
    const Json& spans = r["spans"];
    if (!r["title"].get<std::string>().empty()) value(n + "title", r["title"], spans["title"]);
    if (!r["body"].get<std::string>().empty()) value(n + "body", r["body"], r["span"]);
    for (const char* field : {"path", "sources", "apps", "orgs"}) {
      list(n + field, r[field], spans[field]);
    }
    for (const char* field : {"standards", "doc_numbers", "cve"}) {
      list(n + field, r[field], spans[field], true);
    }
    if (r["deadlines"].size() != spans["deadlines"].size()) note(n + "deadlines", "lack spans");
    if (!r["event_date"].is_null())
      value(n + "event_date", r["event_date"]["text"], r["event_date"]["span"]);
    for (const char* field : {"dates", "authorities", "regions", "instruments", "citations",
                              "figures", "enumerations", "sanctions"}) {
      objects(n + field, r[field]);
    }
    for (const Json& part : r["parts"]) {
      if (part["title"] != "") value(n + "part", part["title"], part["title_span"]);
    }
  }

  void cell(const std::string& what, const TableCell& cell) {
    if (cell.text.empty()) return;
    if (cell.raw.begin >= cell.raw.end || cell.raw.end > d_.source.raw.size()) {
      return note(what, "「" + cell.text + "」 is out of bounds");
    }
    const std::string_view slice = cell.raw.of(d_.source.raw);
    if (!same_words(slice, cell.text))
      note(what, "「" + cell.text + "」 stands at 「" + std::string(slice) + "」");
  }

  std::vector<std::string> problems;

 private:
  // 河南联通 of 河南移动、联通: an operator's own words stand there, the place that it shares a
  // little before.
  [[nodiscard]] bool shares_its_place(std::string_view value, std::uint32_t begin,
                                      std::uint32_t end) const {
    constexpr std::uint32_t kCarrier = 6, kReach = 120;  // bytes
    if (value.size() <= kCarrier || value.size() > 3 * kCarrier) return false;
    const std::string_view raw = d_.source.raw, place = value.substr(0, value.size() - kCarrier);
    const std::uint32_t from = begin - std::min(begin, kReach);
    return bare(raw.substr(begin, end - begin)).starts_with(value.substr(place.size())) &&
           bare(raw.substr(from, begin - from)).find(place) != std::string::npos;
  }

  void note(const std::string& what, const std::string& problem) {
    problems.push_back(what + " " + problem);
  }

  int page_of(std::uint32_t raw) const {
    const auto& lines = d_.source.lines;
    const auto after = std::partition_point(lines.begin(), lines.end(),
                                            [&](const Line& l) { return l.span.begin <= raw; });
    return after == lines.begin() ? 1 : std::prev(after)->page;
  }

  const Document& d_;
};

}  // namespace

std::vector<std::string> span_problems(const Document& document) {
  Checker checker(document);
  for (const Json& record : records(document)) checker.record(record);
  for (const Table& table : document.layout.tables) {
    for (const TableCell& cell : table.columns) checker.cell("table column", cell);
    for (const auto& row : table.rows) {
      for (const TableCell& cell : row) checker.cell("table cell", cell);
    }
  }
  return checker.problems;
}

}  // namespace guanlan::testing
