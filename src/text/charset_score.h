// How much a text looks like Chinese: the judge between possible encodings of the same bytes.
#pragma once

#include <string_view>

namespace guanlan {

// Mean over the non-ASCII characters of UTF-8 text: common Han characters and Chinese punctuation
// count 1, other Han 0.2, anything that Chinese text does not contain -1. Pure ASCII gives 0.
// Ordinary Chinese scores above 0.7, a wrong decoding of it below 0.4. Looks at 64 KB at most.
[[nodiscard]] double chinese_score(std::string_view text);

}  // namespace guanlan
