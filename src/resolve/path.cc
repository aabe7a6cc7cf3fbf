#include <algorithm>

#include "guanlan/outline.h"

namespace guanlan {

std::vector<Span> path_spans(const Issue& issue, const Item& item) {
  std::vector<Span> out;
  for (std::int32_t p = item.part; p >= 0; p = issue.parts[static_cast<std::size_t>(p)].parent) {
    out.push_back(issue.parts[static_cast<std::size_t>(p)].heading);
  }
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace guanlan
