#include "stats/period.h"

#include <fmt/format.h>

#include <algorithm>

#include "extract/dates/anchor.h"

namespace guanlan::stats {

Period period_of(const dates::Point& point) {
  const auto months = [&](int from, int to) { return Period{point.year, from, point.year, to}; };
  if (point.half != 0) return months(point.half * 6 - 5, point.half * 6);
  if (point.quarter != 0) return months(point.quarter * 3 - 2, point.quarter * 3);
  return months(point.month, point.month);
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

// 前三季度: from January to September of the year before it, or of the issue.
void add_first_quarters(const Passage& passage, std::vector<Dated>& periods) {
  const std::string_view text = passage.of(passage.body);
  for (const std::string_view word : {"前三季度", "前3季度"}) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) {
      const auto begin = static_cast<std::uint32_t>(passage.body.begin + at);
      const auto end = begin + static_cast<std::uint32_t>(word.size());
      const auto overlaps = [&](const Dated& d) { return d.span.end >= begin && d.span.begin < end; };
      const auto it = std::find_if(periods.begin(), periods.end(), overlaps);
      int year = passage.issue.year;
      Span span{begin, end};
      if (it != periods.end()) {
        year = it->period.year != 0 ? it->period.year : year;
        span.begin = std::min(begin, it->span.begin);
        periods.erase(it);
      }
      if (year != 0) periods.push_back({span, {year, 1, year, 9}});
    }
  }
  std::sort(periods.begin(), periods.end(),
            [](const Dated& a, const Dated& b) { return a.span.begin < b.span.begin; });
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
    open = e.range_first;
    if (period || open) out.push_back({span, period});
  }
  add_first_quarters(passage, out);
  return out;
}

}  // namespace guanlan::stats
