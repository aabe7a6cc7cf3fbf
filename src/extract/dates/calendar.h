// A date as written: a year, a month, a day, a half-year or a quarter – and no more than that.
#pragma once

#include <string>

namespace guanlan::dates {

struct Point {
  int year = 0, month = 0, day = 0;  // 0: not written
  int half = 0;                      // 上半年 1, 下半年 2
  int quarter = 0;                   // 1 to 4

  friend bool operator==(const Point&, const Point&) = default;
};

// 2024-05-01, 2023-12, 2022, 2020-H1, 2024-Q3; empty without a year.
[[nodiscard]] std::string iso(const Point& point);

// The first day as one number, so that points can be put in order: 20240501.
[[nodiscard]] int first_day(const Point& point);

// Whether such a day can be: 2月30日 cannot.
[[nodiscard]] bool valid(const Point& point);

// `months` later (earlier), keeping the precision.
[[nodiscard]] Point shifted(Point point, int months);

}  // namespace guanlan::dates
