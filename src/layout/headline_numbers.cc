#include "layout/headline_numbers.h"

#include <algorithm>

#include "layout/line_shape.h"

namespace guanlan {

HeadlineNumbers::HeadlineNumbers(std::string_view raw, const std::vector<LineView>& lines,
                                 const std::vector<std::size_t>& words) {
  constexpr std::size_t kHeadline = 3;  // lines of one at most
  const auto at = [&](std::size_t k) -> const LineView& { return lines[words[k]]; };
  const auto over_date = [&](std::size_t k) {
    for (std::size_t i = k; i + 1 < std::min(words.size(), k + kHeadline + 1); ++i) {
      if (ends_with_stop(raw, at(i))) return false;
      if (begins_report(raw, at(i + 1))) return true;
    }
    return false;
  };
  for (std::size_t k = 0; k < words.size(); ++k) {
    const LineView& line = at(k);
    if (line.label == Numbering::none) continue;
    Count& count = counts_[static_cast<std::size_t>(line.label)];
    ++count.lines;
    const bool bare = !line.prose && !ends_with_stop(raw, line) && line.last != ':';
    count.headlines += bare || over_date(k);
  }
}

bool HeadlineNumbers::holds(Numbering style) const {
  const Count& count = counts_[static_cast<std::size_t>(style)];
  return count.headlines >= 3 && count.headlines * 10 >= count.lines * 6;
}

}  // namespace guanlan
