// One act with the words around it.
#pragma once

#include <cstdint>
#include <string_view>

#include "guanlan/span.h"
#include "text/stands.h"

namespace guanlan::sanctions {

inline constexpr std::uint32_t kScope = 360;  // bytes over which the words of a claim reach

struct Act {
  std::size_t index = 0;  // into Words::words
  Span clause;
  Span after, before;  // up to the next and the previous act in the clause
};

// Whether a sentence or a paragraph ends between the offsets.
[[nodiscard]] inline bool sentence_ends_between(std::string_view text, std::uint32_t from,
                                                std::uint32_t to) {
  const std::string_view between = text.substr(from, to - from);
  return holds_word(between, "。") || between.find('\n') != std::string_view::npos;
}

}  // namespace guanlan::sanctions
