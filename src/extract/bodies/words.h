// The words of lexicon/frame/bodies.tsv: what names of public bodies end in beyond their heads.
#pragma once

#include <cstdint>

#include "extract/bodies/part_words.h"

namespace guanlan::bodies {

// The classes of the table; its head says what each is.
enum class Ending : std::uint8_t {
  group,
  office,
  not_office,
  department,
  institute,
  foreign,
  ministry,
  branch,
  named_branch,
  no_stem,
  vague,
  word,
  count_
};

[[nodiscard]] const FrameTable<Ending>& endings();

}  // namespace guanlan::bodies
