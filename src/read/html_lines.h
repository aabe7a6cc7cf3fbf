// The body of an HTML page as lines: one per block element or <br>, as a browser would set them,
// and the containers that the lines stand in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guanlan/source.h"
#include "read/cell_grid.h"
#include "read/html_tree.h"

namespace guanlan::html {

struct HtmlLine {
  std::string text;  // trimmed; of a table: all its cells
  Role role = Role::paragraph;
  std::uint8_t level = 0;
  bool bold = false;  // all of it
  float font_size = 0;
  int grid = -1;          // a table: index into Page::grids
  std::size_t size = 0;   // visible characters
  std::size_t links = 0;  // of these, inside links that lead to another page
};

// An element that holds whole lines [first, last) of the page, in document order.
struct Container {
  const GumboNode* node = nullptr;
  std::int32_t parent = -1;
  std::size_t first = 0, last = 0;
};

struct Page {
  std::vector<HtmlLine> lines;
  std::vector<CellGrid> grids;
  std::vector<Container> containers;  // parents before children; the first is the whole body
};

// Scripts, forms' controls, hidden elements and the like are left out. Lists get their numbers,
// <pre> its line ends, data tables become grids; tables that only arrange the page do not.
[[nodiscard]] Page set_lines(const Tree& tree);

}  // namespace guanlan::html
