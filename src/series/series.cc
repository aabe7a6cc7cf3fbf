#include "guanlan/series.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "check/interval.h"

namespace guanlan {
namespace {

constexpr std::size_t kMostNamed = 8;  // in a hint

// The stored name that is these words, else the one that contains them.
Result<std::string> indicator_of(const ObservationStore& store, const std::string& asked) {
  const Indicator* known = find_indicator(asked);
  const std::string name = known != nullptr ? std::string(known->name) : asked;
  const auto names = store.indicators(name);
  if (!names) return tl::unexpected(names.error());
  if (std::binary_search(names->begin(), names->end(), name)) return name;
  if (names->size() == 1) return names->front();
  if (names->empty()) {
    return fail(Code::not_found, "库中没有这个指标：" + asked, {},
                "用 guanlan stats list 查看库中的指标");
  }
  std::string list;
  std::size_t named = 0;
  for (const std::string& one : *names) {
    if (++named <= kMostNamed) list += (list.empty() ? "" : "、") + one;
  }
  return fail(Code::invalid, "指标不止一个：" + asked, {}, "请写全名：" + list);
}

bool same_period(const SeriesPoint& a, const SeriesPoint& b) {
  return a.stored.observation.period == b.stored.observation.period;
}

bool agree(const Observation& a, const Observation& b) {
  const Range x = range_of(a), y = range_of(b);
  return checking::Interval{x.low, x.high}.meets({y.low, y.high});
}

// Points of one period, as added: the last one stands, those that differ from it are restated.
void judge(std::vector<SeriesPoint>& points, std::size_t first, std::size_t last) {
  if (last - first < 2) return;
  SeriesPoint& current = points[last - 1];
  bool differs = false;
  for (std::size_t i = first; i + 1 < last; ++i) {
    const bool same = agree(points[i].stored.observation, current.stored.observation);
    points[i].standing = same ? Standing::agrees : Standing::restated;
    differs = differs || !same;
  }
  current.standing = differs ? Standing::current : Standing::agrees;
}

void finish(Series& series) {
  auto& points = series.points;
  std::stable_sort(points.begin(), points.end(), [](const SeriesPoint& a, const SeriesPoint& b) {
    const std::string &x = a.stored.observation.period, &y = b.stored.observation.period;
    return std::tuple(end_of_period(x), std::string_view(x), a.stored.id) <
           std::tuple(end_of_period(y), std::string_view(y), b.stored.id);
  });
  for (std::size_t first = 0, last = 0; first < points.size(); first = last) {
    while (last < points.size() && same_period(points[first], points[last])) ++last;
    judge(points, first, last);
  }
}

Result<std::vector<Series>> read_series(const ObservationStore& store, const SeriesQuery& query,
                                        const std::string& indicator) {
  const ObservationFilter filter{.indicator = indicator,
                                 .region = query.region,
                                 .operator_name = query.operator_name,
                                 .measure = query.measure,
                                 .since = query.since,
                                 .until = query.until,
                                 .withdrawn = query.withdrawn};
  std::vector<Series> out;
  const auto read = store.each(filter, [&](StoredObservation&& o) {
    if (out.empty() || out.back().key != o.series) out.push_back({o.series, {}});
    out.back().points.push_back({std::move(o)});
    return true;
  });
  if (!read) return tl::unexpected(read.error());
  for (Series& one : out) finish(one);
  return out;
}

}  // namespace

std::string_view name(Standing standing) {
  switch (standing) {
    case Standing::only:
      return "only";
    case Standing::agrees:
      return "agrees";
    case Standing::current:
      return "current";
    case Standing::restated:
      return "restated";
  }
  return "";
}

std::string_view end_of_period(std::string_view period) {
  const std::size_t slash = period.find('/');
  return slash == std::string_view::npos ? period : period.substr(slash + 1);
}

bool is_month(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return false;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6}) {
    if (text[i] < '0' || text[i] > '9') return false;
  }
  const std::string_view month = text.substr(5);
  return month >= "01" && month <= "12";
}

Range range_of(const Observation& o) {
  Observation half = o;
  const bool counted = o.decimals == 0 && !convert(o.value, o.unit) && o.unit != "%";
  half.value = counted ? 0 : std::pow(10.0, -o.decimals) / 2;
  const double value = in_series_unit(o), slack = in_series_unit(half);
  return {value - slack, value + slack};
}

Result<std::vector<Series>> series(const ObservationStore& store, const SeriesQuery& query) {
  const Indicator* known = find_indicator(query.indicator);
  const std::string name = known != nullptr ? std::string(known->name) : query.indicator;
  auto found = read_series(store, query, name);
  if (!found || !found->empty()) return found;
  const auto indicator = indicator_of(store, query.indicator);
  if (!indicator) return tl::unexpected(indicator.error());
  return *indicator == name ? found : read_series(store, query, *indicator);
}

}  // namespace guanlan
