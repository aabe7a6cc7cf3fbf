// Qualifiers (约数词) around a quantity: 近, 超过, 不足, 至少 before it; 以上, 左右, 以内 behind
// it.
#pragma once

#include <cstdint>
#include <string_view>

#include "guanlan/passage.h"

namespace guanlan::quantities {

struct Qualifier {
  Approx approx = Approx::none;
  Span cue;  // the words; empty: none
  const char* rule = "";
};

// The qualifier that ends at `at`, at most a verb between (至少包含一家). Nothing is looked at
// before `floor`.
[[nodiscard]] Qualifier qualifier_before(std::string_view text, std::uint32_t at,
                                         std::uint32_t floor);
// The one that stands earlier in the clause, over a noun: 约占全国总量的2.1%, 超过总额的四分之一.
[[nodiscard]] Qualifier qualifier_over_noun(std::string_view text, std::uint32_t at,
                                            std::uint32_t floor);
// The qualifier that begins at `at`, right behind the unit.
[[nodiscard]] Qualifier qualifier_after(std::string_view text, std::uint32_t at);

}  // namespace guanlan::quantities
