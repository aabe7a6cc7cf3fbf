// Comma-separated rows (RFC 4180) with a head, by the names of their columns.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/result.h"

namespace guanlan::compose {

struct CsvRow {
  int line = 0;                     // in the file, from 1
  std::vector<std::string> values;  // in the order of the wanted columns
};
// invalid: a wanted column is missing, a row is short, a quote is not closed.
[[nodiscard]] Result<std::vector<CsvRow>> csv_rows(std::string_view csv, std::string_view path,
                                                   std::initializer_list<std::string_view> columns);

}  // namespace guanlan::compose
