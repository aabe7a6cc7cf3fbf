// A chart description of stored series: periods become labels, series become lines.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "guanlan/chart.h"
#include "guanlan/series.h"

namespace guanlan {
namespace {

struct Scale {
  std::string_view mark;
  double factor;
};

// The scale in which the largest value has at most five digits.
Scale scale_of(double most, std::string_view unit) {
  const bool scaled = unit != "%" && unit != "个百分点" && unit != "位";
  if (scaled && most >= 1e9) return {"亿", 1e8};
  if (scaled && most >= 1e5) return {"万", 1e4};
  return {"", 1};
}

// What tells one line from the others.
std::string line_name(const Series& one, bool regions, bool operators, bool measures) {
  std::string out;
  const auto add = [&](std::string_view word) {
    if (!word.empty()) out += (out.empty() ? "" : " ") + std::string(word);
  };
  if (regions) add(one.key.region.substr(one.key.region.rfind('/') + 1));
  if (operators) add(one.key.operator_name.empty() ? "合计" : one.key.operator_name);
  if (measures) add(name(one.key.measure));
  return out.empty() ? one.key.indicator : out;
}

template <class F>
bool differ(const std::vector<Series>& all, F field) {
  return std::any_of(all.begin(), all.end(),
                     [&](const Series& s) { return field(s.key) != field(all.front().key); });
}

// The point that stands of each period.
std::map<std::string, double> standing(const Series& one) {
  std::map<std::string, double> out;
  for (const SeriesPoint& point : one.points)
    out[point.stored.observation.period] = point.stored.number;
  return out;
}

bool by_end(const std::string& a, const std::string& b) {
  return std::pair(end_of_period(a), std::string_view(a)) <
         std::pair(end_of_period(b), std::string_view(b));
}

int decimals_of(const std::vector<Series>& all, double factor) {
  int out = 0;
  for (const Series& one : all) {
    for (const SeriesPoint& point : one.points) {
      const Observation& o = point.stored.observation;
      const double unit = o.value != 0 ? point.stored.number / o.value : 1;
      const int lost =
          static_cast<int>(std::lround(std::log10(std::max(factor / std::max(unit, 1e-9), 1.0))));
      out = std::max(out, std::min(o.decimals + lost, 2));
    }
  }
  return out;
}

}  // namespace

Chart chart_of(const std::vector<Series>& all) {
  Chart out;
  out.kind = ChartKind::line;
  if (all.empty()) return out;
  const std::string& unit = all.front().key.unit;
  std::vector<Series> shown;
  for (const Series& one : all) {
    if (one.key.unit == unit && !one.points.empty()) shown.push_back(one);
  }
  const bool regions = differ(shown, [](const SeriesKey& k) { return k.region; });
  const bool operators = differ(shown, [](const SeriesKey& k) { return k.operator_name; });
  const bool measures = differ(shown, [](const SeriesKey& k) { return k.measure; });
  std::set<std::string, decltype(&by_end)> periods(by_end);
  std::set<std::string> files;
  double most = 0;
  for (const Series& one : shown) {
    for (const SeriesPoint& point : one.points) {
      periods.insert(point.stored.observation.period);
      files.insert(point.stored.file);
      most = std::max(most, std::abs(point.stored.number));
    }
  }
  const Scale scale = scale_of(most, unit);
  if (all.front().key.measure == Measure::rank) out.kind = ChartKind::rank;
  out.title = all.front().key.indicator;
  out.unit = std::string(scale.mark) + unit;
  out.subtitle = "单位：" + out.unit;
  out.decimals = decimals_of(shown, scale.factor);
  out.labels.assign(periods.begin(), periods.end());
  if (out.labels.empty()) out.labels.emplace_back();
  for (const Series& one : shown) {
    ChartSeries line{line_name(one, regions, operators, measures), {}};
    const auto values = standing(one);
    for (const std::string& period : out.labels) {
      const auto it = values.find(period);
      line.values.push_back(it == values.end() ? std::optional<double>()
                                               : it->second / scale.factor);
    }
    out.series.push_back(std::move(line));
  }
  for (const std::string& file : files) out.source += (out.source.empty() ? "" : "、") + file;
  return out;
}

}  // namespace guanlan
