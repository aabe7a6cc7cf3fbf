// Colloquial words of a query, also looked for under their official names
// (lexicon/search/colloquial.tsv).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guanlan/search.h"
#include "search/query.h"

namespace guanlan {

struct ColloquialRow {
  std::vector<std::string> words;  // folded
  std::vector<std::string> official;
};
[[nodiscard]] const std::vector<ColloquialRow>& colloquial_rows();

// The tree with such words widened; what was done.
[[nodiscard]] std::vector<Expansion> widen(query::Node& root);

}  // namespace guanlan
