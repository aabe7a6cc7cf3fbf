// Options for ECharts: the same figures, drawn by the browser. The map of provinces is drawn with
// rectangles on a grid, so that no geometry has to be loaded.
#include <nlohmann/json.hpp>

#include "chart/figures.h"
#include "lexicon/rows.h"

namespace guanlan {
namespace {

using chart::colour;
using chart::Extent;
using chart::extent;
using chart::shade;

using Json = nlohmann::ordered_json;

Json number(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

Json values(const ChartSeries& series) {
  Json out = Json::array();
  for (const auto& v : series.values) out.push_back(number(v));
  return out;
}

Json base(const Chart& chart) {
  Json colours = Json::array();
  for (std::size_t i = 0; i < 8; ++i) colours.push_back(std::string(colour(i)));
  return {{"title", {{"text", chart.title}, {"subtext", chart.subtitle}}},
          {"color", colours},
          {"aria", {{"enabled", true}, {"decal", {{"show", chart.series.size() > 1}}}}},
          {"tooltip", {{"trigger", "axis"}}},
          {"legend", {{"show", chart.series.size() > 1}, {"bottom", 0}}},
          {"grid", {{"containLabel", true}, {"left", 16}, {"right", 24}}}};
}

Json category(const Chart& chart) {
  return {{"type", "category"}, {"data", chart.labels}, {"axisLabel", {{"hideOverlap", true}}}};
}

Json value_axis(const Chart& chart) {
  Json out{{"type", "value"}, {"name", chart.unit}, {"scale", chart.kind == ChartKind::line}};
  if (chart.kind == ChartKind::rank) out["inverse"] = true, out["min"] = 1, out["minInterval"] = 1;
  if (chart.kind == ChartKind::share) out["max"] = 100, out["name"] = "%";
  return out;
}

// Each label's parts as shares of their sum.
Json shares(const Chart& chart, const ChartSeries& series) {
  Json out = Json::array();
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    double whole = 0;
    for (const ChartSeries& one : chart.series) whole += one.values[i].value_or(0);
    const auto& v = series.values[i];
    out.push_back(v && whole > 0 ? Json(*v / whole * 100) : Json(nullptr));
  }
  return out;
}

Json lines_or_bars(const Chart& chart) {
  Json out = base(chart);
  const bool bars = chart.kind == ChartKind::bar || chart.kind == ChartKind::stacked ||
                    chart.kind == ChartKind::share;
  out["xAxis"] = category(chart);
  out["yAxis"] = value_axis(chart);
  out["series"] = Json::array();
  for (const ChartSeries& one : chart.series) {
    Json series{{"type", bars ? "bar" : "line"}, {"name", one.name}};
    series["data"] = chart.kind == ChartKind::share ? shares(chart, one) : values(one);
    if (chart.kind == ChartKind::stacked || chart.kind == ChartKind::share)
      series["stack"] = "total";
    if (!bars) {
      series["connectNulls"] = false;
      series["endLabel"] = {{"show", true}, {"formatter", "{a}"}};
      series["labelLayout"] = {{"moveOverlap", "shiftY"}};
    }
    out["series"].push_back(std::move(series));
  }
  return out;
}

Json visual_map(const std::vector<ChartSeries>& series) {
  const Extent e = extent(series);
  return {{"min", e.low},
          {"max", e.high > e.low ? e.high : e.low + 1},
          {"calculable", true},
          {"orient", "horizontal"},
          {"left", "center"},
          {"bottom", 0},
          {"inRange", {{"color", {shade(0), shade(0.5), shade(1)}}}}};
}

Json heat(const Chart& chart) {
  Json out = base(chart);
  Json names = Json::array(), data = Json::array();
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    names.push_back(chart.series[s].name);
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
      const auto& v = chart.series[s].values[i];
      if (v) data.push_back({i, s, *v});
    }
  }
  out["tooltip"] = {{"trigger", "item"}};
  out["legend"]["show"] = false;
  out["xAxis"] = category(chart);
  out["yAxis"] = {{"type", "category"}, {"data", names}, {"inverse", true}};
  out["visualMap"] = visual_map(chart.series);
  out["series"] = {{{"type", "heatmap"}, {"data", data}, {"label", {{"show", true}}}}};
  return out;
}

Json map(const Chart& chart) {
  Json out = base(chart);
  Json data = Json::array();
  int columns = 0, rows = 0;
  for (const auto& row : rows_of("lexicon/stats/provinces.tsv")) {
    const int x = std::stoi(std::string(row[2])), y = std::stoi(std::string(row[3]));
    columns = std::max(columns, x + 1);
    rows = std::max(rows, y + 1);
    Json value(nullptr);
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
      if (chart.labels[i] == row[0] || chart.labels[i] == row[1])
        value = number(chart.series.front().values[i]);
    }
    data.push_back({{"name", std::string(row[1])}, {"value", {x, y, value}}});
  }
  const auto axis = [](int count, bool inverse) {
    Json names = Json::array();
    for (int i = 0; i < count; ++i) names.push_back(i);
    return Json{{"type", "category"}, {"data", names}, {"show", false}, {"inverse", inverse}};
  };
  out["tooltip"] = {{"trigger", "item"}};
  out["legend"]["show"] = false;
  out["xAxis"] = axis(columns, false);
  out["yAxis"] = axis(rows, true);
  out["visualMap"] = visual_map({chart.series.front()});
  out["series"] = {{{"type", "heatmap"},
                    {"data", data},
                    {"itemStyle", {{"borderColor", "#ffffff"}, {"borderWidth", 2}}},
                    {"label", {{"show", true}, {"formatter", "{b}"}}}}};
  return out;
}

}  // namespace

std::string chart_echarts(const Chart& chart) {
  Json out;
  switch (chart.kind) {
    case ChartKind::heat:
      out = heat(chart);
      break;
    case ChartKind::map:
      out = map(chart);
      break;
    default:
      out = lines_or_bars(chart);
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace guanlan
