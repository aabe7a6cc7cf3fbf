// Bars: beside each other, on top of each other, parts of a hundred. They lie down where their
// labels would collide.
#include <algorithm>
#include <cmath>
#include <functional>

#include "chart/canvas.h"

namespace guanlan::chart {
namespace {

constexpr double kLineHeight = 15;

double total(const Chart& chart, std::size_t label) {
  double out = 0;
  for (const ChartSeries& one : chart.series) out += one.values[label].value_or(0);
  return out;
}

double highest(const Chart& chart) {
  double out = 0;
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    if (chart.kind == ChartKind::stacked) out = std::max(out, total(chart, i));
    if (chart.kind == ChartKind::stacked) continue;
    for (const ChartSeries& one : chart.series) out = std::max(out, one.values[i].value_or(0));
  }
  return out;
}

double lowest(const Chart& chart) {
  double out = 0;
  for (const ChartSeries& one : chart.series) {
    for (const auto& v : one.values) out = std::min(out, v.value_or(0));
  }
  return out;
}

double label_room(const Chart& chart, double most) {
  double out = 0;
  for (const std::string& label : chart.labels)
    out = std::max(out, std::min(most, text_width(label, kTextSize)));
  return out;
}

std::string hint(const Chart& chart, std::size_t s, std::size_t i) {
  return chart.series[s].name + " " + chart.labels[i] + " " +
         printed(chart, *chart.series[s].values[i]) + chart.unit;
}

// Bars of one label: from, to and series, in values.
struct Bar {
  double from, to;
  std::size_t series;
  double slot;  // 0 … 1 across the room of the label
  double room;
};
std::vector<Bar> bars_of(const Chart& chart, std::size_t label) {
  std::vector<Bar> out;
  const double count = static_cast<double>(chart.series.size());
  double base = 0;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const auto& value = chart.series[s].values[label];
    if (!value) continue;
    if (chart.kind == ChartKind::stacked) {
      out.push_back({base, base + *value, s, 0, 1});
      base += *value;
    } else {
      out.push_back({0, *value, s, static_cast<double>(s) / count, 1 / count});
    }
  }
  return out;
}

double standing(Canvas& canvas, const Chart& chart, double top) {
  const std::vector<double> marks = ticks(lowest(chart), highest(chart), 5);
  double left = 0;
  for (const double mark : marks)
    left = std::max(left, text_width(printed(chart, mark), kSmallSize));
  const Plot plot{24 + left, top + 16, chart.width - 16.0, top + 236};
  const auto y = [&](double v) {
    return plot.bottom - plot.height() * (v - marks.front()) / (marks.back() - marks.front());
  };
  for (const double mark : marks) {
    canvas.line(plot.left, y(mark), plot.right, y(mark), mark == 0 ? kSoftInk : kRule);
    canvas.text(plot.left - 6, y(mark) + 4, printed(chart, mark), Anchor::end, kSmallSize,
                kSoftInk);
  }
  const double slot = plot.width() / static_cast<double>(chart.labels.size());
  const double room = std::min(slot * 0.72, 72.0 * static_cast<double>(chart.series.size()));
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    const double x = plot.left + slot * static_cast<double>(i) + (slot - room) / 2;
    for (const Bar& bar : bars_of(chart, i)) {
      const double width = room * bar.room;
      const double high = std::max(bar.from, bar.to), low = std::min(bar.from, bar.to);
      canvas.rect(x + room * bar.slot, y(high), std::max(width - 1, 1.0), y(low) - y(high),
                  colour(bar.series), hint(chart, bar.series, i));
      const std::string words = printed(chart, bar.to - bar.from);
      const bool fits = text_width(words, kSmallSize) + 2 <= std::max(width, room * bar.room);
      if (chart.kind == ChartKind::bar && fits) {
        canvas.text(x + room * bar.slot + width / 2, bar.to >= 0 ? y(high) - 4 : y(low) + 12, words,
                    Anchor::middle, kSmallSize);
      }
      if (chart.kind == ChartKind::stacked && fits && y(low) - y(high) > kLineHeight)
        canvas.text(x + width / 2, (y(low) + y(high)) / 2 + 4, words, Anchor::middle, kSmallSize,
                    ink_on_colour(bar.series));
    }
    const double half = text_width(chart.labels[i], kSmallSize) / 2 + kSmallSize;
    const bool two = text_width(chart.labels[i], kSmallSize) > slot - 6;
    const auto lines =
        wrapped(chart.labels[i], kSmallSize, two ? std::min(half, slot - 6) : slot - 6, 2);
    for (std::size_t l = 0; l < lines.size(); ++l)
      canvas.text(plot.left + slot * (static_cast<double>(i) + 0.5),
                  plot.bottom + 18 + kLineHeight * static_cast<double>(l), lines[l], Anchor::middle,
                  kSmallSize, kSoftInk);
  }
  return plot.bottom + 42;
}

double lying(Canvas& canvas, const Chart& chart, double top) {
  const bool grouped = chart.kind == ChartKind::bar;
  const double thickness = grouped && chart.series.size() > 1 ? 14 : 20;
  const double room = thickness * (grouped ? static_cast<double>(chart.series.size()) : 1);
  const double slot = std::max(room + 8, 26.0);
  const double left = 24 + label_room(chart, chart.width * 0.35);
  double values = 0;
  for (const double v : {lowest(chart), highest(chart)})
    values = std::max(values, text_width(printed(chart, v), kSmallSize));
  const Plot plot{left, top + 6, chart.width - 24 - values,
                  top + 6 + slot * static_cast<double>(chart.labels.size())};
  const double low = lowest(chart), high = std::max(highest(chart), low < 0 ? 0.0 : 1e-9);
  const double from = plot.left + (low < 0 ? values + 8 : 0);
  const auto x = [&](double v) { return from + (plot.right - from) * (v - low) / (high - low); };
  canvas.line(x(0), plot.top, x(0), plot.bottom, kSoftInk);
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    const double y = plot.top + slot * static_cast<double>(i) + (slot - room) / 2;
    canvas.text(plot.left - 8, y + room / 2 + 5,
                wrapped(chart.labels[i], kTextSize, chart.width * 0.35, 1).front(), Anchor::end);
    for (const Bar& bar : bars_of(chart, i)) {
      const double x1 = std::min(x(bar.from), x(bar.to)), x2 = std::max(x(bar.from), x(bar.to));
      canvas.rect(x1, y + room * bar.slot, x2 - x1, room * bar.room - 1, colour(bar.series),
                  hint(chart, bar.series, i));
      const double middle = y + room * (bar.slot + bar.room / 2) + 4;
      const std::string words = printed(chart, bar.to - bar.from);
      if (grouped) {
        const bool fall = bar.to < 0;
        canvas.text(fall ? x1 - 4 : x2 + 4, middle, words, fall ? Anchor::end : Anchor::start,
                    kSmallSize);
      } else if (text_width(words, kSmallSize) + 6 < x2 - x1) {
        canvas.text((x1 + x2) / 2, middle, words, Anchor::middle, kSmallSize,
                    ink_on_colour(bar.series));
      }
    }
    if (!grouped)
      canvas.text(x(total(chart, i)) + 4, y + room / 2 + 4, printed(chart, total(chart, i)),
                  Anchor::start, kSmallSize);
  }
  return plot.bottom + 10;
}

}  // namespace

double draw_bars(Canvas& canvas, const Chart& chart) {
  constexpr std::size_t kMostStanding = 16;
  const double top = legend(canvas, chart, 0);
  const double slot = (chart.width - 80.0) / static_cast<double>(chart.labels.size());
  bool collides = chart.labels.size() > kMostStanding;
  for (const std::string& label : chart.labels)
    collides = collides || text_width(label, kSmallSize) > 2 * (slot - 8);
  const bool narrow = slot / static_cast<double>(chart.series.size()) < 16;
  const bool lies = collides || (chart.kind == ChartKind::bar && narrow);
  return lies ? lying(canvas, chart, top) : standing(canvas, chart, top);
}

double draw_share(Canvas& canvas, const Chart& chart) {
  constexpr double kHigh = 28, kSlot = 40;
  const double top = legend(canvas, chart, 0);
  const double left = chart.labels.size() == 1 && chart.labels.front().empty()
                          ? 16
                          : 24 + label_room(chart, chart.width * 0.3);
  const Plot plot{left, top + 4, chart.width - 16.0,
                  top + 4 + kSlot * static_cast<double>(chart.labels.size())};
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    const double whole = total(chart, i);
    const double y = plot.top + kSlot * static_cast<double>(i);
    canvas.text(plot.left - 8, y + kHigh / 2 + 5,
                wrapped(chart.labels[i], kTextSize, chart.width * 0.3, 1).front(), Anchor::end);
    if (whole <= 0) {
      canvas.rect(plot.left, y, plot.width(), kHigh, kNoData);
      canvas.text(plot.left + 8, y + kHigh / 2 + 5, "无数据", Anchor::start, kSmallSize, kSoftInk);
      continue;
    }
    double at = plot.left;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
      const auto& value = chart.series[s].values[i];
      if (!value || *value <= 0) continue;
      const double width = plot.width() * *value / whole;
      canvas.rect(at, y, std::max(width - 1, 0.5), kHigh, colour(s), hint(chart, s, i));
      const std::string words = printed(*value / whole * 100, std::max(chart.decimals, 1)) + "%";
      if (text_width(words, kSmallSize) + 4 < width)
        canvas.text(at + width / 2, y + kHigh / 2 + 4, words, Anchor::middle, kSmallSize,
                    ink_on_colour(s));
      at += width;
    }
  }
  return plot.bottom + 4;
}

}  // namespace guanlan::chart
