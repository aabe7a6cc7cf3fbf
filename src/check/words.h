// Words to look for in a text, all at once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guanlan/span.h"

namespace guanlan::checking {

// A spelling that is wrong or not the house's.
struct Word {
  std::string wrong;
  std::string right;                // empty: none proposed
  std::vector<std::string> unless;  // longer words that hold it and are right
  std::vector<std::string> before;  // wrong only right behind one of these; empty: anywhere
  std::vector<std::string> after;   // wrong only right before one of these; empty: anywhere
};

struct WordHit {
  std::size_t word;
  Span span;
};

// Where the words stand in folded text, in order. One pass.
[[nodiscard]] std::vector<WordHit> find_words(std::string_view text,
                                              const std::vector<Word>& words);

}  // namespace guanlan::checking
