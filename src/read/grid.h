// Grids: rulings that meet become the cells of a table.
#pragma once

#include <cstdint>
#include <vector>

#include "guanlan/source.h"
#include "read/rulings.h"

namespace guanlan {

struct GridCell {
  Box box;
  int row = 0, column = 0;    // of its upper left corner
  int rows = 1, columns = 1;  // that it spans
};

struct Grid {
  Box box;
  int rows = 0, columns = 0;
  std::vector<float> xs, ys;    // edges, ascending: columns + 1 and rows + 1 of them
  std::vector<GridCell> cells;  // by row, then column; merged cells once
};

// One grid for each group of rulings that touch each other. Open sides are closed: many tables
// are printed without a left and a right border. A frame is a grid of one cell.
[[nodiscard]] std::vector<Grid> find_grids(const Rulings& rulings);

}  // namespace guanlan
