// The words of lexicon/frame/regions.tsv: what stands around places and tells a scene.
#pragma once

#include <cstdint>

#include "extract/bodies/part.h"
#include "lexicon/frame_table.h"

namespace guanlan::regions {

// The classes of the table; its head says what each is.
enum class Frame : std::uint8_t {
  event,
  venue,
  adverb,
  resident,
  person,
  together,
  masked,
  party,
  count,
  counted,
  hunt,
  go,
  bank,
  branch,
  branch_of,
  people,
  person_from,
  street,
  count_
};

[[nodiscard]] const FrameTable<Frame>& frame();
// The length of the longest word of the class that begins (ends) at the offset of the part; 0:
// none.
[[nodiscard]] std::uint32_t word_at(const bodies::Part& part, std::uint32_t offset, Frame cls);
[[nodiscard]] std::uint32_t word_before(const bodies::Part& part, std::uint32_t offset, Frame cls);

}  // namespace guanlan::regions
