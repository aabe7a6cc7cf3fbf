// A number on its way to a figure: the numeral with its 余 or 多, a fraction in digits, a range.
#pragma once

#include <cstdint>
#include <string_view>

#include "guanlan/passage.h"

namespace guanlan::quantities {

struct Amount {
  Span span;  // the number as printed: 73.5万余, 1/3
  double value = 0;
  double scale = 1;  // of 万, 亿 in it
  NumeralForm form = NumeralForm::digits;
  Approx approx = Approx::none;
  bool decimals = false;
  std::string_view text;  // without 余, 多

  [[nodiscard]] bool scale_alone() const;  // 百万, 千亿: no number before it
  [[nodiscard]] bool large() const { return scale >= 1e4; }
};

[[nodiscard]] Amount amount_of(std::string_view text, const Numeral& numeral);

// 余, 多, 几, 来 between a numeral and its unit, at `at`: its length.
[[nodiscard]] std::uint32_t vague_suffix(std::string_view text, std::uint32_t at);

// The mark or word of a range (至, 到, —, -, ~) that begins at `at`: its length; 0: none.
[[nodiscard]] std::uint32_t range_mark(std::string_view text, std::uint32_t at);

// 1/3, 2/3; not 4/5G, 24/7, 2024/4/12: `top` and `bottom` as one amount, if they are one.
[[nodiscard]] bool slash_fraction(std::string_view text, const Numeral& top, const Numeral& bottom,
                                  Amount& out);

// Gives the first number of a range what its second number has: 3-5万, 二三十, 十五六. False where
// the two are no range.
[[nodiscard]] bool align_range(Amount& first, Amount& second, bool adjacent);

}  // namespace guanlan::quantities
