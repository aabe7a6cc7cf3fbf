#include <fmt/format.h>

#include <algorithm>

#include "extract/dates/workdays.h"
#include "store/search_entry.h"
#include "track/inside.h"

namespace guanlan {
namespace {

using dates::Day;
using dates::WorkCalendar;
using sqlite::Statement;
using sqlite::Work;

// Days worked after `from` up to `to`; backwards where that lies before.
std::optional<int> worked_days(Day from, Day to) {
  constexpr Day kFar = 3653;
  if (from - to > kFar || to - from > kFar) return {};
  const WorkCalendar& calendar = WorkCalendar::builtin();
  int count = 0;
  for (Day day = std::min(from, to) + 1; day <= std::max(from, to); ++day)
    count += calendar.works(day) ? 1 : 0;
  return from <= to ? count : -count;
}

bool years_known(Day from, Day to) {
  const int first = dates::point_of(std::min(from, to)).year;
  const int last = dates::point_of(std::max(from, to)).year;
  for (int year = first; year <= last; ++year) {
    if (!WorkCalendar::builtin().knows(year)) return false;
  }
  return true;
}

std::string text(const Statement& row, int column) { return std::string(row.text(column)); }

Deadline deadline_of(const Statement& row, Day on) {
  Deadline out;
  const auto day = static_cast<Day>(row.integer(0));
  out.last_day = day_text(day);
  out.date = text(row, 1);
  out.role = text(row, 2);
  out.who = text(row, 3);
  out.named = text(row, 4);
  out.what = text(row, 5);
  out.text = text(row, 6);
  out.derivation = text(row, 7);
  out.place = {
      static_cast<int>(row.integer(8)),
      {static_cast<std::uint32_t>(row.integer(9)), static_cast<std::uint32_t>(row.integer(10))}};
  out.item = row.integer(11);
  out.document = row.integer(12);
  out.title = text(row, 13);
  out.kind = text(row, 14);
  out.file = text(row, 15);
  out.days_left = day - on;
  out.working_days_left = worked_days(on, day);
  out.day_off = !WorkCalendar::builtin().works(day);
  out.calendar_known = years_known(on, day);
  return out;
}

Result<DayRange> days(std::string_view date) {
  const DayRange out = days_of(date);
  if (!out.empty()) return out;
  return fail(Code::invalid, fmt::format("「{}」不是日期", date), {},
              "2024、2024-05 或 2024-05-01");
}

}  // namespace

Result<std::vector<Deadline>> Tracker::deadlines(const DeadlineQuery& query) const {
  std::int64_t first = INT32_MIN, last = INT32_MAX;
  if (!query.since.empty()) {
    const auto since = days(query.since);
    if (!since) return tl::unexpected(since.error());
    first = since->begin;
  }
  if (!query.until.empty()) {
    const auto until = days(query.until);
    if (!until) return tl::unexpected(until.error());
    last = until->end - 1;
  }
  const auto on = days(query.on);
  if (!on) return tl::unexpected(on.error());
  Work work(inside_->database);
  std::vector<Deadline> out;
  work.rows(
      "SELECT d.day, d.date, d.role, d.who, d.named, d.what, d.text, d.derivation, d.page, "
      "d.begin, d.end, d.item, i.document, i.title, i.kind, f.name FROM deadlines d "
      "JOIN items i ON i.id = d.item JOIN documents f ON f.id = i.document "
      "WHERE d.day BETWEEN ? AND ? ORDER BY d.day, d.item, d.idx",
      [&](const Statement& row) {
        out.push_back(deadline_of(row, on->begin));
        return true;
      },
      first, last);
  return work.give(std::move(out));
}

std::string china_day(std::chrono::sys_seconds time) {
  constexpr std::chrono::hours kAhead{8};
  const auto day = std::chrono::floor<std::chrono::days>(time + kAhead);
  return day_text(static_cast<std::int32_t>(day.time_since_epoch().count()));
}

}  // namespace guanlan
