// Observations as sentences of the house.
#pragma once

#include <string>
#include <vector>

#include "guanlan/stats.h"

namespace guanlan::monthly {

// An observation on its way into words. `full`: period, place and name are said again.
struct Said {
  const Observation* observation = nullptr;
  bool full = false;
};

// The paragraphs of one part: clauses joined by commas while the same thing is spoken of.
[[nodiscard]] std::vector<std::string> paragraphs(const std::vector<Said>& all);

// 1-8月, 8月份, 截至2020年8月底, 2020年: as the figure asks for it.
[[nodiscard]] std::string period_words(const Observation& o);
[[nodiscard]] std::string value_words(const Observation& o);  // 75.5万户

}  // namespace guanlan::monthly
