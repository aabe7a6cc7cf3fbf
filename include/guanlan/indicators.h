// 指标目录: the catalogue of indicators as a tree (lexicon/stats/indicators.tsv).
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/stats.h"

namespace guanlan {

// In the order of the catalogue.
[[nodiscard]] const std::vector<Indicator>& all_indicators();
// The names of those whose parent is `name`.
[[nodiscard]] std::vector<std::string_view> children_of(std::string_view name);

}  // namespace guanlan
