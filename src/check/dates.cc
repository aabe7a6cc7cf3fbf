// Dates (日期): days that no calendar has, and weekdays that do not go with their day.
//
//   date.impossible   4月31日, 2023年2月29日, 2024年13月5日
//   date.weekday      2024年4月9日(星期三): a Tuesday
#include "check/calendar.h"
#include "check/families.h"
#include "extract/around.h"
#include "guanlan/outline.h"

namespace guanlan::checking {
namespace {

constexpr std::string_view kWeekdays[] = {"日", "一", "二", "三", "四", "五", "六"};

bool possible(const PrintedDate& d, int year) {
  return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= days_in_month(year, d.month);
}

void impossible(Desk& desk, const PrintedDate& d) {
  const bool month = d.month >= 1 && d.month <= 12;
  desk.report({"date.impossible",
               in_clean(d.span),
               {{"why", month ? std::to_string(d.month) + "月只有" +
                                    std::to_string(days_in_month(d.year, d.month)) + "日"
                              : "没有" + std::to_string(d.month) + "月"},
                {"why_en", month ? "that month has " +
                                       std::to_string(days_in_month(d.year, d.month)) + " days"
                                 : "there is no such month"}}});
}

// 星期三, 周三, with or without brackets, right behind the day. A year that is not `certain` may be
// the one before or after: a notice of December sets the days of January.
void weekdays(Desk& desk, const PrintedDate& d, int year, bool certain) {
  const std::string_view text = desk.text();
  std::uint32_t at = d.span.end;
  if (around::starts(text, at, "(")) ++at;
  constexpr std::string_view kLead[] = {"星期", "礼拜", "周"};
  const std::uint32_t lead = around::starts_any(text, at, kLead);
  if (lead == 0) return;
  const int right = weekday(year, d.month, d.day);
  const auto fits = [&](int day, int of_year) {
    return possible(d, of_year) && weekday(of_year, d.month, d.day) == day;
  };
  for (int i = 0; i < 7; ++i) {
    const bool sunday = i == 0 && around::starts(text, at + lead, "天");
    if (!sunday && !around::starts(text, at + lead, kWeekdays[i])) continue;
    if (i == right || (!certain && (fits(i, year - 1) || fits(i, year + 1)))) return;
    const Span day{at + lead, at + lead + 3};
    desk.report({"date.weekday",
                 in_clean({d.span.begin, day.end}),
                 {{"date", std::to_string(year) + "-" + std::to_string(d.month) + "-" +
                               std::to_string(d.day)},
                  {"right", std::string(kWeekdays[right])}},
                 desk.printed({d.span.begin, day.begin}) + std::string(kWeekdays[right])});
  }
}

}  // namespace

void check_dates(Desk& desk) {
  const IssueDate& issue = desk.document().issue.date;
  for (const PrintedDate& d : printed_dates(desk.text())) {
    if (!possible(d, d.year)) {
      impossible(desk, d);
    } else if (const int year = d.year != 0 ? d.year : issue.year; year != 0) {
      const bool certain = d.year != 0 || issue.basis == DateBasis::masthead;
      if (possible(d, year)) weekdays(desk, d, year, certain);
    }
  }
}

}  // namespace guanlan::checking
