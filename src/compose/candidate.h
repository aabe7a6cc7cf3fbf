// What gathering knows of an item before it has a seat.
#pragma once

#include "compose/style.h"

namespace guanlan::compose {

struct Candidate {
  Item item;
  Scope scope = Scope::none;
  std::vector<std::string> path;         // headings in the source
  std::vector<std::string> authorities;  // official names, in order
  double weight = 0;                     // of its facts
};

// Reads a stored item. `facts` as the store holds them.
[[nodiscard]] Candidate candidate_of(const StoredItem& stored, const std::vector<Fact>& facts,
                                     std::string_view digest,
                                     const std::vector<LevelWords>& levels);

// Groups reports of one event: the first of each group is the fullest, with the others' sources.
[[nodiscard]] std::vector<Candidate> without_twins(std::vector<Candidate> all);

// "part" or "part/section"; empty: no rule fits.
[[nodiscard]] std::string_view place_for(const Style& style, const Candidate& candidate);

}  // namespace guanlan::compose
