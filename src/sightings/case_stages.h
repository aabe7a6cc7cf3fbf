// The stages of cases as texts tell them: 立案侦查, 抓获, 移送审查起诉, 宣判 …
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/span.h"

namespace guanlan::sighting {

struct Stage {
  std::string_view role;  // docs/tracking.md
  Span at;                // of its words
};

// In the order of the text, from lexicon/track/cases.tsv. Left out is what did not happen or only
// may (均未上诉, 可判处), and what another case of the same person came to (曾因盗窃被判处).
[[nodiscard]] std::vector<Stage> stages_in(std::string_view text, Span scope);

}  // namespace guanlan::sighting
