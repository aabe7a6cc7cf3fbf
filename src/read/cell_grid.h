// CellGrid: a table on its way into a Source, whatever format it came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/line_writer.h"

namespace guanlan {

// One place of the grid. Where a merged cell reaches over it, `from` names the place that holds the
// text, and its own text is empty.
struct Slot {
  std::string text;
  std::int32_t from_row = -1, from_column = -1;
  std::vector<TextOrigin> origins = {};  // of the text, where the format tells
  [[nodiscard]] bool covered() const { return from_row >= 0; }
};
struct CellGrid {
  std::vector<std::vector<Slot>> rows;  // ragged
  int header_rows = 0;                  // 0: not known
  std::vector<int> pages;               // of each row; empty: all on the writer's page

  [[nodiscard]] std::size_t width() const;
  // The text that shows at a place, a merged cell's everywhere it reaches.
  [[nodiscard]] const std::string& shown(std::size_t row, std::size_t column) const;
};

// A cell as HTML and DOCX give it, in the order of its row.
struct SpannedCell {
  std::string text;
  int columns = 1, rows = 1;
};
// Places cells by their spans. More than a million places are cut off.
[[nodiscard]] CellGrid place(const std::vector<std::vector<SpannedCell>>& rows);

// Writes one line per row, cells separated by '\t', and the table; returns its index.
struct TableTitle {
  std::string_view text;
  Span span;
};
int write_grid(LineWriter& writer, const CellGrid& grid, const TableTitle& title = {});

// A sheet or a CSV file: tables stand below one another, with titles above and notes below, apart
// by empty rows. Titles become captions, notes become notes, the rest tables. Returns how many.
int write_stacked(LineWriter& writer, const CellGrid& grid, std::string_view sheet);

}  // namespace guanlan
