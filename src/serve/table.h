// Tables to take away: CSV and XLSX. A text stays a text: neither of them runs it as a formula.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "guanlan/result.h"

namespace guanlan::serve {

using Cell = std::variant<std::string, double>;

struct Table {
  std::vector<std::string> head;
  std::vector<std::vector<Cell>> rows;
};

// One cell of CSV (RFC 4180). What a spreadsheet would run as a formula gets an apostrophe.
[[nodiscard]] std::string csv_cell(std::string text);
[[nodiscard]] std::string csv_of(const Table& table);  // with a byte order mark, as Excel wants it
// io: there is no room for it.
[[nodiscard]] Result<std::string> xlsx_of(const Table& table);

}  // namespace guanlan::serve
