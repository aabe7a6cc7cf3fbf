#include "read/tabbed.h"

#include <algorithm>

namespace guanlan {
namespace {

constexpr std::size_t kFewestCells = 3, kFewestRows = 2;

// The cells of a line; none where it begins with a tab (an indent).
std::vector<Cell> cells_of(std::string_view raw, Span line) {
  std::vector<Cell> cells;
  const std::string_view words = line.of(raw);
  if (words.empty() || words.front() == '\t' || words.find('\t') == std::string_view::npos)
    return cells;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t tab = std::min(words.find('\t', at), words.size());
    const auto begin = line.begin + static_cast<std::uint32_t>(at);
    cells.push_back({std::string(words.substr(at, tab - at)),
                     {begin, line.begin + static_cast<std::uint32_t>(tab)}});
    at = tab + 1;
  }
  return cells;
}

}  // namespace

void find_tabbed_tables(Source& source) {
  for (std::size_t i = 0; i < source.lines.size();) {
    SourceTable table;
    std::size_t end = i;
    for (; end < source.lines.size(); ++end) {
      auto cells = cells_of(source.raw, source.lines[end].span);
      if (cells.size() < kFewestCells) break;
      if (!table.rows.empty() && cells.size() != table.rows.front().size()) break;
      table.rows.push_back(std::move(cells));
    }
    if (table.rows.size() >= kFewestRows) {
      for (std::size_t line = i; line < end; ++line) {
        source.lines[line].role = Role::table_row;
        source.lines[line].table = static_cast<std::int32_t>(source.tables.size());
      }
      source.tables.push_back(std::move(table));
    }
    i = std::max(end, i + 1);
  }
}

}  // namespace guanlan
