#include "extract/dates/calendar.h"

namespace guanlan::dates {

std::string iso(const Point& p) {
  if (p.year <= 0) return {};
  std::string out;
  const auto digits = [&](int number, int size) {
    for (int unit = size == 4 ? 1000 : size == 2 ? 10 : 1; unit > 0; unit /= 10)
      out += static_cast<char>('0' + number / unit % 10);
  };
  const auto part = [&](std::string_view before, int number, int size) {
    out += before;
    digits(number, size);
  };
  digits(p.year, 4);
  if (p.half != 0) {
    part("-H", p.half, 1);
  } else if (p.quarter != 0) {
    part("-Q", p.quarter, 1);
  } else if (p.month != 0) {
    part("-", p.month, 2);
    if (p.day != 0) part("-", p.day, 2);
  }
  return out;
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
