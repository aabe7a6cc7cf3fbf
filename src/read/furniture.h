// Page furniture: running heads and feet (书眉, 页脚) and page numbers, known by standing outermost
// on the page and by coming again at the same height on the pages around.
#pragma once

#include <vector>

#include "read/fragment.h"

namespace guanlan {

enum class Furniture : std::uint8_t { none, head, foot };

// For each page, one mark per fragment. Page numbers: 3, - 3 -, — 3 —, 第3页, 第3页 共9页, 3/9,
// iii. Recognised pages (scans) are compared with some tolerance. Linear in the number of pages.
[[nodiscard]] std::vector<std::vector<Furniture>> find_furniture(
    const std::vector<const PageWords*>& pages,
    const std::vector<std::vector<Fragment>>& fragments);

// Whether a line is nothing but a page number.
[[nodiscard]] bool is_page_number(std::string_view text);

}  // namespace guanlan
