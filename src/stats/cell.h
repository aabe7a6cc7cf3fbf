// Numbers as cells of tables print them, good and bad.
//
//   1234.5 · 1,234.5 · 1 234,5 · １２３ · -2.9% · 8.0% · ↑1 · ↓2 · 第3位 · 1.2万 · 增长3.2% · 39.3①
//   - · … · 暂无 · / · (empty)                      no value
//   12,5 · 1.234,5 · 约3 · 见注 · 2020/8             refused: not a number, or one of two
#pragma once

#include <string>
#include <string_view>

namespace guanlan::stats {

enum class CellKind : std::uint8_t { number, no_value, ambiguous, text };

struct CellValue {
  CellKind kind = CellKind::text;
  double value = 0;
  int decimals = 0;    // digits printed behind the point
  std::string unit;    // printed in the cell: %, 位, 万; empty: none
  bool moved = false;  // ↑1: places gained or lost
};
[[nodiscard]] CellValue read_cell(std::string_view text);

// Folded, without blanks at its ends and footnote marks (①, *, [1], 注1) behind it.
[[nodiscard]] std::string clean_cell(std::string_view text);

}  // namespace guanlan::stats
