// The contents list (目录): entries with dot leaders, a tab or wide blanks before the page number;
// wrapped entries; and lists under a heading 目录 whose entries come back as headings.
#pragma once

#include <vector>

#include "guanlan/layout.h"
#include "layout/line_view.h"

namespace guanlan {

// Sets Use::contents and returns the entries in order. Linear in the lines.
[[nodiscard]] std::vector<ContentsEntry> take_contents(std::string_view raw,
                                                       std::vector<LineView>& lines);

}  // namespace guanlan
