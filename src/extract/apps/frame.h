// The words of lexicon/frame/apps.tsv: what stands around names of apps and is no part of them.
#pragma once

#include <cstdint>

#include "lexicon/frame_table.h"

namespace guanlan::apps {

// The classes of the table; its head says what each is.
enum class Frame : std::uint8_t {
  channel,
  direct,
  played,
  means,
  handled,
  matter,
  told,
  done,
  said,
  own_noun,
  head,
  passing,
  upon,
  announce,
  developer,
  guide,
  rule,
  form,
  malware,
  game,
  fake,
  before,
  adverb,
  suffered,
  other_noun,
  no_name,
  opener,
  book,
  which,
  hidden,
  firm,
  count_
};

[[nodiscard]] const FrameTable<Frame>& frame();

}  // namespace guanlan::apps
