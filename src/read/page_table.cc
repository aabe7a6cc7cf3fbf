#include "read/page_table.h"

#include <algorithm>
#include <cmath>

#include "read/fragment.h"
#include "read/geometry.h"
#include "read/line_text.h"
#include "read/reading_order.h"

namespace guanlan {
namespace {

constexpr float kTooTall =
    1.5F;  // a word as high as one and a half of its cell is none of its words
constexpr std::size_t kManyRows = 4;  // level lines in one ruled row that make it several

bool is_latin(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ')' ||
         c == ',' || c == ';' || c == '(';
}

std::vector<std::string> lines_of(const PageWords& page, const std::vector<std::uint32_t>& words,
                                  std::vector<float>* heights = nullptr) {
  std::vector<std::string> lines;
  const auto fragments = make_fragments(page, words);
  for (const auto& line : order_rows(fragments)) {
    lines.push_back(line_text(page, fragments, line));
    if (heights != nullptr) heights->push_back(middle_y(line.box));
  }
  return lines;
}

std::string join_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) {
    if (!text.empty() && is_latin(text.back()) && is_latin(line.front())) text += ' ';
    text += line;
  }
  return text;
}

using Ids = std::vector<std::uint32_t>;

// A grid with what stands in its cells.
struct Filled {
  const Grid& grid;
  std::vector<std::size_t> owner;  // of each place, by row and column: index of the cell
  std::vector<Ids> words;          // by cell

  [[nodiscard]] std::size_t cell(int row, int column) const {
    return owner[static_cast<std::size_t>(row * grid.columns + column)];
  }
};

std::vector<std::size_t> owners(const Grid& grid) {
  std::vector<std::size_t> owner(static_cast<std::size_t>(grid.rows * grid.columns));
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const auto& cell = grid.cells[i];
    for (int r = cell.row; r < cell.row + cell.rows; ++r) {
      for (int c = cell.column; c < cell.column + cell.columns; ++c)
        owner[static_cast<std::size_t>(r * grid.columns + c)] = i;
    }
  }
  return owner;
}

// A word belongs to the cell that its middle stands in, unless it is much too tall for it: a
// watermark.
Filled fill(const PageWords& page, const Grid& grid, const std::vector<bool>& taken) {
  Filled filled{grid, owners(grid), std::vector<Ids>(grid.cells.size())};
  const auto slot = [](const std::vector<float>& edges, float at) {
    return static_cast<int>(std::upper_bound(edges.begin(), edges.end(), at) - edges.begin()) - 1;
  };
  for (std::uint32_t w = 0; w < page.words.size(); ++w) {
    const int r = slot(grid.ys, middle_y(page.words[w].box));
    const int c = slot(grid.xs, middle_x(page.words[w].box));
    if (taken[w] || r < 0 || r >= grid.rows || c < 0 || c >= grid.columns) continue;
    const std::size_t id = filled.cell(r, c);
    const auto top = static_cast<std::size_t>(grid.cells[id].row);
    const float room = grid.ys[top + static_cast<std::size_t>(grid.cells[id].rows)] - grid.ys[top];
    if (height(page.words[w].box) <= kTooTall * room) filled.words[id].push_back(w);
  }
  return filled;
}

bool is_table(const Filled& filled) {
  std::vector<bool> row(static_cast<std::size_t>(filled.grid.rows), false);
  std::vector<bool> column(static_cast<std::size_t>(filled.grid.columns), false);
  std::size_t cells = 0;
  for (std::size_t i = 0; i < filled.words.size(); ++i) {
    if (filled.words[i].empty()) continue;
    ++cells;
    row[static_cast<std::size_t>(filled.grid.cells[i].row)] = true;
    column[static_cast<std::size_t>(filled.grid.cells[i].column)] = true;
  }
  return std::count(row.begin(), row.end(), true) >= 2 &&
         std::count(column.begin(), column.end(), true) >= 2 && cells >= 3 &&
         cells * 3 >= filled.words.size();
}

struct CellLines {
  std::vector<std::string> lines;
  std::vector<float> heights;
};

// Whether one ruled row is several: each filled cell has the same number of lines, all level.
std::size_t rows_within(const std::vector<const CellLines*>& cells) {
  const CellLines* first = nullptr;
  int filled = 0;
  for (const auto* cell : cells) {
    if (cell->lines.empty()) continue;
    ++filled;
    if (first == nullptr) first = cell;
    if (cell->lines.size() != first->lines.size()) return 1;
    for (std::size_t i = 0; i < cell->lines.size(); ++i) {
      if (std::abs(cell->heights[i] - first->heights[i]) > 4) return 1;
    }
  }
  return filled >= 2 && first->lines.size() >= kManyRows ? first->lines.size() : 1;
}

void add_rows(const Filled& filled, const std::vector<CellLines>& lines, int row,
              PageTable& table) {
  std::vector<const CellLines*> cells;
  bool plain = true;  // no cell of this row reaches into another one
  const auto own = [&](int c) {
    const auto& cell = filled.grid.cells[filled.cell(row, c)];
    return cell.row == row && cell.column == c;
  };
  for (int c = 0; c < filled.grid.columns; ++c) {
    plain = plain && filled.grid.cells[filled.cell(row, c)].rows == 1;
    if (own(c)) cells.push_back(&lines[filled.cell(row, c)]);
  }
  const auto count = plain ? rows_within(cells) : 1;
  for (std::size_t k = 0; k < count; ++k) {
    std::vector<PageCell> out;
    for (int c = 0; c < filled.grid.columns; ++c) {
      const auto id = filled.cell(row, c);
      const auto& printed = lines[id].lines;
      PageCell cell{"", id + k * lines.size(), !own(c)};
      if (count == 1) cell.text = join_lines(printed);
      if (count > 1 && !printed.empty()) cell.text = printed[k];
      out.push_back(std::move(cell));
    }
    const bool empty =
        std::all_of(out.begin(), out.end(), [](auto& cell) { return cell.text.empty(); });
    if (!empty) table.rows.push_back(std::move(out));
  }
}

// Columns without a word come from double borders.
void drop_empty_columns(PageTable& table) {
  const auto columns = table.rows.empty() ? 0 : table.rows.front().size();
  for (auto c = columns; c-- > 0;) {
    const bool empty = std::all_of(table.rows.begin(), table.rows.end(), [&](auto& row) {
      return row[c].text.empty() || row[c].repeated;
    });
    if (!empty) continue;
    for (auto& row : table.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(c));
  }
}

bool has_figure(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) > 0x7F; });
}

}  // namespace

std::string cell_text(const PageWords& page, const std::vector<std::uint32_t>& words) {
  return join_lines(lines_of(page, words));
}

int count_header_rows(const std::vector<std::vector<PageCell>>& rows) {
  std::size_t head = 0;
  const auto merged = [](const PageCell& cell) { return cell.repeated; };
  while (head < rows.size() && std::any_of(rows[head].begin(), rows[head].end(), merged)) ++head;
  if (head == rows.size()) return 0;
  const auto figures = [&](std::size_t row) {
    return std::any_of(rows[row].begin(), rows[row].end(),
                       [](const PageCell& cell) { return has_figure(cell.text); });
  };
  if (head == 0 && rows.size() > 1 && !figures(0) && figures(1)) head = 1;
  return static_cast<int>(head);
}

std::vector<PageTable> find_ruled_tables(const PageWords& page, const std::vector<Grid>& grids) {
  std::vector<const Grid*> by_size;  // an inner table before the one around it
  for (const auto& grid : grids) {
    if (grid.columns >= 2 && grid.rows >= 2) by_size.push_back(&grid);
  }
  std::stable_sort(by_size.begin(), by_size.end(), [](auto* a, auto* b) {
    return width(a->box) * height(a->box) < width(b->box) * height(b->box);
  });
  std::vector<PageTable> tables;
  std::vector<bool> taken(page.words.size(), false);
  for (const auto* grid : by_size) {
    const auto filled = fill(page, *grid, taken);
    if (!is_table(filled)) continue;
    PageTable table;
    table.box = grid->box;
    std::vector<CellLines> lines;
    for (const auto& words : filled.words) {
      lines.emplace_back();
      lines.back().lines = lines_of(page, words, &lines.back().heights);
      table.words.insert(table.words.end(), words.begin(), words.end());
      for (const auto w : words) taken[w] = true;
    }
    for (int r = 0; r < grid->rows; ++r) add_rows(filled, lines, r, table);
    drop_empty_columns(table);
    table.header_rows = count_header_rows(table.rows);
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace guanlan
