// Rankings (排名): the order, the numbers and the arrows of a ranked table.
//
//   rank.number   1 2 3 5 6: a rank is missing; 1 2 2 3: one is there twice
//   rank.order    ranked by a column that does not descend
//   rank.arrows   ↑1 and ↓2 that put two rows on one place before
#include <cmath>
#include <map>

#include "check/families.h"
#include "check/table_view.h"

namespace guanlan::checking {
namespace {

using Column = std::size_t;

std::optional<int> rank_of(const TableView& v, std::size_t row) {
  const auto& n = v.number(row, static_cast<Column>(v.rank));
  if (!n || n->decimals > 0 || n->value < 1 || n->value > 100000) return {};
  return static_cast<int>(n->value);
}

void numbers(Desk& desk, const TableView& v) {
  std::optional<int> before;
  for (std::size_t row = 0; row < v.table->rows.size(); ++row) {
    if (static_cast<int>(row) == v.total) continue;
    const auto rank = rank_of(v, row);
    if (!rank) return;
    if (before && *rank != *before + 1 && *rank != *before) {
      desk.report({"rank.number",
                   in_raw(v.cell(row, static_cast<Column>(v.rank)).raw),
                   {{"before", std::to_string(*before)}, {"rank", std::to_string(*rank)}}});
      return;  // what follows is off for the same reason
    }
    if (before && *rank == *before) {  // a tie is none where the values differ
      for (Column c = 0; c < v.kinds.size(); ++c) {
        if (v.kinds[c] != ColumnKind::value || row == 0) continue;
        const auto &a = v.number(row - 1, c), &b = v.number(row, c);
        if (!a || !b || a->value == b->value) continue;
        desk.report({"rank.number",
                     in_raw(v.cell(row, static_cast<Column>(v.rank)).raw),
                     {{"before", std::to_string(*before)}, {"rank", std::to_string(*rank)}}});
        return;
      }
    }
    before = rank;
  }
}

// The column by which the rows are ranked: nine in ten of its neighbours descend.
int ranked_column(const TableView& v) {
  for (Column c = 0; c < v.kinds.size(); ++c) {
    if (v.kinds[c] != ColumnKind::value && v.kinds[c] != ColumnKind::share) continue;
    std::size_t pairs = 0, falling = 0;
    for (std::size_t row = 1; row < v.table->rows.size(); ++row) {
      const auto &a = v.number(row - 1, c), &b = v.number(row, c);
      if (!a || !b) continue;
      ++pairs;
      falling += a->value >= b->value;
    }
    if (pairs >= 4 && (pairs - falling) * 4 <= pairs) return static_cast<int>(c);
  }
  return -1;
}

void order(Desk& desk, const TableView& v) {
  const std::string& header = v.table->columns[static_cast<Column>(v.rank)].text;
  if (header.find("序") != std::string::npos) return;  // 序号 counts, it does not rank
  const int found = ranked_column(v);
  if (found < 0) return;
  const auto c = static_cast<Column>(found);
  for (std::size_t row = 1; row < v.table->rows.size(); ++row) {
    const auto &a = v.number(row - 1, c), &b = v.number(row, c);
    if (!a || !b || a->value >= b->value) continue;
    if (static_cast<int>(row) == v.total || static_cast<int>(row) - 1 == v.total) continue;
    desk.report({"rank.order",
                 in_raw(v.cell(row, c).raw),
                 {{"above", v.cell(row - 1, c).text}, {"below", v.cell(row, c).text}},
                 {},
                 {in_raw(v.cell(row - 1, c).raw)}});
  }
}

// ↑2, ↓1, -, 持平: how many places up; nothing for 新进 and what cannot be read.
std::optional<int> shift_of(std::string_view cell) {
  const bool up = cell.starts_with("↑") || cell.starts_with("上升");
  const bool down = cell.starts_with("↓") || cell.starts_with("下降");
  if (cell == "-" || cell == "—" || cell == "持平" || cell == "0" || cell == "→") return 0;
  if (!up && !down) return {};
  const std::size_t digits = cell.find_first_of("0123456789");
  if (digits == std::string_view::npos) return {};
  const auto n =
      cell_number(cell.substr(digits, cell.find_first_not_of("0123456789", digits) - digits));
  if (!n || n->value > 1000) return {};
  return static_cast<int>(up ? n->value : -n->value);
}

void arrows(Desk& desk, const TableView& v, Column column) {
  std::map<int, std::size_t> places;  // of the period before → row
  for (std::size_t row = 0; row < v.table->rows.size(); ++row) {
    if (!v.has(row, column)) continue;
    const auto rank = rank_of(v, row);
    const auto shift = shift_of(v.cell(row, column).text);
    if (!rank || !shift) continue;
    const int place = *rank + *shift;
    const auto [it, fresh] = places.emplace(place, row);
    if (fresh && place >= 1) continue;
    const std::size_t other = it->second;
    desk.report({"rank.arrows",
                 in_raw(v.cell(row, column).raw),
                 {{"place", std::to_string(place)},
                  {"row", std::to_string(*rank)},
                  {"other", std::to_string(rank_of(v, other).value_or(0))}},
                 {},
                 {in_raw(v.cell(other, column).raw)}});
  }
}

}  // namespace

void check_rankings(Desk& desk) {
  for (const TableView& v : desk.tables()) {
    if (v.rank < 0) continue;
    numbers(desk, v);
    order(desk, v);
    for (Column c = 0; c < v.kinds.size(); ++c) {
      if (v.kinds[c] == ColumnKind::shift) arrows(desk, v, c);
    }
  }
}

}  // namespace guanlan::checking
