// 回指: words that point back to a provision or a law cited before, without naming it again.
//
// Accepted: 前款规定, 该条, 上述规定, 前述条款 (provisions) · 前述法律, 上述条例, 违反该法 (laws) ·
// in a law text 前款, 前条, 前两款 (its own). Not: what nothing was cited before; 同条第二款,
// 该法第五条, which are citations.
#pragma once

#include <vector>

#include "guanlan/mention.h"

namespace guanlan {

// A citation as it is printed, also where the same was cited before.
struct ToldCitation {
  Span span;
  CitedProvision cited;
  std::string article;  // 第四十四条 of 第四十四条第二款; empty: the law as a whole
};

// `told`: ascending.
[[nodiscard]] std::vector<ReferenceMention> find_references(const Passage& passage,
                                                            const std::vector<ToldCitation>& told);

}  // namespace guanlan
