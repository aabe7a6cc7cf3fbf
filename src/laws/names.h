// The names under which an instrument is looked up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guanlan {

// law_key without what speakers leave out: （试行）, （2018年修正）, a year in front, 暂行.
[[nodiscard]] std::string loose_key(std::string_view title);

// The keys a title may stand for, best first: itself, and the official name of a short one
// (网安法).
[[nodiscard]] std::vector<std::string> key_candidates(std::string_view title);

}  // namespace guanlan
