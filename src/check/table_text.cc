// Tables against the text about them (表文核对).
//
//   table.figure   互联网业务收入50.7亿元 in the text, 60.3 (亿元) in the row 互联网业务收入合计
//   table.period   1-8月 in the text, 1-7月 in the header
//   table.names    前5位分别是…映像网 in the text, 映象网 in the table
#include <algorithm>
#include <cmath>

#include "check/families.h"
#include "check/table_view.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

using Column = std::size_t;

// 亿元 → 1e8 and 元.
struct Unit {
  double scale = 1;
  std::string_view name;
};
Unit unit_of(std::string_view header) {
  Unit out{1, header_unit(header)};
  constexpr std::pair<std::string_view, double> kScales[] = {
      {"百万", 1e6}, {"千万", 1e7}, {"万亿", 1e12}, {"亿", 1e8}, {"万", 1e4}, {"千", 1e3}};
  for (const auto& [word, scale] : kScales) {
    if (!out.name.starts_with(word)) continue;
    out.name.remove_prefix(word.size());
    out.scale = scale;
    break;
  }
  return out;
}

// 互联网业务收入合计 → 互联网业务收入.
std::string_view subject(std::string_view row_label) {
  for (const std::string_view tail : {"合计", "总计", "小计", "总额"}) {
    if (row_label.ends_with(tail)) row_label.remove_suffix(tail.size());
  }
  return row_label;
}

// 1-7月, 1—7月: the months of a period; the text as printed.
std::string period_in(std::string_view text) {
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (!utf8::is_digit(static_cast<unsigned char>(text[at]))) continue;
    if (at > 0 && (utf8::is_digit(static_cast<unsigned char>(text[at - 1])) || text[at - 1] == '-'))
      continue;
    std::size_t first = at;
    while (first < text.size() && utf8::is_digit(static_cast<unsigned char>(text[first]))) ++first;
    constexpr std::string_view kMarks[] = {"-", "—", "–", "~", "至", "月-", "月至"};
    const std::uint32_t mark = around::starts_any(text, static_cast<std::uint32_t>(first), kMarks);
    if (mark == 0 || first - at > 2) continue;
    std::size_t last = first + mark;
    const std::size_t from = last;
    while (last < text.size() && utf8::is_digit(static_cast<unsigned char>(text[last]))) ++last;
    if (last == from || last - from > 2) continue;
    if (!around::starts(text, static_cast<std::uint32_t>(last), "月")) continue;
    return std::string(text.substr(at, first - at)) + "-" +
           std::string(text.substr(from, last - from)) + "月";
  }
  return {};
}

// 1-8月 and 1-7月 are sums of one year: what they count differs, but the longer is not the less.
struct Sums {
  bool differ = false;      // the text and the column speak of different months
  bool comparable = false;  // both from one month on
  bool text_longer = false;
};
Sums sums_of(std::string_view said, std::string_view printed) {
  if (said.empty() || printed.empty() || said == printed) return {};
  const auto cut = [](std::string_view months) {
    const auto dash = months.find('-');
    return std::pair{months.substr(0, dash), months.substr(dash + 1)};
  };
  const auto [from, to] = cut(said);
  const auto [printed_from, printed_to] = cut(printed);
  const bool longer =
      to.size() != printed_to.size() ? to.size() > printed_to.size() : to > printed_to;
  return {true, from == printed_from, longer};
}

// A figure of the text that names what a row counts.
class Figures {
 public:
  Figures(Desk& desk, const Section& section, const TableView& v)
      : desk_(desk),
        section_(section),
        v_(v),
        said_(period_in(section.passage.body.of(desk.text()))) {}

  void run() {
    if (v_.name < 0) return;
    constexpr std::size_t kName = 12;   // four characters name a thing of one's own
    constexpr std::size_t kRows = 200;  // a longer table is a list, not what a text speaks of
    for (std::size_t row = 0; row < std::min(v_.table->rows.size(), kRows); ++row) {
      if (!v_.has(row, static_cast<Column>(v_.name))) continue;
      const std::string_view name = subject(v_.cell(row, static_cast<Column>(v_.name)).text);
      if (name.size() < kName) continue;
      for (std::size_t i = 0; i < section_.amounts.size(); ++i) {
        const Amount& a = section_.amounts[i];
        if (a.percent() || !a.exact || a.kind != Kind::total) continue;
        if (label(desk_.text(), a).ends_with(name)) against(row, i);
      }
    }
  }

 private:
  void against(std::size_t row, std::size_t i) {
    const Amount& a = section_.amounts[i];
    Sums sums;  // of the last column of values: a rate is behind what it is of
    bool wrong = false;
    for (Column c = 0; c < v_.kinds.size(); ++c) {
      const auto& n = v_.number(row, c);
      if (!n) continue;
      const Unit unit = unit_of(v_.table->columns[c].text);
      if (v_.kinds[c] == ColumnKind::value && unit.name == a.unit) {
        sums = sums_of(said_, period_in(v_.table->columns[c].text));
        const Interval cell{(n->value - n->half) * unit.scale, (n->value + n->half) * unit.scale};
        wrong = contradict(interval(a), cell, sums);
        if (wrong) report(a, row, c);
      }
      // Of other months the growth may differ too, unless the sums say that they are not of other
      // months.
      if (v_.kinds[c] == ColumnKind::rate && (wrong || !sums.differ))
        rate(i, row, c, n->value, n->half);
    }
  }
  static bool contradict(const Interval& text, const Interval& cell, const Sums& sums) {
    if (text.meets(cell)) return false;
    if (!sums.differ) return true;
    return sums.comparable && (sums.text_longer ? text.high < cell.low : cell.high < text.low);
  }
  // 同比 behind the figure, in its sentence, against the column 同比.
  void rate(std::size_t i, std::size_t row, Column c, double value, double half) {
    if (i + 1 >= section_.amounts.size()) return;
    const Amount& r = section_.amounts[i + 1];
    if (r.kind != Kind::rate || !r.exact || r.sentence != section_.amounts[i].sentence) return;
    const std::string_view header = v_.table->columns[c].text;
    const std::string_view lead = r.lead.of(desk_.text());
    const bool same = (holds(header, "同比") && holds(lead, "同比")) ||
                      (holds(header, "环比") && holds(lead, "环比"));
    if (!same) return;
    const double said = r.falls ? -r.value : r.value;
    if (std::abs(said - value) > half + r.half + 1e-9) report(r, row, c);
  }
  void report(const Amount& a, std::size_t row, Column c) {
    const TableCell& cell = v_.cell(row, c);
    desk_.report({"table.figure",
                  in_clean({a.lead.begin, a.span.end}),
                  {{"figure", desk_.printed(a.span)},
                   {"row", v_.cell(row, static_cast<Column>(v_.name)).text},
                   {"column", v_.table->columns[c].text},
                   {"cell", cell.text}},
                  {},
                  {in_raw(cell.raw)}});
  }

  Desk& desk_;
  const Section& section_;
  const TableView& v_;
  const std::string said_;  // 1-8月
};

void period(Desk& desk, const Section& section, const TableView& v) {
  const std::string said = period_in(section.passage.body.of(desk.text()));
  if (said.empty()) return;
  for (const TableCell& header : v.table->columns) {
    const std::string printed = period_in(header.text);
    if (printed.empty() || printed == said) continue;
    desk.report({"table.period", in_raw(header.raw), {{"table", printed}, {"said", said}}, {}});
  }
}

// The names behind 分别是 or 依次为, up to the sentence's end.
std::vector<Span> listed_names(std::string_view text, Span sentence) {
  std::vector<Span> out;
  constexpr std::string_view kCues[] = {"分别是", "分别为", "依次是", "依次为"};
  std::size_t begin = std::string_view::npos;
  for (const std::string_view cue : kCues) {
    const std::size_t at = sentence.of(text).find(cue);
    if (at != std::string_view::npos) begin = std::min(begin, sentence.begin + at + cue.size());
  }
  if (begin == std::string_view::npos) return out;
  std::uint32_t from = static_cast<std::uint32_t>(begin);
  for (std::uint32_t at = from; at < sentence.end;) {
    const auto d = utf8::decode(text, at);
    const bool stop = d.cp == U'。' || d.cp == ';' || d.cp == ',' || d.cp == '\n';
    const bool comma = d.cp == U'、' || d.cp == U'和';
    if (stop || comma) {
      out.push_back({from, at});
      from = at + d.size;
    }
    if (stop) return out;
    at += d.size;
  }
  return out;
}

// Names of the text against the first rows: at least half agree, so that the list is of this table.
void names(Desk& desk, const Section& section, const TableView& v) {
  if (v.rank < 0 || v.name < 0) return;
  for (const Span sentence : section.passage.sentences) {
    const std::vector<Span> said = listed_names(desk.text(), sentence);
    if (said.size() < 3 || said.size() > v.table->rows.size()) continue;
    std::vector<std::size_t> wrong;
    for (std::size_t i = 0; i < said.size(); ++i) {
      const auto column = static_cast<Column>(v.name);
      if (!v.has(i, column) || said[i].of(desk.text()) != v.cell(i, column).text)
        wrong.push_back(i);
    }
    if (wrong.size() * 2 >= said.size()) continue;
    for (const std::size_t i : wrong) {
      const TableCell& cell = v.cell(i, static_cast<Column>(v.name));
      desk.report({"table.names",
                   in_clean(said[i]),
                   {{"rank", std::to_string(i + 1)}, {"cell", cell.text}},
                   {},
                   {in_raw(cell.raw)}});
    }
  }
}

}  // namespace

void check_table_text(Desk& desk) {
  for (const Section& section : desk.sections()) {
    if (section.item < 0) continue;
    const Item& item = desk.document().issue.items[static_cast<std::size_t>(section.item)];
    for (const std::int32_t index : item.tables) {
      if (index < 0 || static_cast<std::size_t>(index) >= desk.tables().size()) continue;
      const TableView& v = desk.tables()[static_cast<std::size_t>(index)];
      Figures(desk, section, v).run();
      period(desk, section, v);
      names(desk, section, v);
    }
  }
}

}  // namespace guanlan::checking
