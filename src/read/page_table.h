// Tables of a page: words put into the cells that rulings draw.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/grid.h"
#include "read/word.h"

namespace guanlan {

struct PageCell {
  std::string text;       // lines joined, as printed
  std::size_t id = 0;     // the same for all places that a merged cell reaches over
  bool repeated = false;  // a merged cell's text, printed further up or to the left
};

struct PageTable {
  Box box;
  std::vector<std::vector<PageCell>> rows;
  int header_rows = 0;               // 0: not known
  std::vector<std::uint32_t> words;  // of the page, that stand in it
};

// Grids that hold a table: two rows and two columns or more with words in them. What looks like
// one but is nearly empty (a chart's axes, a form's frame) is left as running text. A row whose
// cells hold several lines that all stand level is as many rows: only its head is ruled off.
[[nodiscard]] std::vector<PageTable> find_ruled_tables(const PageWords& page,
                                                       const std::vector<Grid>& grids);

// The text of a cell from its words: lines top to bottom; between Chinese lines no blank.
[[nodiscard]] std::string cell_text(const PageWords& page, const std::vector<std::uint32_t>& words);

// How many rows at the top are the table's head (表头): down to the last that merged cells reach
// into; one where a row without any figure stands above rows with figures; else 0, not known.
[[nodiscard]] int count_header_rows(const std::vector<std::vector<PageCell>>& rows);

}  // namespace guanlan
