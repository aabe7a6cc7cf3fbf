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
void take_text_tables(std::string_view raw, std::vector<LineView>& lines,
                      std::vector<Table>& tables);
// The tables of the format, merged where one goes on on the next page.
void take_source_tables(const Source& source, std::vector<LineView>& lines,
                        std::vector<Table>& tables);

// 8479.1 · 10.7% · -2.9% · ↑1 · - · 2,993
[[nodiscard]] bool is_number_cell(std::string_view raw, Span cell);

// 图4.1 …, 表3.1 …, 附图1 …: a caption's words.
[[nodiscard]] bool is_caption(std::string_view folded_line);

}  // namespace guanlan
