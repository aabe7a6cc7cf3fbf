// chart: one description of a chart, drawn as SVG for documents and given as ECharts options for
// the web, with the table that says the same in figures.
//
// Drawing never fails and is deterministic. Colours are told apart by colour-blind readers; labels
// do not collide: they are pushed apart, wrapped, or the bars lie down.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/result.h"

namespace guanlan {

enum class ChartKind : std::uint8_t {
  line,     // 折线: values over time
  bar,      // 柱形
  stacked,  // 堆积: parts on top of each other
  share,    // 占比: parts of a hundred
  slope,    // 坡度: the first label against the last
  rank,     // 排名: places over time, the first on top
  heat,     // 热力条: a row a series, a cell a label
  map,      // 分省: a tile a province; labels are provinces, the first series counts
};
[[nodiscard]] std::string_view name(ChartKind kind);

struct ChartSeries {
  std::string name;
  std::vector<std::optional<double>> values;  // one a label; none: not known, a gap
};

struct Chart {
  ChartKind kind = ChartKind::line;
  std::string title;
  std::string subtitle;  // what is measured, in which unit
  std::string unit;
  std::string source;  // under the drawing
  std::vector<std::string> labels;
  std::vector<ChartSeries> series;
  int decimals = 0;  // of printed values
  int width = 720;   // px; the height follows from the content
};

// A description in YAML or JSON (docs/charts.md). invalid: which key, which line.
[[nodiscard]] Result<Chart> parse_chart(std::string_view text, std::string_view path);
[[nodiscard]] std::string chart_yaml(const Chart& chart);

// A standalone SVG document with title and desc.
[[nodiscard]] std::string chart_svg(const Chart& chart);
// The object that setOption() takes, as JSON.
[[nodiscard]] std::string chart_echarts(const Chart& chart);
// The figures: a <table> with caption and header cells; a Markdown table.
[[nodiscard]] std::string chart_table_html(const Chart& chart);
[[nodiscard]] std::string chart_table_markdown(const Chart& chart);

}  // namespace guanlan
