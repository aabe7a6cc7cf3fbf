// The rows and cells of <w:tbl>.
#pragma once

#include <vector>

#include "read/xml.h"

namespace guanlan::docx {

struct TableCellNode {
  pugi::xml_node node;
  int columns = 1;
  bool continues = false;  // merged with the cell above
};
struct TableRowNode {
  std::vector<TableCellNode> cells;
  int before = 0;       // columns left free at its beginning
  bool header = false;  // repeated on every page
};

// Rows that were not deleted, in order; structure around rows and cells is looked through.
[[nodiscard]] std::vector<TableRowNode> table_rows(const pugi::xml_node& table);
// One column or one row: text set in a frame.
[[nodiscard]] bool is_frame(const std::vector<TableRowNode>& rows);

}  // namespace guanlan::docx
