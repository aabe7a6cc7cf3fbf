// Dot leaders (导引点) of contents lists in a page image: recognition reads letters into them, so
// they are found first, painted over, and put back as what they are.
#pragma once

#include <vector>

#include "guanlan/source.h"
#include "read/raster.h"
#include "read/word.h"

namespace guanlan {

// Rows of seven dots or more at even distances with white above and below, in points. `scale`:
// points per pixel. Linear in the pixels.
[[nodiscard]] std::vector<Box> find_leaders(const GrayImage& image, float scale);

// From so many leaders on, a page is a contents list: one column of lines, each with a number.
inline constexpr std::size_t kContentsLeaders = 6;

// The strip of the page where the page numbers behind the leaders stand.
[[nodiscard]] Box number_column(const std::vector<Box>& leaders, const PageWords& page);

// Puts a leader `……` behind the word on its left in the same line, where there is one, and the
// page number from `numbers` (words of the strip, in page coordinates) behind the leader: it
// replaces what was recognised there.
void add_leaders(const std::vector<Box>& leaders, const PageWords& numbers, PageWords& page);

}  // namespace guanlan
