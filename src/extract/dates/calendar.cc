#include "extract/dates/calendar.h"

#include <fmt/compile.h>

namespace guanlan::dates {

std::string iso(const Point& p) {
  if (p.year <= 0) return {};
  if (p.half != 0) return fmt::format(FMT_COMPILE("{:04}-H{}"), p.year, p.half);
  if (p.quarter != 0) return fmt::format(FMT_COMPILE("{:04}-Q{}"), p.year, p.quarter);
  if (p.day != 0) return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), p.year, p.month, p.day);
  return p.month != 0 ? fmt::format(FMT_COMPILE("{:04}-{:02}"), p.year, p.month)
                      : fmt::format(FMT_COMPILE("{:04}"), p.year);
}

int first_day(const Point& p) {
  int month = p.month;
  if (p.half != 0) month = p.half * 6 - 5;
  if (p.quarter != 0) month = p.quarter * 3 - 2;
  return p.year * 10000 + (month > 0 ? month : 1) * 100 + (p.day > 0 ? p.day : 1);
}

bool valid(const Point& p) {
  constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (p.month < 0 || p.month > 12 || p.day < 0) return false;
  return p.day <= (p.month > 0 ? kDays[p.month - 1] : 31);
}

Point shifted(Point p, int months) {
  if (p.month == 0) return p;
  const int total = p.year * 12 + p.month - 1 + months;
  p.year = total / 12;
  p.month = total % 12 + 1;
  return p;
}

}  // namespace guanlan::dates
