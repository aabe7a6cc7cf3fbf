// The day that a page prints beside its text, in a line of its own.
//
// Forms:
//   发布时间:2024-11-06 10:20 来源:…   成文日期:2024年11月6日   日期 2024/11/6
//   2024-11-06 10:20                   2024年11月6日 来源:…
//   网信示范 2024-11-06 18:00          (发布日期:2024年11月6日)
#pragma once

#include <string_view>
#include <vector>

#include "outline/block.h"
#include "outline/issue_date.h"
#include "outline/title_lines.h"

namespace guanlan::outlining {

// The date of such a line; year 0: the line is none.
[[nodiscard]] FullDate page_line_date(std::string_view text, Span line);

// The date of the page: above the text (成文日期 before 发布日期), else in the last lines. Lines of
// the title and running text do not count.
[[nodiscard]] FullDate find_page_date(std::string_view text, const std::vector<Block>& blocks,
                                      const TitleLines& title);

}  // namespace guanlan::outlining
