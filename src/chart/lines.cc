// Lines: values over time, the first against the last, and places over time.
#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "chart/canvas.h"

namespace guanlan::chart {
namespace {

constexpr double kLabelGap = 16;    // between labels at the end of lines
constexpr double kMostRight = 180;  // px for them

double widest(const std::vector<std::string>& words, double size) {
  double out = 0;
  for (const std::string& word : words) out = std::max(out, text_width(word, size));
  return out;
}

std::vector<std::string> names(const Chart& chart) {
  std::vector<std::string> out;
  for (const ChartSeries& one : chart.series) out.push_back(one.name);
  return out;
}

std::string hint(const Chart& chart, std::size_t series, std::size_t label) {
  return chart.series[series].name + " " + chart.labels[label] + " " +
         printed(chart, *chart.series[series].values[label]) + chart.unit;
}

// The labels of an axis, as many as stand beside each other.
void label_axis(Canvas& canvas, const Chart& chart, double y,
                const std::function<double(std::size_t)>& x) {
  const std::size_t count = chart.labels.size();
  const double slot = count > 1 ? x(1) - x(0) : chart.width;
  const double need = widest(chart.labels, kSmallSize) + 8;
  const auto step = static_cast<std::size_t>(std::max(1.0, std::ceil(need / slot)));
  for (std::size_t i = 0; i < count; ++i) {
    const bool last = i + 1 == count;
    if (!last && (i % step != 0 || (count - 1 - i) < step)) continue;
    canvas.text(x(i), y, chart.labels[i], Anchor::middle, kSmallSize, kSoftInk);
  }
}

// Words at the ends of lines, pushed apart, with a thread to the end they belong to.
struct EndLabel {
  double y;
  std::size_t series;
  std::string words;
};
void end_labels(Canvas& canvas, std::vector<EndLabel> labels, double x, double top, double bottom,
                Anchor anchor) {
  std::stable_sort(labels.begin(), labels.end(),
                   [](const EndLabel& a, const EndLabel& b) { return a.y < b.y; });
  std::vector<double> at;
  for (const EndLabel& label : labels) at.push_back(label.y);
  push_apart(at, kLabelGap, top, bottom);
  const double side = anchor == Anchor::start ? 1 : -1;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    canvas.line(x, labels[i].y, x + side * 10, at[i], colour(labels[i].series));
    canvas.text(x + side * 13, at[i] + 4, labels[i].words, anchor, kSmallSize, kInk);
  }
}

struct Placed {
  std::function<double(std::size_t)> x;
  std::function<double(double)> y;
};

// Lines with gaps where nothing is known.
void lines(Canvas& canvas, const Chart& chart, const Placed& at) {
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const auto& values = chart.series[s].values;
    std::string data;
    bool pen = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!values[i]) {
        pen = false;
        continue;
      }
      data += (pen ? "L" : "M") + px(at.x(i)) + " " + px(at.y(*values[i]));
      pen = true;
    }
    canvas.path(data, colour(s), 2.5);
    const bool crowded = values.size() > 40;
    for (std::size_t i = 0; i < values.size() && !crowded; ++i) {
      if (values[i]) canvas.dot(at.x(i), at.y(*values[i]), 3, colour(s), hint(chart, s, i));
    }
  }
}

std::vector<EndLabel> last_labels(const Chart& chart, const Placed& at, bool with_value) {
  std::vector<EndLabel> out;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const auto& values = chart.series[s].values;
    const auto last =
        std::find_if(values.rbegin(), values.rend(), [](const auto& v) { return !!v; });
    if (last == values.rend()) continue;
    std::string words = chart.series[s].name;
    if (with_value) words += (words.empty() ? "" : " ") + printed(chart, **last);
    out.push_back({at.y(**last), s, wrapped(words, kSmallSize, kMostRight, 1).front()});
  }
  return out;
}

double right_room(const Chart& chart) {
  std::vector<std::string> words;
  for (const ChartSeries& one : chart.series) {
    double most = 0;
    for (const auto& v : one.values) most = std::max(most, v ? std::abs(*v) : 0);
    words.push_back(one.name + " " + printed(chart, most));
  }
  return std::min(kMostRight, widest(words, kSmallSize)) + 30;
}

}  // namespace

double draw_line(Canvas& canvas, const Chart& chart) {
  const Extent e = extent(chart.series);
  const bool from_zero = e.low >= 0 && e.low < e.high * 0.5;
  const std::vector<double> marks = ticks(from_zero ? 0 : e.low, e.high, 5);
  std::vector<std::string> mark_words;
  for (const double mark : marks) mark_words.push_back(printed(chart, mark));
  const double need = kLabelGap * static_cast<double>(chart.series.size());
  const Plot plot{24 + widest(mark_words, kSmallSize), 14, chart.width - right_room(chart),
                  14 + std::max(220.0, need)};
  const std::size_t count = chart.labels.size();
  const Placed at{[&](std::size_t i) {
                    return count == 1 ? plot.left + plot.width() / 2
                                      : plot.left + 12 +
                                            (plot.width() - 24) * static_cast<double>(i) /
                                                static_cast<double>(count - 1);
                  },
                  [&](double v) {
                    return plot.bottom -
                           plot.height() * (v - marks.front()) / (marks.back() - marks.front());
                  }};
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const bool base = marks[i] == 0 || i == 0;
    canvas.line(plot.left, at.y(marks[i]), plot.right, at.y(marks[i]), base ? kSoftInk : kRule);
    canvas.text(plot.left - 6, at.y(marks[i]) + 4, mark_words[i], Anchor::end, kSmallSize,
                kSoftInk);
  }
  label_axis(canvas, chart, plot.bottom + 20, at.x);
  lines(canvas, chart, at);
  end_labels(canvas, last_labels(chart, at, true), at.x(count - 1) + 4, plot.top, plot.bottom,
             Anchor::start);
  return plot.bottom + 30;
}

double draw_slope(Canvas& canvas, const Chart& chart) {
  Chart two = chart;
  if (chart.labels.size() > 2) two.labels = {chart.labels.front(), chart.labels.back()};
  for (ChartSeries& one : two.series) {
    if (one.values.size() > 2) one.values = {one.values.front(), one.values.back()};
  }
  const Extent e = extent(two.series);
  const double span = e.high > e.low ? e.high - e.low : 1;
  const double side = right_room(two);
  const double need = kLabelGap * static_cast<double>(two.series.size());
  const Plot plot{side, 34, chart.width - side, 34 + std::max(220.0, need)};
  const Placed at{[&](std::size_t i) { return i == 0 ? plot.left : plot.right; },
                  [&](double v) { return plot.bottom - plot.height() * (v - e.low) / span; }};
  for (std::size_t i = 0; i < two.labels.size(); ++i) {
    canvas.line(at.x(i), plot.top - 8, at.x(i), plot.bottom + 8, kRule);
    canvas.text(at.x(i), plot.top - 16, two.labels[i], Anchor::middle, kTextSize, kInk, true);
  }
  lines(canvas, two, at);
  std::vector<EndLabel> first;
  for (std::size_t s = 0; s < two.series.size(); ++s) {
    const ChartSeries& one = two.series[s];
    if (!one.values.front()) continue;
    const std::string words = one.name + " " + printed(two, *one.values.front());
    first.push_back(
        {at.y(*one.values.front()), s, wrapped(words, kSmallSize, kMostRight, 1).front()});
  }
  end_labels(canvas, std::move(first), at.x(0) - 4, plot.top, plot.bottom, Anchor::end);
  if (two.labels.size() > 1) {
    end_labels(canvas, last_labels(two, at, true), at.x(1) + 4, plot.top, plot.bottom,
               Anchor::start);
  }
  return plot.bottom + 20;
}

double draw_rank(Canvas& canvas, const Chart& chart) {
  constexpr double kStep = 22;
  const Extent e = extent(chart.series);
  const double rows = std::max(e.high - e.low, 1.0);
  const double step = std::min(kStep, 480 / rows);
  const double right = std::min(kMostRight, widest(names(chart), kSmallSize)) + 30;
  const Plot plot{40, 14, chart.width - right, 14 + step * rows};
  const std::size_t count = chart.labels.size();
  const Placed at{[&](std::size_t i) {
                    return count == 1 ? plot.left + plot.width() / 2
                                      : plot.left + 12 +
                                            (plot.width() - 24) * static_cast<double>(i) /
                                                static_cast<double>(count - 1);
                  },
                  [&](double v) { return plot.top + step * (v - e.low); }};
  for (double place = e.low; place <= e.high + 0.5; ++place) {
    canvas.line(plot.left, at.y(place), plot.right, at.y(place), kRule);
    if (step >= kSmallSize || static_cast<int>(place - e.low) % 5 == 0)
      canvas.text(plot.left - 6, at.y(place) + 4, printed(place, 0), Anchor::end, kSmallSize,
                  kSoftInk);
  }
  label_axis(canvas, chart, plot.bottom + 26, at.x);
  lines(canvas, chart, at);
  end_labels(canvas, last_labels(chart, at, false), at.x(count - 1) + 4, plot.top - 6,
             plot.bottom + 6, Anchor::start);
  return plot.bottom + 38;
}

}  // namespace guanlan::chart
