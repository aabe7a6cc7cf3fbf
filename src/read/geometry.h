// Boxes on a page: small helpers.
#pragma once

#include <algorithm>

#include "guanlan/source.h"

namespace guanlan {

[[nodiscard]] inline float width(const Box& b) { return b.x1 - b.x0; }
[[nodiscard]] inline float height(const Box& b) { return b.y1 - b.y0; }
[[nodiscard]] inline float middle_x(const Box& b) { return (b.x0 + b.x1) / 2; }
[[nodiscard]] inline float middle_y(const Box& b) { return (b.y0 + b.y1) / 2; }

[[nodiscard]] inline Box join(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// Shared height; negative: the distance between them.
[[nodiscard]] inline float overlap_y(const Box& a, const Box& b) {
  return std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
}
[[nodiscard]] inline float overlap_x(const Box& a, const Box& b) {
  return std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
}

// Stand on one line: at least half of the lower box is shared.
[[nodiscard]] inline bool same_line(const Box& a, const Box& b) {
  return overlap_y(a, b) > 0.5F * std::min(height(a), height(b));
}

}  // namespace guanlan
