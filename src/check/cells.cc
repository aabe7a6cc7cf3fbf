// Cells (单元格) as they are set: a unit that a header owes, words and numbers that were cut off.
//
//   table.unit   收入（亿元） | 流量 11185.5: in which unit?
//   table.cut    河南省（郑州 | 1,234, | an empty cell in a column that is full
#include <algorithm>

#include "check/families.h"
#include "check/table_view.h"
#include "text/utf8.h"

namespace guanlan::checking {
namespace {

// 单位：万户 in the caption or above is the unit of every column.
bool caption_has_unit(const TableView& v) {
  return holds(v.table->title, "单位") || !header_unit(v.table->title).empty();
}

// Whether a column prints fractions: what is counted in pieces needs no unit.
bool has_fractions(const TableView& v, std::size_t column) {
  std::size_t fractions = 0, numbers = 0;
  for (std::size_t row = 0; row < v.table->rows.size(); ++row) {
    if (const auto& n = v.number(row, column)) ++numbers, fractions += n->decimals > 0;
  }
  return numbers >= 2 && fractions * 2 > numbers;
}

void units(Desk& desk, const TableView& v) {
  if (caption_has_unit(v)) return;
  std::string_view sister;  // a value column of this table that names its unit
  for (std::size_t c = 0; c < v.kinds.size() && sister.empty(); ++c) {
    if (v.kinds[c] != ColumnKind::value) continue;
    if (!header_unit(v.table->columns[c].text).empty()) sister = v.table->columns[c].text;
  }
  if (sister.empty()) return;
  for (std::size_t c = 0; c < v.kinds.size(); ++c) {
    const TableCell& header = v.table->columns[c];
    if (v.kinds[c] != ColumnKind::value || header.text.empty() || header.raw.empty()) continue;
    if (!header_unit(header.text).empty() || !has_fractions(v, c)) continue;
    desk.report({"table.unit", in_raw(header.raw), {{"sister", std::string(sister)}}});
  }
}

// A bracket or book mark that the cell opens and does not close.
bool opens_only(std::string_view cell) {
  static constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"（", "）"}, {"(", ")"}, {"《", "》"}, {"“", "”"}, {"〔", "〕"}};
  for (const auto& [open, close] : kPairs) {
    if (holds(cell, open) && !holds(cell, close)) return true;
  }
  return false;
}
// 1,234, or 12. – digits and a mark that leads to more of them.
bool breaks_off(std::string_view cell) {
  if (cell.size() < 2 || (cell.back() != '.' && cell.back() != ',')) return false;
  cell.remove_suffix(1);
  return cell_number(cell).has_value();
}

void report_cut(Desk& desk, Span raw, std::string_view what, std::string_view what_en) {
  desk.report(
      {"table.cut", in_raw(raw), {{"what", std::string(what)}, {"what_en", std::string(what_en)}}});
}

void cuts(Desk& desk, const TableView& v) {
  for (const auto& row : v.table->rows) {
    for (const TableCell& cell : row) {
      if (cell.raw.empty()) continue;
      if (opens_only(cell.text)) {
        report_cut(desk, cell.raw, "括号、书名号或引号只有前一半",
                   "a bracket or mark that does not close");
      } else if (breaks_off(cell.text)) {
        report_cut(desk, cell.raw, "数字末尾是小数点或分节号",
                   "a number that ends in a point or comma");
      }
    }
  }
}

// The rows of a ranked table that lack the value which all others have.
void gaps(Desk& desk, const TableView& v) {
  constexpr std::size_t kRows = 5;
  if (!v.ranks() || v.name < 0 || v.table->rows.size() < kRows) return;
  const auto name = static_cast<std::size_t>(v.name);
  for (std::size_t c = 0; c < v.kinds.size(); ++c) {
    if (v.kinds[c] != ColumnKind::value) continue;
    std::size_t lacking = 0, which = 0;
    for (std::size_t row = 0; row < v.table->rows.size(); ++row) {
      const bool empty = !v.has(row, c) || v.cell(row, c).text.empty();
      if (empty) ++lacking, which = row;
    }
    if (lacking != 1 || !v.has(which, name) || v.cell(which, name).raw.empty()) continue;
    report_cut(desk, v.cell(which, name).raw,
               "这一行缺“" + std::string(header_name(v.table->columns[c].text)) + "”",
               "the row lacks " + std::string(header_name(v.table->columns[c].text)));
  }
}

}  // namespace

void check_cells(Desk& desk) {
  for (const TableView& v : desk.tables()) {
    units(desk, v);
    cuts(desk, v);
    gaps(desk, v);
  }
}

}  // namespace guanlan::checking
