// Announced and there (宣布的数目): cases, rows of a table, names behind a colon.
//
//   count.cases   公布3起典型案例 … 案例一 … 案例二
//   count.rows    通报4款应用, and a table of apps with three rows
//   count.names   二等奖3名：王五、赵六。
// Lists within sentences are count.list (counts.cc).
#include <algorithm>
#include <set>

#include "check/cues.h"
#include "check/families.h"
#include "extract/around.h"
#include "text/numeral.h"

namespace guanlan::checking {
namespace {

void report(Desk& desk, std::string_view rule, Span number, std::size_t listed,
            std::vector<Place> others) {
  desk.report(
      {rule, in_clean(number), {{"listed", std::to_string(listed)}}, {}, std::move(others)});
}

// The 案例一, 案例2 at the beginnings of lines, by their numbers.
std::set<int> cases_of(std::string_view text, Span body) {
  constexpr std::string_view kCase = "案例";
  std::set<int> out;
  for (std::size_t at = body.begin; at < body.end;) {
    const std::size_t end = std::min<std::size_t>(text.find('\n', at), body.end);
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (!line.starts_with(kCase)) continue;
    const std::size_t stop = line.find_first_not_of("0123456789", kCase.size());
    std::string_view number = line.substr(kCase.size(), std::min(stop, line.size()) - kCase.size());
    if (number.empty()) number = line.substr(kCase.size(), utf8::decode(line, kCase.size()).size);
    if (const auto value = numeral_value(number)) out.insert(static_cast<int>(*value));
  }
  return out;
}

void cases(Desk& desk, const Section& section) {
  const Passage& p = section.passage;
  const std::set<int> listed = cases_of(p.text, p.body);
  if (listed.size() < 2 || *listed.rbegin() != static_cast<int>(listed.size())) return;
  constexpr std::string_view kUnits[] = {"起", "个", "例", "件", "宗"};
  for (const Numeral& n : p.numerals) {
    const std::uint32_t unit = around::starts_any(p.text, n.span.end, kUnits);
    if (unit == 0 || around::starts_any(p.text, n.span.end + unit, cues(Cue::cases)) == 0) continue;
    if (n.approx != Approx::none || n.value == static_cast<double>(listed.size())) continue;
    report(desk, "count.cases", {n.span.begin, n.span.end + unit}, listed.size(), {});
    return;
  }
}

// Whether a column of that header holds what is counted by the unit.
bool counted_by(std::string_view header, std::string_view unit) {
  if (unit != "款" && unit != "家") return false;
  const auto& words = cues(unit == "款" ? Cue::app_column : Cue::body_column);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return header.find(word) != std::string_view::npos;
  });
}

// The title's count against the one table below it whose rows are numbered.
void rows(Desk& desk, const Section& section) {
  const Item& item = desk.document().issue.items[static_cast<std::size_t>(section.item)];
  if (item.tables.size() != 1) return;
  const TableView& v = desk.tables()[static_cast<std::size_t>(item.tables.front())];
  if (v.rank < 0) return;
  std::size_t numbered = 0;
  for (std::size_t row = 0; row < v.table->rows.size(); ++row) {
    numbered += v.number(row, static_cast<std::size_t>(v.rank)).has_value();
  }
  if (numbered < 2 || numbered != v.table->rows.size()) return;
  const auto& counts = section.head_amounts;
  if (counts.size() != 1 || !counts.front().exact ||
      counts.front().value == static_cast<double>(numbered))
    return;
  const auto& columns = v.table->columns;
  const bool same = std::any_of(columns.begin(), columns.end(), [&](const TableCell& header) {
    return counted_by(header.text, counts.front().unit);
  });
  if (same)
    report(desk, "count.rows", counts.front().span, numbered, {in_raw(columns.front().raw)});
}

// 王五、赵六 up to the end of the clause; 0: it is no list of names.
std::size_t names_in(std::string_view list) {
  constexpr std::size_t kLongest = 60;  // bytes of a name
  if (list.find("等") != std::string_view::npos ||
      list.find_first_of("0123456789:,(") != std::string_view::npos)
    return 0;
  std::size_t names = 0;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find("、"), list.size());
    if (end == 0 || end > kLongest) return 0;
    ++names;
    list.remove_prefix(std::min(end + std::string_view("、").size(), list.size()));
  }
  return names;
}

void names(Desk& desk, const Section& section) {
  constexpr std::string_view kPeople[] = {"名", "人", "位", "家"};
  const std::string_view text = desk.text();
  for (const Amount& a : section.amounts) {
    const bool people =
        std::find(std::begin(kPeople), std::end(kPeople), a.unit) != std::end(kPeople);
    if (!people || !a.exact || a.span.end >= text.size() || text[a.span.end] != ':') continue;
    const std::uint32_t begin = a.span.end + 1;
    const std::size_t end =
        std::min({text.find("。", begin), text.find(';', begin), text.find('\n', begin),
                  std::size_t{section.passage.body.end}});
    if (end <= begin) continue;
    const std::size_t listed = names_in(text.substr(begin, end - begin));
    if (listed < 2 || a.value == static_cast<double>(listed)) continue;
    report(desk, "count.names", a.span, listed,
           {in_clean({begin, static_cast<std::uint32_t>(end)})});
  }
}

}  // namespace

void check_announced(Desk& desk) {
  for (const Section& section : desk.sections()) {
    names(desk, section);
    if (section.item < 0) continue;
    cases(desk, section);
    rows(desk, section);
  }
}

}  // namespace guanlan::checking
