// Tiles: a strip of cells a series, and the provinces as a grid of tiles.
#include <algorithm>

#include "chart/canvas.h"
#include "lexicon/rows.h"

namespace guanlan::chart {
namespace {

struct Tile {
  std::string_view name, brief;
  int column, row;
};

// lexicon/stats/provinces.tsv
const std::vector<Tile>& provinces() {
  static const auto all = [] {
    std::vector<Tile> out;
    for (const auto& row : rows_of("lexicon/stats/provinces.tsv")) {
      out.push_back(
          {row[0], row[1], std::stoi(std::string(row[2])), std::stoi(std::string(row[3]))});
    }
    return out;
  }();
  return all;
}

double share_of(const Extent& e, double value) {
  return e.high > e.low ? (value - e.low) / (e.high - e.low) : 0.5;
}

// From light to dark, with the values at its ends.
void scale(Canvas& canvas, const Chart& chart, const Extent& e, double x, double y) {
  constexpr int kSteps = 24;
  constexpr double kStep = 6;
  for (int i = 0; i < kSteps; ++i)
    canvas.rect(x + kStep * i, y, kStep + 0.5, 10, shade((i + 0.5) / kSteps));
  canvas.text(x, y + 24, printed(chart, e.low), Anchor::start, kSmallSize, kSoftInk);
  canvas.text(x + kStep * kSteps, y + 24, printed(chart, e.high) + chart.unit, Anchor::end,
              kSmallSize, kSoftInk);
}

// 河南省/郑州市 and 河南 are in 河南省.
const std::optional<double>* value_of(const Chart& chart, const Tile& tile) {
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    const std::string& label = chart.labels[i];
    if (label == tile.name || label == tile.brief) return &chart.series.front().values[i];
  }
  return nullptr;
}

}  // namespace

double draw_heat(Canvas& canvas, const Chart& chart) {
  constexpr double kHigh = 30;
  const Extent e = extent(chart.series);
  double left = 0;
  for (const ChartSeries& one : chart.series)
    left = std::max(left, std::min(chart.width * 0.3, text_width(one.name, kTextSize)));
  left += 24;
  const double cell = (chart.width - 16 - left) / static_cast<double>(chart.labels.size());
  double label_width = 0;
  for (const std::string& label : chart.labels)
    label_width = std::max(label_width, text_width(label, kSmallSize) + 8);
  const auto step = static_cast<std::size_t>(std::max(1.0, label_width / cell + 0.999));
  for (std::size_t i = 0; i < chart.labels.size(); i += step)
    canvas.text(left + cell * (static_cast<double>(i) + 0.5), 14, chart.labels[i], Anchor::middle,
                kSmallSize, kSoftInk);
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const double y = 22 + kHigh * static_cast<double>(s);
    canvas.text(left - 8, y + kHigh / 2 + 4,
                wrapped(chart.series[s].name, kTextSize, chart.width * 0.3, 1).front(),
                Anchor::end);
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
      const auto& v = chart.series[s].values[i];
      const double x = left + cell * static_cast<double>(i);
      if (!v) {
        canvas.rect(x, y, std::max(cell - 1, 0.5), kHigh - 1, kNoData, chart.labels[i] + " 无数据");
        continue;
      }
      const double t = share_of(e, *v);
      const std::string words = printed(chart, *v);
      canvas.rect(x, y, std::max(cell - 1, 0.5), kHigh - 1, shade(t),
                  chart.series[s].name + " " + chart.labels[i] + " " + words + chart.unit);
      if (text_width(words, kSmallSize) + 4 < cell)
        canvas.text(x + cell / 2, y + kHigh / 2 + 4, words, Anchor::middle, kSmallSize,
                    ink_on_shade(t));
    }
  }
  const double bottom = 22 + kHigh * static_cast<double>(chart.series.size());
  scale(canvas, chart, e, left, bottom + 12);
  return bottom + 44;
}

double draw_map(Canvas& canvas, const Chart& chart) {
  int columns = 0, rows = 0;
  for (const Tile& tile : provinces()) {
    columns = std::max(columns, tile.column + 1);
    rows = std::max(rows, tile.row + 1);
  }
  const double side = std::min(64.0, (chart.width - 32.0) / columns);
  const double left = (chart.width - side * columns) / 2;
  const Extent e = extent({chart.series.front()});
  for (const Tile& tile : provinces()) {
    const double x = left + side * tile.column, y = side * tile.row;
    const auto* value = value_of(chart, tile);
    const bool known = value != nullptr && *value;
    const double t = known ? share_of(e, **value) : 0;
    const std::string words = known ? printed(chart, **value) : "—";
    canvas.rect(x, y, side - 2, side - 2, known ? shade(t) : std::string(kNoData),
                std::string(tile.name) + " " + (known ? words + chart.unit : "无数据"));
    const std::string_view ink = known ? ink_on_shade(t) : kSoftInk;
    canvas.text(x + side / 2 - 1, y + side * 0.45, tile.brief, Anchor::middle,
                std::min(kTextSize, side * 0.3), ink, true);
    const double size = std::min(kSmallSize, (side - 4) / std::max(text_width(words, 1), 1.0));
    canvas.text(x + side / 2 - 1, y + side * 0.78, words, Anchor::middle, size, ink);
  }
  scale(canvas, chart, e, left, side * rows + 8);
  return side * rows + 40;
}

}  // namespace guanlan::chart
