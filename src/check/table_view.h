// A table as a proofreader reads it: which column ranks, which names, which counts, which are
// shares, rates and changes of rank, and where the totals stand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/interval.h"
#include "guanlan/layout.h"

namespace guanlan::checking {

struct CellNumber {
  double value = 0;
  double half = 0;  // half of the last digit printed; 0 for whole numbers
  int decimals = 0;
  bool percent = false;

  [[nodiscard]] Interval interval() const { return {value - half, value + half}; }
};
// -2.9%, 1,204.5, 3.2万: the whole cell is one number. Not: -, ↑1, www.360.cn.
[[nodiscard]] std::optional<CellNumber> cell_number(std::string_view cell);

[[nodiscard]] inline bool holds(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

enum class ColumnKind : std::uint8_t { text, rank, name, value, share, rate, shift };

struct TableView {
  const Table* table = nullptr;
  std::vector<ColumnKind> kinds;                                // one a column
  int rank = -1, name = -1;                                     // columns; -1: none
  int total = -1;                                               // row: 合计, 总计; -1: none
  std::vector<bool> subtotal;                                   // one a row: 小计, 其中
  std::vector<std::vector<std::optional<CellNumber>>> numbers;  // [row][column]

  [[nodiscard]] const TableCell& cell(std::size_t row, std::size_t column) const {
    return table->rows[row][column];
  }
  // Whether `rank` is a place among others (排名), not a mere number (序号).
  [[nodiscard]] bool ranks() const;
  [[nodiscard]] bool has(std::size_t row, std::size_t column) const {
    return column < table->rows[row].size();
  }
  [[nodiscard]] const std::optional<CellNumber>& number(std::size_t row, std::size_t column) const;
};

[[nodiscard]] TableView view(const Table& table);

// 1-7月收入(亿元) → 亿元; empty where the header names none.
[[nodiscard]] std::string_view header_unit(std::string_view header);
// The header without its unit and blanks.
[[nodiscard]] std::string_view header_name(std::string_view header);

}  // namespace guanlan::checking
