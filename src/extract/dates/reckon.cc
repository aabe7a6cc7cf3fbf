#include "extract/dates/reckon.h"

#include <fmt/format.h>

#include "extract/dates/workdays.h"

namespace guanlan::dates {
namespace {

// `duration` after `from`, working days by the calendar.
Point later(const Point& from, const Duration& d) {
  switch (d.unit) {
    case TimeUnit::day:
      return point_of(day_of(from) + d.amount);
    case TimeUnit::working_day:
      return point_of(WorkCalendar::builtin().add(day_of(from), d.amount));
    case TimeUnit::month:
      return months_later(from, d.amount);
    case TimeUnit::year:
      return months_later(from, d.amount * 12);
  }
  return {};
}

std::string sum(const Point& from, const Duration& d) {
  return fmt::format("{} + {}{}", iso(from), d.amount, name(d.unit));
}

// Years between the two whose days off are not in the table.
std::string not_in_table(const Point& from, const Point& to) {
  std::string years;
  for (int year = from.year; year <= to.year; ++year) {
    if (WorkCalendar::builtin().knows(year)) continue;
    years += (years.empty() ? "" : "、") + std::to_string(year);
  }
  return years.empty() ? years : fmt::format("; 无{}年放假安排,只计周末", years);
}

}  // namespace

Reckoned within(const Point& from, const Duration& d) {
  Reckoned out;
  if (from.day == 0) return out;
  const Point end = later(from, d);
  const WorkCalendar& calendar = WorkCalendar::builtin();
  out.point = point_of(calendar.next_working(day_of(end)));
  out.derivation = fmt::format("{} = {}", sum(from, d), iso(end));
  if (out.point != end) out.derivation += fmt::format("(休息日) → {}", iso(out.point));
  const bool counted = d.unit == TimeUnit::working_day;
  out.derivation += not_in_table(counted ? from : end, out.point);
  return out;
}

Reckoned after(const Point& from, const Duration& d) {
  Reckoned out;
  if (from.day == 0) return out;
  out.point = point_of(day_of(later(from, d)) + 1);
  out.derivation = fmt::format("{} + 1日 = {}", sum(from, d), iso(out.point));
  if (d.unit == TimeUnit::working_day) out.derivation += not_in_table(from, out.point);
  return out;
}

Reckoned lasting(const Point& from, const Duration& d) {
  Reckoned out;
  if (from.day != 0) {
    out.point = point_of(day_of(later(from, d)) - 1);
    out.derivation = fmt::format("{} - 1日 = {}", sum(from, d), iso(out.point));
  } else if (from.month != 0 && (d.unit == TimeUnit::month || d.unit == TimeUnit::year)) {
    out.point = shifted(from, d.amount * (d.unit == TimeUnit::year ? 12 : 1) - 1);
    out.derivation = fmt::format("{} - 1个月 = {}", sum(from, d), iso(out.point));
  }
  return out;
}

}  // namespace guanlan::dates
