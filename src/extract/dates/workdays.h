// Days as numbers, and which of them are worked: weekends, holidays, make-up days (调休).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/dates/calendar.h"

namespace guanlan::dates {

using Day = std::int32_t;  // days since 1970-01-01

[[nodiscard]] Day day_of(const Point& point);  // of a point with a day
[[nodiscard]] Point point_of(Day day);
[[nodiscard]] int days_in_month(int year, int month);
[[nodiscard]] bool is_weekend(Day day);

// The same day `months` later; the last day of that month where it has no such day (1月31日 and one
// month: 2月28日).
[[nodiscard]] Point months_later(const Point& point, int months);

// lexicon/calendar/holidays.tsv. A year that is not in the table has weekends only.
class WorkCalendar {
 public:
  [[nodiscard]] static const WorkCalendar& builtin();
  // Reads such a table; lines that are none are left out.
  explicit WorkCalendar(std::string_view table);

  [[nodiscard]] bool knows(int year) const;
  [[nodiscard]] bool works(Day day) const;
  // The `count`th working day after `day`.
  [[nodiscard]] Day add(Day day, int count) const;
  // `day`, or the first working day after it.
  [[nodiscard]] Day next_working(Day day) const;

 private:
  void read_row(std::string_view row);
  std::vector<int> years_;
  std::unordered_map<Day, bool>
      worked_;  // the days that are not as their weekday says, and holidays
};

}  // namespace guanlan::dates
