// Reckoning as law counts (民法典 第二百条至第二百零四条): the day a period begins is not counted;
// a period that ends on a day off ends on the next working day.
#pragma once

#include <string>

#include "extract/dates/calendar.h"
#include "extract/dates/duration.h"

namespace guanlan::dates {

struct Reckoned {
  Point point;             // year 0: cannot be reckoned
  std::string derivation;  // 2024-11-05 + 10工作日 = 2024-11-19
};

// The last day of a period that begins after `from`: within 30 days of it. Only from a full date.
[[nodiscard]] Reckoned within(const Point& from, const Duration& duration);
// The first day after such a period: 公布之日起30日后施行.
[[nodiscard]] Reckoned after(const Point& from, const Duration& duration);
// The last day (or month) of a period that begins with `from`: in force from then on for 5 years,
// a campaign of 3 months.
[[nodiscard]] Reckoned lasting(const Point& from, const Duration& duration);

}  // namespace guanlan::dates
