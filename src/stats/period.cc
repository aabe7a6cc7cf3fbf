#include "stats/period.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "extract/around.h"
#include "extract/dates/anchor.h"
#include "text/iso_date.h"

namespace guanlan::stats {

Period period_of(const dates::Point& point) {
  const auto months = [&](int from, int to) { return Period{point.year, from, point.year, to}; };
  if (point.half != 0) return months(point.half * 6 - 5, point.half * 6);
  if (point.quarter != 0) return months(point.quarter * 3 - 2, point.quarter * 3);
  return months(point.month, point.month);
}

Period period_of_iso(std::string_view date) {
  dates::Point point;
  const auto number = [&](std::size_t at, std::size_t size, int& to) {
    std::from_chars(date.data() + at, date.data() + at + size, to);
  };
  if (!is_record_date(date)) return {};
  number(0, 4, point.year);
  if (date.size() >= 7) {
    if (date[5] == 'H')
      number(6, 1, point.half);
    else if (date[5] == 'Q')
      number(6, 1, point.quarter);
    else
      number(5, 2, point.month);
  }
  return period_of(point);
}

Period through(const Period& first, const Period& last) {
  return {first.from_year, first.from_month, last.year, last.month};
}

Period end_of(const Period& period) {
  return {period.year, period.month, period.year, period.month};
}

Period since_january(const Period& period) {
  if (period.range() || period.month == 0) return period;
  return {period.year, 1, period.year, period.month};
}

Period months_since(const Period& base, const Period& period) {
  const int month = base.month == 0 ? 12 : base.month;
  const Period next = months_before({base.year, month, base.year, month}, -1);
  const Period last = end_of(period);
  const bool before = next.year < last.year || (next.year == last.year && next.month <= last.month);
  return base && last.month != 0 && before ? through(next, last) : period;
}

Period months_before(const Period& period, int months) {
  if (!period) return {};
  const auto shift = [&](int& year, int& month) {
    if (month == 0) {
      year -= months / 12;
      return;
    }
    const int at = year * 12 + month - 1 - months;
    year = at / 12;
    month = at % 12 + 1;
  };
  Period out = period;
  shift(out.from_year, out.from_month);
  shift(out.year, out.month);
  return out;
}

std::string iso(const Period& period) {
  const auto one = [](int year, int month) {
    return month == 0 ? std::to_string(year) : fmt::format("{}-{:02}", year, month);
  };
  if (!period) return {};
  if (!period.range()) return one(period.year, period.month);
  return one(period.from_year, period.from_month) + "/" + one(period.year, period.month);
}

namespace {

// 前三季度: from January to September of the year that stands before it, or of the issue. It takes
// the place of what was read of its words.
std::vector<Dated> with_first_quarters(const Passage& passage, const std::vector<Dated>& periods) {
  constexpr std::string_view kWords[] = {"前三季度", "前3季度"};
  const std::string_view text = passage.text;
  std::vector<Dated> out;
  std::size_t next = 0;
  for (std::uint32_t at = passage.body.begin; at < passage.body.end;
       at += utf8::decode(text, at).size) {
    const std::uint32_t size = around::starts_any(text, at, kWords);
    if (size == 0 || at + size > passage.body.end) continue;
    while (next < periods.size() && periods[next].span.end < at) out.push_back(periods[next++]);
    Dated found{{at, at + size}, {passage.issue.year, 1, passage.issue.year, 9}};
    for (; next < periods.size() && periods[next].span.begin < found.span.end; ++next) {
      found.span.begin = std::min(found.span.begin, periods[next].span.begin);
      if (const int year = periods[next].period.year) found.period = {year, 1, year, 9};
    }
    if (found.period) out.push_back(found);
  }
  out.insert(out.end(), periods.begin() + static_cast<std::ptrdiff_t>(next), periods.end());
  return out;
}

// 本年净增: since January, in a report of a month.
Period of_this_year(const Passage& passage, Span span, const Period& period) {
  constexpr std::string_view kWords[] = {"本年", "今年"};
  const bool so_far = period && !period.range() && period.month == 0 &&
                      period.year == passage.issue.year && passage.issue.month != 0 &&
                      around::starts_any(passage.text, span.begin, kWords) == span.size();
  return so_far ? Period{period.year, 1, period.year, passage.issue.month} : period;
}

// 2019年底 is its December.
Period at_year_end(const Passage& passage, Span span, const Period& period) {
  constexpr std::string_view kEnds[] = {"底", "末"};
  const std::uint32_t end = span.end;
  const bool ends = around::ends_any(passage.text, end, kEnds) != 0 ||
                    around::starts_any(passage.text, end, kEnds) != 0;
  if (!period || period.range() || period.month != 0 || !ends) return period;
  return {period.year, 12, period.year, 12};
}

}  // namespace

std::vector<Dated> find_periods(const Passage& passage) {
  std::vector<Dated> out;
  bool open = false;  // the last one is the beginning of a range
  for (const dates::Expression& e : dates::anchored_expressions(passage)) {
    Period period = period_of(e.point);
    Span span = e.span;
    if (open && e.range_last && period && out.back().period) {
      period = through(out.back().period, period);
      span.begin = out.back().span.begin;
      out.pop_back();
    }
    period = at_year_end(passage, span, of_this_year(passage, span, period));
    open = e.range_first;
    if (period || open) out.push_back({span, period});
  }
  return with_first_quarters(passage, out);
}

}  // namespace guanlan::stats
