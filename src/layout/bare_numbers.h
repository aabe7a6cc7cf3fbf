// Bare numbers: 1 标题, 2 标题 – headings counted by a number with nothing but blanks behind it.
#pragma once

#include <string_view>
#include <vector>

#include "layout/line_view.h"

namespace guanlan {

// Marks the lines of words whose bare numbers count up from one with text between them, three and
// more; such a line is labelled, and the blank behind its number stays in the clean text.
void mark_bare_numbers(std::string_view raw, std::vector<LineView>& lines);

}  // namespace guanlan
