// A filled workbook, read straight from its XML: no tree, no text, one row at a time. What this
// does not know (prefixed elements, other parts) it refuses; the reader of documents takes longer
// and knows more.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/result.h"

namespace guanlan::returning {

enum class CellKind : std::uint8_t { empty, number, text, error, no_result };

struct Cell {
  CellKind kind = CellKind::empty;
  std::string_view text;  // decoded; of numbers as they stand. Valid until the next row
};

struct Row {
  std::uint32_t number = 0;  // from 1
  std::vector<Cell> cells;   // from column A
};

struct MergedRange {
  std::uint32_t first_row = 0, last_row = 0;
  std::string range;  // A3:B4
};

class Workbook {
 public:
  // `bytes` outlives the workbook.
  [[nodiscard]] static Result<Workbook> open(std::string_view bytes);

  [[nodiscard]] const std::string& sheet() const { return sheet_; }  // its first visible one
  [[nodiscard]] std::size_t sheets() const { return sheets_; }
  [[nodiscard]] bool since_1904() const { return since_1904_; }
  [[nodiscard]] const std::vector<MergedRange>& merged() const { return merged_; }

  // In order; damaged where the XML breaks off. `f` returns false to stop.
  [[nodiscard]] Result<void> each_row(const std::function<bool(const Row&)>& f) const;

 private:
  std::string sheet_, xml_;
  std::vector<std::string> strings_;
  std::vector<MergedRange> merged_;
  std::size_t sheets_ = 0;
  bool since_1904_ = false;
};

// C7 from 7 and 3 (columns from 1).
[[nodiscard]] std::string cell_name(std::uint32_t row, std::size_t column);

}  // namespace guanlan::returning
