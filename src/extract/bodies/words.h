// The words of lexicon/frame/bodies.tsv: what names of public bodies end in beyond their heads.
#pragma once

#include <cstdint>

#include "extract/bodies/part.h"

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

// The length of the longest word of the class that begins (ends) at the offset; 0: none.
[[nodiscard]] std::uint32_t word_at(const Part& part, std::uint32_t offset, Ending cls);
[[nodiscard]] std::uint32_t word_before(const Part& part, std::uint32_t offset, Ending cls);
[[nodiscard]] bool begins_with(std::string_view text, Ending cls);
[[nodiscard]] bool holds(std::string_view text, Ending cls);  // anywhere

}  // namespace guanlan::bodies
