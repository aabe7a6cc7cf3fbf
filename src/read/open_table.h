// Open tables: without rulings, told by rows whose pieces stand below each other.
#pragma once

#include <cstddef>
#include <vector>

#include "read/fragment.h"
#include "read/page_table.h"
#include "read/reading_order.h"

namespace guanlan {

struct OpenTable {
  std::size_t first = 0, last = 0;  // lines [first, last) of the page
  PageTable table;
};

// Three rows or more of three columns or more; of two columns four rows, one column figures. Lines
// with dot leaders are a contents list, not a table. A line that stands closer than rows do, or
// has nothing in the first column, belongs to the row above. Linear in the lines.
[[nodiscard]] std::vector<OpenTable> find_open_tables(const PageWords& page,
                                                      const std::vector<Fragment>& fragments,
                                                      const std::vector<OrderedLine>& lines);

}  // namespace guanlan
