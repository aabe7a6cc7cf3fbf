// The words of lexicon/frame/enumerations.tsv: what stands around counted lists.
#pragma once

#include <cstdint>

#include "lexicon/frame_table.h"

namespace guanlan::enumerations {

// The classes of the table; its head says what each is.
enum class Frame : std::uint8_t { unit, verb, verb_end, cases, listed, closing, count_ };

[[nodiscard]] const FrameTable<Frame>& frame();

}  // namespace guanlan::enumerations
