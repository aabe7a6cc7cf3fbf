// A year that is part of a name says nothing about when: 2024年世界互联网大会, 2024年第3批,
// “2016年上海互联网发展十大亮点”, 2024年规章制定工作计划.
#pragma once

#include "extract/dates/expression.h"

namespace guanlan::dates {

// Answers for expressions in ascending order; linear in the hits.
class YearNames {
 public:
  explicit YearNames(const Passage& passage);
  // Whether the year, half-year or quarter begins a name that ends in a word of time_words.tsv
  // (kind name_head) before a verb or a mark.
  [[nodiscard]] bool holds(const Expression& e);

 private:
  [[nodiscard]] bool opens_quote(Span span);
  [[nodiscard]] bool this_years_event(const Expression& e);
  [[nodiscard]] std::uint32_t name_limit(std::uint32_t at) const;

  const Passage& p_;
  const WordTable& words_;
  int kind_;
  std::size_t hit_ = 0, bracket_ = 0;
};

}  // namespace guanlan::dates
