// Tables of plain text whose cells are separated by tabs, as text copied from a sheet or a page has
// them.
#pragma once

#include "guanlan/source.h"

namespace guanlan {

// Takes two or more successive lines with the same number of cells, three at least, as a table:
// their lines become table rows, and the table is added to the source.
void find_tabbed_tables(Source& source);

}  // namespace guanlan
