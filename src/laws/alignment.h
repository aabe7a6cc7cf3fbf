// 条文对应: which provision of one version of a law is which of the next. A number says little: an
// article put in moves all behind it, so the texts decide, and the number only between equals.
//
// Linear but for words that stand in few provisions: candidates are found by groups of three
// letters that at most kCommon provisions share.
#pragma once

#include <cstddef>
#include <vector>

#include "guanlan/laws.h"

namespace guanlan {

struct Correspondence {
  std::size_t older = 0, newer = 0;  // indices into the two versions
  double likeness = 0;               // of the texts, kLeastLikeness to 1
};

// At most one correspondence a provision, ascending by `newer`. What has none was put in, was
// deleted, or was written anew.
[[nodiscard]] std::vector<Correspondence> correspond(const std::vector<Provision>& older,
                                                     const std::vector<Provision>& newer);

}  // namespace guanlan
