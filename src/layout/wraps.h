// Hard wraps: which printed lines go on in the next one.
//
// Three things decide, each learned from the document: whether a line reaches the measure that its
// neighbours are set to; how it ends and how the next one begins; and how the document sets off a
// paragraph (an empty line, an indent, or nothing). A page break and its furniture count for
// nothing by themselves.
#pragma once

#include <string_view>
#include <vector>

#include "layout/line_view.h"

namespace guanlan {

// For each line: it continues the one before (of those with Use::words). Linear.
[[nodiscard]] std::vector<bool> find_wraps(std::string_view raw,
                                           const std::vector<LineView>& lines);

}  // namespace guanlan
