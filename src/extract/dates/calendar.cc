#include "extract/dates/calendar.h"

#include <array>
#include <cstdio>

namespace guanlan::dates {

namespace {

// `value` in so many digits or more.
void append_digits(std::string& out, int value, int digits) {
  std::array<char, 12> buffer{};
  auto at = buffer.end();
  for (; value > 0 || digits > 0; value /= 10, --digits)
    *--at = static_cast<char>('0' + value % 10);
  out.append(at, buffer.end());
}

}  // namespace

std::string iso(const Point& p) {
  if (p.year <= 0) return {};
  std::string out;
  append_digits(out, p.year, 4);
  if (p.half != 0 || p.quarter != 0) {
    out += p.half != 0 ? "-H" : "-Q";
    append_digits(out, p.half != 0 ? p.half : p.quarter, 1);
  } else if (p.month != 0 || p.day != 0) {
    out += '-';
    append_digits(out, p.month, 2);
    if (p.day == 0) return out;
    out += '-';
    append_digits(out, p.day, 2);
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
