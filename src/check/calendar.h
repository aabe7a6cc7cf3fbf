// Dates as printed, possible or not: extract keeps only those that can be.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "guanlan/span.h"

namespace guanlan::checking {

struct PrintedDate {
  Span span;
  int year = 0, month = 0, day = 0;  // as printed; 0: not printed
  std::uint32_t end = 0;
};

// 2024年4月31日, 4月31日, 2024-13-05, 二〇二四年四月三十一日: every printed day with its month, in
// order. Not: 12、13日 (the first has no 日), 4月.
[[nodiscard]] std::vector<PrintedDate> printed_dates(std::string_view text);

// The year of an ISO date, month or year; 0: it has none.
[[nodiscard]] int year_of_iso(std::string_view iso);
// 28 to 31; 29 for February where the year is not known (0).
[[nodiscard]] int days_in_month(int year, int month);
// 0 Sunday … 6 Saturday.
[[nodiscard]] int weekday(int year, int month, int day);

}  // namespace guanlan::checking
