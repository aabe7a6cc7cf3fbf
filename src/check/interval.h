// What a printed number can stand for: 65.1 is anything from 65.05 to 65.15. Arithmetic on these
// finds only what no rounding explains.
#pragma once

#include <algorithm>

#include "check/amounts.h"

namespace guanlan::checking {

struct Interval {
  double low = 0, high = 0;

  [[nodiscard]] bool meets(Interval other) const {
    const double slack = 1e-9 * std::max({1.0, high, other.high});
    return low <= other.high + slack && other.low <= high + slack;
  }
  [[nodiscard]] Interval common(Interval other) const {
    return {std::max(low, other.low), std::min(high, other.high)};
  }
  [[nodiscard]] double middle() const { return (low + high) / 2; }
};

// Parts that come so near their total, as a share of it, are all of its parts.
inline constexpr double kNearTotal = 0.03;

[[nodiscard]] inline Interval interval(const Amount& a) {
  return {a.value - a.half, a.value + a.half};
}
// For positive numbers.
[[nodiscard]] inline Interval ratio(Interval part, Interval whole) {
  return {part.low / whole.high, part.high / whole.low};
}
[[nodiscard]] inline Interval percent(Interval share) {
  return {share.low * 100, share.high * 100};
}

// Digits after the point, as the amount prints them.
[[nodiscard]] int printed_decimals(std::string_view text, const Amount& amount);
// The amount as printed with another number in it: 57.7% → 57.6%.
[[nodiscard]] std::string with_number(std::string_view text, const Amount& amount, double number);
// A value of the amount's base unit as the amount prints it: 116364000 beside 11636.5万户 →
// 11636.4万户.
[[nodiscard]] std::string in_unit_of(std::string_view text, const Amount& amount, double value);

}  // namespace guanlan::checking
