// HeadlineNumbers: the kinds of numbers that most headlines of a text have, and not the lists in
// it.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "layout/line_view.h"

namespace guanlan {

class HeadlineNumbers {
 public:
  // `words`: the places of the lines of words among the lines.
  HeadlineNumbers(std::string_view raw, const std::vector<LineView>& lines,
                  const std::vector<std::size_t>& words);

  // Whether most lines with such a number have no comma and end no sentence, or stand over a text
  // that begins with a date.
  [[nodiscard]] bool holds(Numbering style) const;

 private:
  struct Count {
    std::size_t lines = 0, headlines = 0;
  };
  std::array<Count, static_cast<std::size_t>(Numbering::article) + 1> counts_{};
};

}  // namespace guanlan
