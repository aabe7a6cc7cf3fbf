// Rulings: the straight lines printed on a page – borders of tables, frames, rules.
#pragma once

#include <vector>

#include "read/raster.h"

namespace guanlan {

// A horizontal or vertical line, in points.
struct Ruling {
  float at = 0;            // y of a horizontal, x of a vertical line
  float from = 0, to = 0;  // x0..x1 or y0..y1
};

struct Rulings {
  std::vector<Ruling> horizontal, vertical;
};

// Finds lines of 24 points or more across, 9 or more down, up to 3 points thick, that are darker
// than what lies on both sides. `scale`: points per pixel. Linear in the pixels.
[[nodiscard]] Rulings find_rulings(const GrayImage& image, float scale);

}  // namespace guanlan
