// Dice's coefficient: how much two multisets share. After Dice, "Measures of the Amount of Ecologic
// Association Between Species" (Ecology 26(3), 1945).
#pragma once

#include <vector>

namespace guanlan {

// Both ascending, repeats kept: twice what they share, by all that they hold; 0 of two empty ones.
template <class T>
[[nodiscard]] double dice(const std::vector<T>& a, const std::vector<T>& b) {
  std::size_t shared = 0;
  for (auto i = a.begin(), k = b.begin(); i != a.end() && k != b.end();) {
    if (*i == *k) {
      ++shared, ++i, ++k;
    } else {
      *i < *k ? ++i : ++k;
    }
  }
  const std::size_t all = a.size() + b.size();
  return all == 0 ? 0 : 2.0 * static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace guanlan
