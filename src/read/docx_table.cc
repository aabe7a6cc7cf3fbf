#include "read/docx_table.h"

#include <algorithm>

namespace guanlan::docx {
namespace {

bool transparent(std::string_view name) {
  return name == "sdt" || name == "sdtContent" || name == "customXml" || name == "ins" ||
         name == "moveTo";
}

// Calls f for the children of that name, also inside content controls and insertions.
template <class F>
void each(const pugi::xml_node& parent, std::string_view wanted, F&& f) {
  for (const pugi::xml_node& node : parent.children()) {
    const std::string_view name = local_name(node);
    if (name == wanted) f(node);
    if (transparent(name)) each(node, wanted, f);
  }
}

TableCellNode read_cell(const pugi::xml_node& node) {
  const auto properties = child(node, "tcPr");
  TableCellNode cell;
  cell.node = node;
  cell.columns = std::clamp(int_value(child(properties, "gridSpan"), "val", 1), 1, 1000);
  const auto merge = child(properties, "vMerge");
  cell.continues = merge && value(merge, "val") != "restart";
  return cell;
}

}  // namespace

std::vector<TableRowNode> table_rows(const pugi::xml_node& table) {
  std::vector<TableRowNode> rows;
  each(table, "tr", [&](const pugi::xml_node& node) {
    const auto properties = child(node, "trPr");
    if (child(properties, "del")) return;
    TableRowNode row;
    row.before = std::clamp(int_value(child(properties, "gridBefore"), "val", 0), 0, 1000);
    const auto header = child(properties, "tblHeader");
    row.header = header && value(header, "val") != "0" && value(header, "val") != "false";
    each(node, "tc", [&](const pugi::xml_node& cell) { row.cells.push_back(read_cell(cell)); });
    rows.push_back(std::move(row));
  });
  return rows;
}

bool is_frame(const std::vector<TableRowNode>& rows) {
  return rows.size() == 1 || std::all_of(rows.begin(), rows.end(), [](const TableRowNode& row) {
           return row.cells.size() <= 1;
         });
}

}  // namespace guanlan::docx
