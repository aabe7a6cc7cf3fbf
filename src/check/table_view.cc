#include "check/table_view.h"

#include <algorithm>
#include <cmath>

#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan::checking {
namespace {

bool holds_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return holds(text, word); });
}

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    at += d.size;
    const char32_t cp = fold(d.cp);
    if (utf8::is_blank(cp) || cp == '\n' || cp == ',') continue;
    utf8::append(out, cp == U'−' || cp == U'–' ? U'-' : cp);
  }
  return out;
}

ColumnKind kind_of(const TableView& v, std::size_t column, std::string_view header) {
  if (holds_any(header, {"较上", "变化", "升降"}) && holds_any(header, {"名", "位"})) {
    return ColumnKind::shift;
  }
  if (holds_any(header, {"排名", "名次", "位次", "序号"})) return ColumnKind::rank;
  std::size_t numbers = 0, filled = 0, percents = 0;
  for (std::size_t row = 0; row < v.table->rows.size(); ++row) {
    if (!v.has(row, column) || v.cell(row, column).text.empty()) continue;
    ++filled;
    if (const auto& n = v.number(row, column)) ++numbers, percents += n->percent;
  }
  if (numbers == 0 || numbers * 3 < filled * 2) return ColumnKind::text;
  if (holds_any(header, {"占", "比重", "份额"})) return ColumnKind::share;
  if (holds_any(header, {"同比", "环比", "增", "率", "涨", "幅", "比上", "较上"})) {
    return ColumnKind::rate;
  }
  return percents * 2 > numbers ? ColumnKind::rate : ColumnKind::value;
}

bool is_total(std::string_view label) {
  return label == "全国" || label == "全省" || label == "总数" ||
         holds_any(label, {"合计", "总计", "共计", "总和"});
}

}  // namespace

std::optional<CellNumber> cell_number(std::string_view cell) {
  const std::string text = folded(cell);
  CellNumber out;
  std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::size_t first = at;
  double scale = 1;
  for (bool point = false; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '.' && !point && at > first) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      out.value = out.value * 10 + (c - '0');
      out.decimals += point;
    } else {
      break;
    }
  }
  if (at == first || text[at - 1] == '.' || at - first > 18) return {};
  std::string_view rest = std::string_view(text).substr(at);
  if (rest.starts_with("万"))
    scale = 1e4, rest.remove_prefix(3);
  else if (rest.starts_with("亿"))
    scale = 1e8, rest.remove_prefix(3);
  if (rest == "%") out.percent = true, rest = {};
  if (!rest.empty()) return {};
  const double last = scale * std::pow(10.0, -out.decimals);
  out.value *= last;
  if (text[0] == '-') out.value = -out.value;
  out.half = out.decimals > 0 || out.percent || scale > 1 ? last / 2 : 0;
  return out;
}

const std::optional<CellNumber>& TableView::number(std::size_t row, std::size_t column) const {
  static const std::optional<CellNumber> kNone;
  return column < numbers[row].size() ? numbers[row][column] : kNone;
}

bool TableView::ranks() const {
  return rank >= 0 && !holds(table->columns[static_cast<std::size_t>(rank)].text, "序号");
}

TableView view(const Table& table) {
  TableView v;
  v.table = &table;
  v.subtotal.resize(table.rows.size());
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    auto& numbers = v.numbers.emplace_back();
    for (const TableCell& cell : table.rows[row]) numbers.push_back(cell_number(cell.text));
  }
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    v.kinds.push_back(kind_of(v, column, folded(table.columns[column].text)));
    const int here = static_cast<int>(column);
    if (v.kinds.back() == ColumnKind::rank && v.rank < 0) v.rank = here;
    if (v.kinds.back() == ColumnKind::text && v.name < 0) v.name = here;
  }
  if (v.name >= 0) v.kinds[static_cast<std::size_t>(v.name)] = ColumnKind::name;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto name = static_cast<std::size_t>(std::max(v.name, 0));
    if (!v.has(row, name)) continue;
    const std::string label = folded(v.cell(row, name).text);
    v.subtotal[row] = holds_any(label, {"小计", "其中", "#"});
    const bool edge = row == 0 || row + 1 == table.rows.size();
    if (edge && v.total < 0 && is_total(label)) v.total = static_cast<int>(row);
  }
  return v;
}

std::string_view header_unit(std::string_view header) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"},
                                    std::pair<std::string_view, std::string_view>{"(", ")"}}) {
    const std::size_t from = header.rfind(open);
    const std::size_t to = from == std::string_view::npos ? from : header.find(close, from);
    if (to != std::string_view::npos) {
      return header.substr(from + open.size(), to - from - open.size());
    }
  }
  return {};
}

std::string_view header_name(std::string_view header) {
  header = header.substr(0, std::min(header.find("（"), header.find('(')));
  while (header.ends_with(' ') || header.ends_with('\n')) header.remove_suffix(1);
  return header;
}

}  // namespace guanlan::checking
