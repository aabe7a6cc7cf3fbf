// The words of lexicon/frame/sanctions.tsv: what stands around an act at a place where the grammar
// looks for it.
#pragma once

#include <cstdint>

#include "lexicon/frame_table.h"

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
  prize,
  beside_fine,
  kind_of_act,
  party,
  fault,
  dealt,
  apart,
  count_
};

[[nodiscard]] const FrameTable<Frame>& frame();

}  // namespace guanlan::sanctions
