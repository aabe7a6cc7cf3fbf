// The words of lexicon/frame/sanctions.tsv: what stands around an act at a place where the grammar
// looks for it.
#pragma once

#include <cstdint>
#include <string_view>

namespace guanlan::sanctions {

// The classes of the table; its head says what each is.
enum class Frame : std::uint8_t {
  comes_to,
  cost,
  option,
  about,
  imposes,
  imposed,
  gives,
  than,
  at_most,
  rule_case,
  then,
  wants,
  orders,
  each,
  sums,
  took,
  count_
};

// The length of the longest word of the class that begins (ends) at the offset; 0: none.
[[nodiscard]] std::uint32_t cue_at(std::string_view text, std::size_t at, Frame cls);
[[nodiscard]] std::uint32_t cue_before(std::string_view text, std::size_t at, Frame cls);
[[nodiscard]] bool holds_cue(std::string_view text, Frame cls);  // anywhere

}  // namespace guanlan::sanctions
