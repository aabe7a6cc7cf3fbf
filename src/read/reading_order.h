// Reading order: the fragments of a page become lines, one column after the other.
//
// A gutter (栏间空白) is looked for by the white that many lines share. What crosses it – headlines
// over both columns – cuts the page into bands; in a band whose sides are filled with text the left
// side is read before the right one, each by the same rule again; other bands are read row by row.
// A drop capital (首字下沉) stands in front of the line it belongs to.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "read/fragment.h"

namespace guanlan {

struct OrderedLine {
  std::vector<std::uint32_t> fragments;  // left to right
  Box box;                               // beside a drop capital it begins where that does
  bool drop_cap = false;                 // fragments[0] is one
};

// Every fragment is in exactly one line. `gutter` is where other pages of the document have their
// columns parted: it decides for bands too short to tell. n log n.
[[nodiscard]] std::vector<OrderedLine> order_lines(const std::vector<Fragment>& fragments,
                                                   std::optional<float> gutter = {});

// The same without columns: each row across, from top to bottom.
[[nodiscard]] std::vector<OrderedLine> order_rows(const std::vector<Fragment>& fragments);

}  // namespace guanlan
