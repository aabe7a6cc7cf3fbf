// The words of lexicon/frame/names.tsv, which several dimensions look up around names and deeds.
#pragma once

#include <cstdint>

#include "lexicon/frame_table.h"

namespace guanlan {

// The classes of the table; its head says what each is.
enum class Shared : std::uint8_t {
  made_up,
  message,
  shop,
  firm,
  account,
  media,
  site,
  company,
  count_
};

[[nodiscard]] const FrameTable<Shared>& shared_words();

}  // namespace guanlan
