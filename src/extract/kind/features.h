// What tells the kind of an item beside single words: its papers, its authorities, its part's
// heading.
#pragma once

#include <string>
#include <vector>

#include "guanlan/mention.h"

namespace guanlan::kind {

struct Feature {
  std::string kind;
  double weight;
  const char* rule;
  Span cue;
};

[[nodiscard]] std::vector<Feature> features(const Passage& passage, const Mentions& done);
// The end of the body's opening: its first sentences, at most some 300 bytes.
[[nodiscard]] std::uint32_t opening_end(const Passage& passage);

// Where the main clause of the title begins: behind 因…, 针对…, 为….
[[nodiscard]] std::uint32_t main_clause(const Passage& passage);
// Whether a span of the title lies inside 《》: the paper's own subject.
[[nodiscard]] bool in_paper(const Passage& passage, Span span);

}  // namespace guanlan::kind
