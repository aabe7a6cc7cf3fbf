// The blocks [first, last] that a title is set in; first > last: none.
#pragma once

#include <cstddef>

namespace guanlan::outlining {

struct TitleLines {
  std::size_t first = 1, last = 0;
  [[nodiscard]] bool found() const { return first <= last; }
  [[nodiscard]] bool holds(std::size_t i) const { return first <= i && i <= last; }
};

}  // namespace guanlan::outlining
