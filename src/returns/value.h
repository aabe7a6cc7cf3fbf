// A cell against its column: what it holds, or what is wrong with it.
#pragma once

#include <optional>
#include <string>

#include "guanlan/returns.h"
#include "returns/workbook.h"

namespace guanlan::returning {

struct Value {
  std::optional<double> number;  // of numbers, percentages (as printed) and dates (serial)
  std::string text;              // of text, codes and choices
  bool empty = false;
  const char* rule = nullptr;  // what is wrong; null: nothing
  const char* message = nullptr;
};
[[nodiscard]] Value read_value(const Cell& cell, const ReturnColumn& column, bool since_1904);

}  // namespace guanlan::returning
