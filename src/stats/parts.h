// The parts of the country that statistics speak of and no gazetteer lists: 东、中、西部和东北地区,
// 京津冀地区, 长三角.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guanlan::stats {

struct Parts {
  std::vector<std::string> names;  // 东部地区, in the order of the text; empty: none begins here
  std::uint32_t end = 0;
};

// The part or the list of parts at the beginning of `text`. A single 西部 without 地区 is none.
[[nodiscard]] Parts parts_at(std::string_view text);

}  // namespace guanlan::stats
