// Fragments: words that stand side by side on one line, without a gap that could part columns.
#pragma once

#include <cstdint>
#include <vector>

#include "read/word.h"

namespace guanlan {

struct Fragment {
  Box box;
  std::vector<std::uint32_t> words;  // indexes into PageWords::words, left to right
  float em = 0;                      // font size, of the longest word
  std::uint32_t letters = 0;         // of all words
  std::uint32_t weight = 0;          // of the word that `em` is from
  std::int32_t table = -1;           // stands for a whole table of the page; no words then
};

// A gap of more than this many ems parts fragments; what still belongs together is joined again
// when the columns are known.
inline constexpr float kFragmentGap = 0.9F;

// Every word of `chosen` is in exactly one fragment. Near linear.
[[nodiscard]] std::vector<Fragment> make_fragments(const PageWords& page,
                                                   const std::vector<std::uint32_t>& chosen);
[[nodiscard]] std::vector<Fragment> make_fragments(const PageWords& page);

// The middle font size, weighted by letters; 0 for none.
[[nodiscard]] float usual_em(const std::vector<Fragment>& fragments);

}  // namespace guanlan
