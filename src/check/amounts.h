// Amounts (数值): every number of a section with its unit, how finely it is printed, and the words
// that lead to it. Unlike extract's figures, nothing is left out because it was said before.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/passage.h"

namespace guanlan::checking {

// What the words before a number make of it.
enum class Kind : std::uint8_t {
  total,   // 用户总数达到11636.5万户
  change,  // 新增75.5万户, 较上月减少4个
  share,   // 占全省总流量的38.5%
  rate,    // 同比增长4.6%
  other,   // a percentage that is neither
};

struct Amount {
  Span span;  // number and unit
  Span number;
  double value = 0;   // in the base unit: 元, 户; a percentage as it is printed
  double half = 0;    // half of the last digit printed; 0: a count, exact
  std::string unit;   // "%" for percentages, "个百分点"; empty: none printed
  bool exact = true;  // no 约, 近, 余, 以上
  Kind kind = Kind::total;
  bool falls = false;           // 减少, 下降 (of change and rate); the value is positive then
  Span lead;                    // the words before it, back to a mark or the amount before
  Span whole;                   // of a share: what it is a share of
  std::uint32_t place = 0;      // in a list 4.09亿、3.81亿和2.76亿: 0, 1, 2
  std::uint32_t sentence = 0;   // index into Passage::sentences
  std::uint32_t paragraph = 0;  // counts line ends

  [[nodiscard]] bool percent() const { return unit == "%"; }
};

// Those of the body, in order.
[[nodiscard]] std::vector<Amount> amounts_of(const Passage& passage);

// The words of a lead that name what is counted: 我省网民访问互联网流量为 → 我省网民访问互联网流量.
[[nodiscard]] std::string_view label(std::string_view text, const Amount& amount);

// "11636.5万户" as printed, or a value computed: 65.17.
[[nodiscard]] std::string decimal(double value, int digits);

}  // namespace guanlan::checking
