// Tables: rows set in columns in a plain text, and the tables that the format gives.
//
// In a text, a table is three or more neighbouring lines with the same number (3–12) of fields
// separated by blanks, one field a number in every row, no sentence among them. Its header is the
// short lines above, folded into as many columns; its title is a caption (表3.1 …) or the heading
// above. Rows may go on after a page break, with or without the header set again.
#pragma once

#include <vector>

#include "guanlan/layout.h"
#include "layout/line_view.h"

namespace guanlan {

// Sets Use::table and LineView::table of rows, joins_next of header lines whose last cell goes on.
[[nodiscard]] std::vector<Table> take_tables(const Source& source, std::vector<LineView>& lines);

// 图4.1 …, 表3.1 …, 附图1 …: a caption's words.
[[nodiscard]] bool is_caption(std::string_view folded_line);

}  // namespace guanlan
