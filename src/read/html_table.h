// HTML tables: which hold data, and what stands in their cells.
#pragma once

#include <string>

#include "read/cell_grid.h"
#include "read/html_style.h"
#include "read/html_tree.h"

namespace guanlan::html {

// False for tables that only arrange a page: nested ones' outer table, a single row or column,
// cells that hold whole articles.
[[nodiscard]] bool is_data_table(const GumboNode& table);

struct TableText {
  CellGrid grid;
  std::string caption;
  std::size_t links = 0;  // characters inside links
};
[[nodiscard]] TableText table_text(const GumboNode& table, const HiddenNames& hidden);

}  // namespace guanlan::html
