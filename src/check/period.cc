// Period (刊期): an event later than the issue that reports it.
//
//   date.outside
#include <charconv>

#include "check/calendar.h"
#include "check/families.h"

namespace guanlan::checking {
namespace {

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// Whether the ISO date begins after the issue's day or month; what is not known says nothing.
bool later(std::string_view iso, const IssueDate& issue) {
  if (iso.size() < 4) return false;
  if (const int year = year_of_iso(iso); year != issue.year) return year > issue.year;
  if (iso.size() < 7 || issue.month == 0) return false;
  if (const int month = number(iso.substr(5, 2)); month != issue.month) return month > issue.month;
  return iso.size() == 10 && issue.day != 0 && number(iso.substr(8, 2)) > issue.day;
}

}  // namespace

void check_period(Desk& desk) {
  const IssueDate& issue = desk.document().issue.date;
  // Only a date that the document prints for itself: one guessed from the text proves nothing, and
  // a signature may be that of what the document forwards.
  if (issue.year == 0 || issue.span.empty() || issue.basis == DateBasis::signature) return;
  for (const Section& section : desk.sections()) {
    const auto& event = section.mentions->dates.event;
    if (section.item < 0 || !event || !later(event->value, issue)) continue;
    std::string printed = std::to_string(issue.year) + "年";
    if (issue.month != 0) printed += std::to_string(issue.month) + "月";
    if (issue.day != 0) printed += std::to_string(issue.day) + "日";
    desk.report({"date.outside",
                 in_clean(event->span),
                 {{"event", event->value}, {"issue", printed}},
                 {},
                 {in_clean(issue.span)}});
  }
}

}  // namespace guanlan::checking
