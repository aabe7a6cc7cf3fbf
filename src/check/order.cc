// Order of dates (日期先后): periods, effect, deadlines.
//
//   date.order       2024年9月24日至9月20日
//   date.effective   issued in April, effective from March
//   date.deadline    set on the 15th, to be met by the 12th
#include <algorithm>

#include "check/calendar.h"
#include "check/families.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

int days(int year, int month, int day) { return (year * 100 + month) * 100 + day; }

bool is_range(std::string_view gap) {
  constexpr std::string_view kMarks[] = {"至", "到", "-", "—", "——", "~", "–"};
  for (const std::string_view mark : kMarks) {
    if (gap == mark) return true;
  }
  return false;
}

// 9月24日至9月20日: both days printed with their months, the years written or the same.
void periods(Desk& desk) {
  const auto dates = printed_dates(desk.text());
  for (std::size_t i = 1; i < dates.size(); ++i) {
    const PrintedDate &a = dates[i - 1], &b = dates[i];
    const std::string_view gap = desk.of({a.span.end, b.span.begin});
    if (!is_range(gap) || a.month > 12 || b.month > 12) continue;
    const bool same_year =
        b.year == 0 ? b.month >= a.month : a.year != 0;  // 12月25日至1月5日 goes on
    if (!same_year) continue;
    const int first = days(b.year == 0 ? 0 : a.year, a.month, a.day);
    const int last = days(b.year, b.month, b.day);
    if (first <= last) continue;
    desk.report({"date.order",
                 in_clean({a.span.begin, b.span.end}),
                 {{"first", desk.printed(a.span)}, {"last", desk.printed(b.span)}}});
  }
}

// Full days only can be put in order without guessing.
bool is_day(std::string_view iso) { return iso.size() == 10 && iso[4] == '-' && iso[7] == '-'; }

void before_event(Desk& desk, const DateMention& date, const DateMention& event,
                  std::string_view rule) {
  if (!is_day(date.value) || !is_day(event.value) || date.value >= event.value) return;
  if (date.value.substr(0, 4) != event.value.substr(0, 4)) return;  // a story of earlier years
  desk.report({rule,
               in_clean(date.span),
               {{"value", date.value}, {"event", event.value}},
               {},
               {in_clean(event.span)}});
}

// 要求4月12日前整改,仍有3款未整改: the deadline is past on purpose.
bool told_as_past(const Desk& desk, const Section& section, Span date) {
  constexpr std::string_view kPast[] = {"仍", "尚", "未", "逾期", "此前", "前期", "曾"};
  const auto& all = section.passage.sentences;  // the title first, then those of the body
  const auto body = std::find_if(all.begin(), all.end(),
                                 [&](Span s) { return section.passage.body.contains(s); });
  const auto sentence =
      std::partition_point(body, all.end(), [&](Span s) { return s.end <= date.begin; });
  if (sentence == all.end()) return false;
  const std::string_view words = desk.of(*sentence);
  return std::any_of(std::begin(kPast), std::end(kPast), [&](std::string_view word) {
    return words.find(word) != std::string_view::npos;
  });
}

void item(Desk& desk, const Section& section) {
  const auto& event = section.mentions->dates.event;
  if (!event) return;
  for (const DateMention& d : section.mentions->dates.others) {
    if (d.role == "effective" && !d.in_title && section.mentions->kind == "legislation") {
      before_event(desk, d, *event, "date.effective");
    }
  }
  for (const DateMention& d : section.mentions->dates.deadlines) {
    if (!told_as_past(desk, section, d.span)) before_event(desk, d, *event, "date.deadline");
  }
}

}  // namespace

void check_order(Desk& desk) {
  periods(desk);
  for (const Section& section : desk.sections()) {
    if (section.item >= 0) item(desk, section);
  }
}

}  // namespace guanlan::checking
