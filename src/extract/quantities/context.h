// What makes a numeral no quantity, before its unit is looked at.
#pragma once

#include <cstdint>

#include "guanlan/passage.h"

namespace guanlan::quantities {

// Walks along the numerals of one passage, ascending, and tells which stand inside something that
// is not the item's own prose: a title in 《》, a row of a table, a proper name (三河市, 第四范式),
// a slogan in quotes (“四个坚持”).
class Context {
 public:
  explicit Context(const Passage& passage);
  [[nodiscard]] bool excludes(const Numeral& numeral);

 private:
  [[nodiscard]] bool in_title_or_slogan(Span numeral);
  [[nodiscard]] bool in_name(Span numeral);
  [[nodiscard]] bool in_table(std::uint32_t at);

  const Passage& p_;
  std::size_t hit_ = 0, bracket_ = 0;
  std::uint32_t name_end_ = 0, book_end_ = 0, slogan_ = 0;
  Span line_;
  bool table_line_ = false;
};

// 第3批, 二届五次, 位居前两位, 其一.
[[nodiscard]] bool is_ordinal(std::string_view text, const Numeral& numeral);
// What goes on from an ordinal that ended at `ordinal`: 第三、四条, 第三十条、三十一条.
[[nodiscard]] bool follows_ordinal(std::string_view text, std::uint32_t ordinal,
                                   const Numeral& numeral);
// A year, month, day of the month, hour or minute: 2024年, 4月, 12日, 9时45分, 10:30.
[[nodiscard]] bool is_date_or_time(std::string_view text, const Numeral& numeral);
// Part of a code or formula: GPT-4, 2+8, 7×24, 007.
[[nodiscard]] bool is_code(std::string_view text, const Numeral& numeral);

}  // namespace guanlan::quantities
