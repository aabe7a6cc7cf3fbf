// How alike two names are: what they share at both ends, and what is left in between.
#pragma once

#include <string>
#include <string_view>

namespace guanlan::checking {

// Han characters, letters and digits of a text, widths folded; marks and blanks dropped.
[[nodiscard]] std::u32string letters(std::string_view text);

struct Difference {
  std::u32string left, right;         // the parts that differ
  std::size_t before = 0, after = 0;  // characters in common at the ends

  // Share of the longer name that is common, 0 to 1.
  double likeness = 0;
};
[[nodiscard]] Difference difference(const std::u32string& a, const std::u32string& b);

}  // namespace guanlan::checking
