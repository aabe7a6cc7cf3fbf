// Values as statistics print them: 75.5 万户, -10.5 %, 第4位 – the printed multiplier stays with
// the unit, so that a series keeps the unit its source prints.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guanlan/passage.h"

namespace guanlan::stats {

struct Amount {
  Span span;             // sign, 第, number and unit
  double value = 0;      // with its sign
  std::string unit;      // 万户, 个百分点, %, 位; empty: none printed
  bool ordinal = false;  // 第4位
  int decimals = 0;      // digits printed behind the point

  [[nodiscard]] bool percent() const { return unit == "%" || unit == "个百分点" || unit == "‰"; }
};

// All amounts of the body, ascending. No dates, clock times, codes (5G, IPv4), list numbers;
// nothing in 《》 or in rows of tables; an ordinal only before 位 or 名.
[[nodiscard]] std::vector<Amount> find_amounts(const Passage& passage);

// 8643.5 and 万 of the numeral 8643.5万: what is printed before the multiplier, and the multiplier.
struct Printed {
  double value = 0;
  std::string_view multiplier;
};
[[nodiscard]] Printed printed(std::string_view text, const Numeral& numeral);

}  // namespace guanlan::stats
