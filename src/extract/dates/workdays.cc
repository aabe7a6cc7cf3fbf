#include "extract/dates/workdays.h"

#include <algorithm>
#include <charconv>

#include "lexicon/embedded.h"

namespace guanlan::dates {
namespace {

int number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

// The part before `mark`; `text` keeps what follows.
std::string_view take(std::string_view& text, std::string_view mark) {
  const std::size_t at = std::min(text.find(mark), text.size());
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(std::min(text.size(), at + mark.size()));
  return part;
}

// 02-10 of a year.
std::optional<Day> month_day(int year, std::string_view text) {
  const int month = number(take(text, "-")), day = number(text);
  if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return {};
  return day_of({year, month, day});
}

}  // namespace

// After Howard Hinnant's chrono-compatible date algorithms: exact over the whole range.
Day day_of(const Point& p) {
  const int y = p.month <= 2 ? p.year - 1 : p.year;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int of_era = y - era * 400;
  const int of_year = (153 * (p.month + (p.month > 2 ? -3 : 9)) + 2) / 5 + p.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Point point_of(Day day) {
  day += 719468;
  const int era = (day >= 0 ? day : day - 146096) / 146097;
  const int of_era = day - era * 146097;
  const int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int of_year = of_era - (365 * year + year / 4 - year / 100);
  const int month = (5 * of_year + 2) / 153;
  Point p;
  p.day = of_year - (153 * month + 2) / 5 + 1;
  p.month = month < 10 ? month + 3 : month - 9;
  p.year = year + era * 400 + (p.month <= 2 ? 1 : 0);
  return p;
}

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool is_weekend(Day day) {
  const int weekday = ((day % 7) + 11) % 7;  // 1970-01-01 was a Thursday; 0: Sunday
  return weekday == 0 || weekday == 6;
}

Point months_later(const Point& point, int months) {
  Point p = shifted(point, months);
  if (p.day > 0) p.day = std::min(p.day, days_in_month(p.year, p.month));
  return p;
}

const WorkCalendar& WorkCalendar::builtin() {
  static const WorkCalendar calendar = [] {
    for (const EmbeddedFile& file : embedded_files()) {
      if (file.path() == "lexicon/calendar/holidays.tsv") return WorkCalendar(file.text());
    }
    return WorkCalendar({});
  }();
  return calendar;
}

WorkCalendar::WorkCalendar(std::string_view table) {
  while (!table.empty()) {
    const std::string_view row = take(table, "\n");
    if (!row.empty() && row.front() != '#') read_row(row);
  }
}

void WorkCalendar::read_row(std::string_view row) {
  const int year = number(take(row, "\t"));
  if (year == 0) return;  // the names of the columns
  years_.push_back(year);
  std::string_view off = take(row, "\t");
  while (!off.empty()) {
    std::string_view run = take(off, "|");
    const auto first = month_day(year, take(run, ".."));
    const auto last = run.empty() ? first : month_day(year, run);
    if (!first || !last) continue;
    for (Day day = *first; day <= *last; ++day) worked_[day] = false;
  }
  while (!row.empty()) {
    if (const auto day = month_day(year, take(row, "|"))) worked_[*day] = true;
  }
}

bool WorkCalendar::knows(int year) const {
  return std::find(years_.begin(), years_.end(), year) != years_.end();
}

bool WorkCalendar::works(Day day) const {
  const auto it = worked_.find(day);
  return it != worked_.end() ? it->second : !is_weekend(day);
}

Day WorkCalendar::add(Day day, int count) const {
  while (count > 0) {
    if (works(++day)) --count;
  }
  return day;
}

Day WorkCalendar::next_working(Day day) const {
  while (!works(day)) ++day;
  return day;
}

}  // namespace guanlan::dates
