// Which chart goes with which figures.
#include <fmt/format.h>

#include <charconv>
#include <map>
#include <set>

#include "compose/statistics.h"
#include "guanlan/chart.h"
#include "guanlan/series.h"

namespace guanlan::compose {
namespace {

constexpr std::size_t kPoints = 3;  // fewer say less than a sentence
constexpr int kMonths = 13;         // the month, and the year before it

std::string last_of(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

// 2020-08 → 2020年8月
std::string month_words(const std::string& month) {
  return month.substr(0, 4) + "年" + std::to_string(std::stoi(month.substr(5, 2))) + "月";
}

std::string titled(const SeriesKey& key) {
  const std::string place = key.region == "中国" ? std::string("全国") : last_of(key.region);
  return place + key.indicator;
}

// The leading indicator month by month.
Result<std::optional<Chart>> over_time(const ObservationStore& store, const SeriesKey& key,
                                       const std::string& month) {
  SeriesQuery query{.indicator = key.indicator,
                    .region = key.region,
                    .operator_name = "",
                    .measure = key.measure,
                    .since = month_before(month, kMonths - 1),
                    .until = month};
  auto all = series(store, query);
  if (!all) {
    if (all.error().code == Code::not_found) return std::optional<Chart>();
    return tl::unexpected(std::move(all.error()));
  }
  std::erase_if(*all, [&](const Series& one) { return one.key != key; });
  if (all->empty()) return std::optional<Chart>();
  std::set<std::string> months;
  std::erase_if(all->front().points, [&](const SeriesPoint& p) {
    const bool other = !is_month(p.stored.observation.period) || p.standing == Standing::restated;
    if (!other) months.insert(p.stored.observation.period);
    return other;
  });
  if (months.size() < kPoints) return std::optional<Chart>();
  Chart out = chart_of(*all);
  out.title = fmt::format("{}（{}至{}）", titled(key), month_words(*months.begin()),
                          month_words(*months.rbegin()));
  out.source.clear();
  return std::optional<Chart>(std::move(out));
}

// Amounts or shares of one indicator side by side: operators, or places of one level.
struct Row {
  std::string label;
  double value = 0;
  int decimals = 0;
};
struct Group {
  SeriesKey key;
  std::string unit;
  std::vector<Row> rows;
};

Group largest_group(const std::vector<StoredObservation>& said) {
  std::map<std::tuple<std::string, Measure, std::string, bool>, Group> groups;
  Group best;
  for (const StoredObservation& o : said) {
    const SeriesKey& key = o.series;
    const bool by_operator = !key.operator_name.empty();
    const bool by_place = !by_operator && key.region.find('/') != std::string::npos;
    if ((key.measure != Measure::total && key.measure != Measure::share) || by_operator == by_place)
      continue;
    Group& group = groups[{key.indicator, key.measure, o.observation.unit, by_operator}];
    group.key = key;
    group.unit = o.observation.unit;
    group.rows.push_back({by_operator ? key.operator_name : last_of(key.region),
                          o.observation.value, o.observation.decimals});
    if (group.rows.size() > best.rows.size()) best = group;
  }
  return best;
}

std::optional<Chart> side_by_side(const std::vector<StoredObservation>& said,
                                  const std::string& month) {
  Group group = largest_group(said);
  if (group.rows.size() < kPoints) return std::nullopt;
  std::stable_sort(group.rows.begin(), group.rows.end(),
                   [](const Row& a, const Row& b) { return a.value > b.value; });
  Chart out;
  out.kind = ChartKind::bar;
  SeriesKey whole = group.key;
  whole.region = whole.region.substr(0, whole.region.find('/'));
  out.title = fmt::format("{}（{}）", titled(whole), month_words(month));
  if (group.key.measure == Measure::share)
    out.title = fmt::format("{}占比（{}）", titled(whole), month_words(month));
  out.unit = group.unit;
  out.subtitle = "单位：" + out.unit;
  out.series.push_back({group.key.indicator, {}});
  for (const Row& row : group.rows) {
    out.labels.push_back(row.label);
    out.series.front().values.emplace_back(row.value);
    out.decimals = std::max(out.decimals, row.decimals);
  }
  return out;
}

}  // namespace

std::string month_before(const std::string& month, int n) {
  const int all = std::stoi(month.substr(0, 4)) * 12 + std::stoi(month.substr(5, 2)) - 1 - n;
  return fmt::format("{:04}-{:02}", all / 12, all % 12 + 1);
}

std::vector<std::string> months_of(const Period& period) {
  std::vector<std::string> out;
  const std::string first = period.first.substr(0, 7);
  for (std::string month = period.last.substr(0, 7); month >= first;
       month = month_before(month, 1)) {
    out.push_back(month);
  }
  return out;
}

Result<std::optional<Chart>> chart_for(const ObservationStore& store,
                                       const std::vector<StoredObservation>& said,
                                       const std::string& month) {
  for (const StoredObservation& o : said) {
    if (o.series.measure != Measure::total || !o.series.operator_name.empty()) continue;
    auto chart = over_time(store, o.series, month);
    if (!chart || *chart) return chart;
    break;  // the leading indicator only
  }
  return side_by_side(said, month);
}

}  // namespace guanlan::compose
