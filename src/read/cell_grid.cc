#include "read/cell_grid.h"

#include <algorithm>

#include "text/trim.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr std::size_t kMaxSlots = 1'000'000;
constexpr int kMaxSpan = 1000;

// Puts `slot` at a place that may lie beyond what the grid holds so far.
void put(CellGrid& grid, std::size_t row, std::size_t column, Slot slot) {
  if (grid.rows.size() <= row) grid.rows.resize(row + 1);
  auto& cells = grid.rows[row];
  if (cells.size() <= column) cells.resize(column + 1);
  cells[column] = std::move(slot);
}

class Placer {
 public:
  explicit Placer(std::size_t rows) : height_(rows) {}

  void add_row(const std::vector<SpannedCell>& cells, std::size_t row) {
    std::size_t column = 0;
    if (grid_.rows.size() <= row) grid_.rows.resize(row + 1);
    for (const SpannedCell& cell : cells) {
      while (taken(row, column)) ++column;
      column += place_cell(cell, row, column);
    }
  }
  CellGrid take() { return std::move(grid_); }

 private:
  [[nodiscard]] bool taken(std::size_t row, std::size_t column) const {
    return column < grid_.rows[row].size() && grid_.rows[row][column].covered();
  }
  std::size_t place_cell(const SpannedCell& cell, std::size_t row, std::size_t column) {
    const auto columns = static_cast<std::size_t>(std::clamp(cell.columns, 1, kMaxSpan));
    const std::size_t rows = std::min<std::size_t>(
        static_cast<std::size_t>(std::clamp(cell.rows, 1, kMaxSpan)), height_ - row);
    slots_ += rows * columns;
    if (slots_ > kMaxSlots) return 0;
    for (std::size_t r = row; r < row + rows; ++r) {
      for (std::size_t c = column; c < column + columns; ++c) {
        put(grid_, r, c, {{}, static_cast<std::int32_t>(row), static_cast<std::int32_t>(column)});
      }
    }
    put(grid_, row, column, {cell.text, -1, -1});
    return columns;
  }

  CellGrid grid_;
  std::size_t height_, slots_ = 0;
};

bool row_empty(const CellGrid& grid, std::size_t row) {
  const auto& cells = grid.rows[row];
  return std::all_of(cells.begin(), cells.end(),
                     [](const Slot& s) { return !s.covered() && trim(s.text).empty(); });
}

// Cells of a row that hold words of their own.
std::size_t filled(const CellGrid& grid, std::size_t row) {
  const auto& cells = grid.rows[row];
  return static_cast<std::size_t>(std::count_if(
      cells.begin(), cells.end(), [](const Slot& s) { return !trim(s.text).empty(); }));
}

const std::string& only_text(const CellGrid& grid, std::size_t row) {
  const auto& cells = grid.rows[row];
  return std::find_if(cells.begin(), cells.end(),
                      [](const Slot& s) { return !trim(s.text).empty(); })
      ->text;
}

struct Columns {
  std::size_t first = 0, last = 0;
};

// Runs of columns that hold words in rows [from, to), apart by empty ones.
std::vector<Columns> column_runs(const CellGrid& grid, std::size_t from, std::size_t to) {
  std::vector<bool> used;
  for (std::size_t r = from; r < to; ++r) {
    used.resize(std::max(used.size(), grid.rows[r].size()));
    for (std::size_t c = 0; c < grid.rows[r].size(); ++c) {
      if (!used[c]) used[c] = !trim(grid.shown(r, c)).empty();
    }
  }
  std::vector<Columns> runs;
  for (std::size_t c = 0; c < used.size(); ++c) {
    if (!used[c]) continue;
    if (runs.empty() || runs.back().last < c) runs.push_back({c, c});
    runs.back().last = c + 1;
  }
  return runs;
}

// Rows [from, to) of some columns as a grid of their own.
CellGrid cut(const CellGrid& grid, std::size_t from, std::size_t to, Columns columns) {
  const auto [first, last] = columns;
  CellGrid part;
  for (std::size_t r = from; r < to; ++r) {
    std::vector<Slot> cells(last - first);
    for (std::size_t c = first; c < std::min(last, grid.rows[r].size()); ++c) {
      Slot slot = grid.rows[r][c];
      const bool inside = slot.from_row >= static_cast<std::int32_t>(from) &&
                          slot.from_column >= static_cast<std::int32_t>(first);
      if (slot.covered() && inside) {
        slot.from_row -= static_cast<std::int32_t>(from);
        slot.from_column -= static_cast<std::int32_t>(first);
      } else if (slot.covered()) {
        slot = {grid.shown(r, c), -1, -1};
      }
      cells[c - first] = std::move(slot);
    }
    part.rows.push_back(std::move(cells));
  }
  return part;
}

bool holds_number(std::string_view text) {
  text = trim(text);
  const bool digit =
      std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const auto plain = [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '+' || c == '%';
  };
  return digit && std::all_of(text.begin(), text.end(), plain);
}

// Header rows at the top: as far as merged header cells reach, one where the first row has no
// number and a later one has, none known otherwise.
int header_rows(const CellGrid& grid) {
  if (grid.rows.size() < 2) return 0;
  const auto numbers = [&](std::size_t row) {
    return std::any_of(grid.rows[row].begin(), grid.rows[row].end(),
                       [](const Slot& s) { return holds_number(s.text); });
  };
  std::size_t top = 1;
  for (std::size_t r = 1; r < grid.rows.size() && r < 5; ++r) {
    const bool reached = std::any_of(grid.rows[r].begin(), grid.rows[r].end(), [&](const Slot& s) {
      return s.covered() && s.from_row < static_cast<std::int32_t>(top) &&
             s.from_row < static_cast<std::int32_t>(r);
    });
    if (!reached || numbers(r)) break;
    top = r + 1;
  }
  if (numbers(0)) return 0;
  for (std::size_t r = top; r < grid.rows.size(); ++r) {
    if (numbers(r)) return static_cast<int>(top);
  }
  return 0;
}

// A row below a table that belongs to it without being of it: 注：…, 数据来源：…, or one cell
// merged over the others.
bool is_note(const CellGrid& grid, std::size_t row) {
  if (filled(grid, row) != 1) return false;
  const auto& cells = grid.rows[row];
  const bool merged = std::any_of(cells.begin(), cells.end(), [&](const Slot& s) {
    return s.covered() && s.from_row == static_cast<std::int32_t>(row);
  });
  const std::string_view text = trim(only_text(grid, row));
  for (const std::string_view word :
       {"注", "说明", "备注", "来源", "数据来源", "资料来源", "单位", "*"}) {
    if (text.starts_with(word)) return true;
  }
  return merged;
}

int write_region(LineWriter& writer, const CellGrid& grid, std::size_t from, std::size_t to,
                 std::string_view sheet) {
  std::size_t head = from, tail = to;
  while (head < to && filled(grid, head) == 1) ++head;
  while (tail > head && is_note(grid, tail - 1)) --tail;
  const bool table = tail > head;
  TableTitle title;
  for (std::size_t r = from; r < (table ? head : to); ++r) {
    const std::string& text = only_text(grid, r);
    title = {text, writer.add(trim(text), {table ? Role::caption : Role::paragraph})};
  }
  if (!table) return 0;
  const std::vector<Columns> runs = column_runs(grid, head, tail);
  CellGrid part = cut(grid, head, tail, {runs.front().first, runs.back().last});
  part.header_rows = header_rows(part);
  const int index = write_grid(writer, part, title);
  writer.source().tables[static_cast<std::size_t>(index)].sheet = sheet;
  for (std::size_t r = tail; r < to; ++r) writer.add(trim(only_text(grid, r)), {Role::note});
  return 1;
}

// Tables side by side in rows [from, to): runs of columns that each begin with a title of their
// own. Anything else with an empty column in it is one table.
std::vector<CellGrid> side_by_side(const CellGrid& grid, std::size_t from, std::size_t to) {
  std::vector<CellGrid> parts;
  const std::vector<Columns> runs = column_runs(grid, from, to);
  if (runs.size() < 2) return {};
  for (const Columns& run : runs) {
    parts.push_back(cut(grid, from, to, run));
    const CellGrid& part = parts.back();
    if (part.rows.size() < 3 || filled(part, 0) != 1 || filled(part, 1) < 2) return {};
  }
  return parts;
}

// A cell whose words were broken by hand to fit: 访问量 | （亿次） is one word again. Between Latin
// words or numbers the line end stays and becomes a blank.
std::string unwrap(std::string_view text) {
  const auto is_word = [](char32_t cp) { return cp < 0x2E80; };
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += trim(text.substr(at, end - at));
    at = std::min(end + 1, text.size());
    const std::string_view rest = trim(text.substr(at));
    if (out.empty() || rest.empty()) continue;
    const bool words =
        is_word(utf8::decode_before(out, out.size()).cp) && is_word(utf8::decode(rest, 0).cp);
    if (words) out += ' ';
  }
  return out;
}

}  // namespace

std::size_t CellGrid::width() const {
  std::size_t width = 0;
  for (const auto& row : rows) width = std::max(width, row.size());
  return width;
}

const std::string& CellGrid::shown(std::size_t row, std::size_t column) const {
  static const std::string none;
  if (column >= rows[row].size()) return none;
  const Slot& slot = rows[row][column];
  if (!slot.covered()) return slot.text;
  return rows[static_cast<std::size_t>(slot.from_row)][static_cast<std::size_t>(slot.from_column)]
      .text;
}

CellGrid place(const std::vector<std::vector<SpannedCell>>& rows) {
  Placer placer(rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) placer.add_row(rows[r], r);
  return placer.take();
}

int write_grid(LineWriter& writer, const CellGrid& grid, const TableTitle& title) {
  const auto index = static_cast<std::int32_t>(writer.source().tables.size());
  SourceTable table;
  table.title = trim(title.text);
  table.title_span = title.span;
  table.header_rows = grid.header_rows;
  LineStyle style{Role::table_row};
  style.table = index;
  writer.source().tables.emplace_back();
  for (std::size_t r = 0; r < grid.rows.size(); ++r) {
    const auto& slots = grid.rows[r];
    std::vector<Cell>& row = table.rows.emplace_back();
    if (r < grid.pages.size()) writer.set_page(std::max(writer.page(), grid.pages[r]));
    writer.begin(style);
    for (std::size_t c = 0; c < slots.size(); ++c) {
      if (c > 0) writer.piece("\t");
      const Slot& slot = slots[c];
      if (slot.covered()) {
        const auto& from = table.rows[static_cast<std::size_t>(slot.from_row)];
        Cell copy = from[static_cast<std::size_t>(slot.from_column)];
        row.push_back(std::move(copy));
        continue;
      }
      const Span span = writer.piece(one_line(unwrap(slot.text)));
      writer.trace(span, slot.text, slot.origins);
      row.push_back({std::string(span.of(writer.source().raw)), span});
    }
    writer.end();
    if (writer.overflow()) break;
  }
  writer.source().tables.back() = std::move(table);
  return index;
}

int write_stacked(LineWriter& writer, const CellGrid& grid, std::string_view sheet) {
  int tables = 0;
  for (std::size_t r = 0; r < grid.rows.size() && !writer.overflow();) {
    if (row_empty(grid, r)) {
      ++r;
      continue;
    }
    std::size_t end = r;
    while (end < grid.rows.size() && !row_empty(grid, end)) ++end;
    const std::vector<CellGrid> parts = side_by_side(grid, r, end);
    for (const CellGrid& part : parts) {
      tables += write_region(writer, part, 0, part.rows.size(), sheet);
    }
    if (parts.empty()) tables += write_region(writer, grid, r, end, sheet);
    r = end;
  }
  return tables;
}

}  // namespace guanlan
