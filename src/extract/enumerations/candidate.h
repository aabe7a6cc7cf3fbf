// Counts that a text announces: 六项重点任务, 四部门, 三大板块, 117个已备案模型.
#pragma once

#include <cstdint>
#include <vector>

#include "guanlan/passage.h"

namespace guanlan::enumerations {

struct Candidate {
  Span span;  // the numeral, its unit and the noun
  int count = 0;
  std::uint32_t begin = 0;  // of the numeral
  std::uint32_t unit_end = 0;
  std::string_view unit;  // as printed; 大 for 三大板块
  std::string_view noun;  // what follows the unit up to a mark or verb; may be empty
  bool parts = false;  // counts parts of a text or bodies (方面, 部门, 大): a list is likely
  bool exact = true;   // no qualifier, no 余
  std::uint32_t sentence = 0;
};

// Those of the title and the body, ascending within each.
[[nodiscard]] std::vector<Candidate> candidates_in(const Passage& passage, Span part);

}  // namespace guanlan::enumerations
