// What time an observation is of: a month, a year, or a run of months; and where the text says so.
#pragma once

#include <string>
#include <vector>

#include "extract/dates/calendar.h"
#include "guanlan/passage.h"

namespace guanlan::stats {

// Months from … to, both included; month 0: whole years. year 0: not known.
struct Period {
  int from_year = 0, from_month = 0;
  int year = 0, month = 0;

  explicit operator bool() const { return year != 0; }
  [[nodiscard]] bool range() const { return from_year != year || from_month != month; }
  friend bool operator==(const Period&, const Period&) = default;
};

// 上半年 and quarters become their months; a day becomes its month.
[[nodiscard]] Period period_of(const dates::Point& point);
// Of a date of the record: 2024, 2024-H1, 2024-Q3, 2024-05, 2024-05-01.
[[nodiscard]] Period period_of_iso(std::string_view date);
[[nodiscard]] Period through(const Period& first, const Period& last);
[[nodiscard]] Period end_of(const Period& period);         // its last month (or year)
[[nodiscard]] Period since_january(const Period& period);  // 2024-08 → 2024-01/2024-08
// The months behind `base` up to the end of `period`: 2024-12, 2025-06 → 2025-01/2025-06. Behind
// none, `period`.
[[nodiscard]] Period months_since(const Period& base, const Period& period);
[[nodiscard]] Period months_before(const Period& period, int months);
[[nodiscard]] std::string iso(const Period& period);  // empty: not known

struct Dated {
  Span span;
  Period period;
};
// The periods that a passage's body names, ascending: 8月份, 1-8月, 前三季度, 2020年上半年.
[[nodiscard]] std::vector<Dated> find_periods(const Passage& passage);

}  // namespace guanlan::stats
