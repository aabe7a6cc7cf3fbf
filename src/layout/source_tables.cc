#include <algorithm>

#include "layout/tables.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

bool is_sentence(std::string_view words) {
  return holds_word(words, "，") || holds_word(words, "。");
}

bool same_cells(const std::vector<Cell>& row, const std::vector<TableCell>& columns) {
  return std::equal(row.begin(), row.end(), columns.begin(), columns.end(),
                    [](const Cell& a, const TableCell& b) { return a.text == b.text; });
}

std::vector<TableCell> cells_of(const std::vector<Cell>& row) {
  std::vector<TableCell> out;
  for (const Cell& cell : row) out.push_back({cell.text, cell.span});
  return out;
}

// How many rows at the top name the columns: as the format says, else those without a number
// before the first row with one.
std::size_t header_rows(std::string_view raw, const SourceTable& table) {
  if (table.header_rows > 0) return static_cast<std::size_t>(table.header_rows);
  const auto numeric = [&](const std::vector<Cell>& row) {
    return std::any_of(row.begin(), row.end(), [&](const Cell& cell) {
      return cell.span.end <= raw.size() && !cell.span.empty() && is_number_cell(raw, cell.span);
    });
  };
  if (table.rows.size() < 2 || numeric(table.rows.front())) return 0;
  return 1;
}

// Header rows folded into one: a cell under another one continues it.
std::vector<TableCell> fold_rows(const SourceTable& table, std::size_t rows) {
  std::vector<TableCell> columns = cells_of(table.rows.front());
  for (std::size_t r = 1; r < rows && r < table.rows.size(); ++r) {
    for (std::size_t c = 0; c < columns.size() && c < table.rows[r].size(); ++c) {
      const Cell& cell = table.rows[r][c];
      if (cell.text.empty() || cell.text == columns[c].text) continue;
      columns[c].text += cell.text;
      columns[c].raw.end = std::max(columns[c].raw.end, cell.span.end);
    }
  }
  return columns;
}

class SourceTables {
 public:
  SourceTables(const Source& source, std::vector<LineView>& lines, std::vector<Table>& tables)
      : source_(source), lines_(lines), tables_(tables), at_(source.tables.size(), -1) {}

  void take() {
    std::size_t before = SIZE_MAX;   // last words line before the current table
    std::size_t between = SIZE_MAX;  // words since the table before
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = source_.lines[static_cast<std::size_t>(lines_[i].line)];
      const bool row = lines_[i].role == Role::table_row && line.table >= 0 &&
                       static_cast<std::size_t>(line.table) < source_.tables.size();
      if (!row) {
        if (lines_[i].use == Use::words) {
          before = i;
          between = between == SIZE_MAX ? 1 : between + 1;
        }
        continue;
      }
      std::int32_t& mine = at_[static_cast<std::size_t>(line.table)];
      bool again = false;  // the header, set again where a table goes on
      if (mine < 0)
        mine = add(source_.tables[static_cast<std::size_t>(line.table)], before, between, again);
      lines_[i].use = again ? Use::furniture : Use::table;
      lines_[i].table = mine;
      between = 0;
    }
    for (std::size_t t = 0; t < at_.size(); ++t) {
      if (at_[t] >= 0 || source_.tables[t].rows.empty()) continue;
      bool again = false;
      add(source_.tables[t], SIZE_MAX, SIZE_MAX, again);
    }
  }

 private:
  std::int32_t add(const SourceTable& from, std::size_t before, std::size_t between, bool& again) {
    const std::size_t head = from.rows.empty() ? 0 : header_rows(source_.raw, from);
    if (!tables_.empty() && between == 0 && from.title.empty() && !from.rows.empty()) {
      Table& last = tables_.back();
      again = same_cells(from.rows.front(), last.columns);
      const std::size_t wide = last.columns.empty() && !last.rows.empty() ? last.rows.front().size()
                                                                          : last.columns.size();
      if (again || (head == 0 && from.rows.front().size() == wide)) {
        for (std::size_t r = again ? 1 : 0; r < from.rows.size(); ++r) {
          last.rows.push_back(cells_of(from.rows[r]));
        }
        return static_cast<std::int32_t>(tables_.size()) - 1;
      }
    }
    Table table;
    table.title = from.title;
    table.title_raw = from.title_span;
    if (before != SIZE_MAX) {
      table.page = lines_[before].page;
      if (table.title.empty()) title_above(before, table);
    }
    if (head > 0) table.columns = fold_rows(from, head);
    for (std::size_t r = head; r < from.rows.size(); ++r)
      table.rows.push_back(cells_of(from.rows[r]));
    tables_.push_back(std::move(table));
    return static_cast<std::int32_t>(tables_.size()) - 1;
  }

  void title_above(std::size_t before, Table& table) {
    for (std::size_t i = before + 1, tries = 0; i > 0 && tries < 12; --i, ++tries) {
      const LineView& line = lines_[i - 1];
      if (line.use == Use::table) return;
      if (line.use != Use::words || line.chars > 80) continue;
      const std::string words = folded_words(source_.raw, line.words, 240);
      const bool heading = line.role == Role::heading || line.label != Numbering::none;
      if (!is_caption(words) && !(heading && !is_sentence(words))) continue;
      const bool labelled = !is_caption(words);
      table.title_raw = line.words;
      table.title =
          labelled ? words.substr(read_label(words).size) : std::string(line.words.of(source_.raw));
      return;
    }
  }

  const Source& source_;
  std::vector<LineView>& lines_;
  std::vector<Table>& tables_;
  std::vector<std::int32_t> at_;  // of a source table: its table
};

}  // namespace

void take_source_tables(const Source& source, std::vector<LineView>& lines,
                        std::vector<Table>& tables) {
  SourceTables(source, lines, tables).take();
}

}  // namespace guanlan
