// One worksheet as a grid.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/cell_grid.h"
#include "read/xml.h"

namespace guanlan::xlsx {

struct Workbook {
  std::vector<std::string> strings;  // shared strings
  std::vector<std::string> formats;  // number format codes by cell style; empty: General
  bool since_1904 = false;
};

// Shared strings and inline strings: runs joined, phonetic hints left out.
[[nodiscard]] std::string rich_text(const pugi::xml_node& node);
[[nodiscard]] std::vector<std::string> read_strings(const pugi::xml_node& root);
[[nodiscard]] std::vector<std::string> read_formats(const pugi::xml_node& root);

struct Sheet {
  CellGrid grid;
  std::vector<std::string> warnings;
};
// Rows and columns that are hidden are left out; runs of empty ones are shortened to one.
// unsupported: more cells than a table can have.
[[nodiscard]] Result<Sheet> read_sheet(const pugi::xml_node& root, std::string_view name,
                                       const Workbook& workbook);

}  // namespace guanlan::xlsx
