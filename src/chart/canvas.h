// SVG as a string: shapes and texts in the order they are drawn, and a frame around them.
#pragma once

#include <string>
#include <string_view>

#include "chart/figures.h"

namespace guanlan::chart {

inline constexpr double kTitleSize = 18, kTextSize = 13, kSmallSize = 12;
inline constexpr std::string_view kInk = "#1a1a1a", kSoftInk = "#5c5c5c", kRule = "#d9d9d9",
                                  kNoData = "#eeeeee";

enum class Anchor : std::uint8_t { start, middle, end };

class Canvas {
 public:
  void text(double x, double y, std::string_view words, Anchor anchor = Anchor::start,
            double size = kTextSize, std::string_view ink = kInk, bool bold = false);
  void line(double x1, double y1, double x2, double y2, std::string_view ink = kRule,
            double width = 1);
  void rect(double x, double y, double width, double height, std::string_view paint,
            std::string_view hint = {});
  void dot(double x, double y, double radius, std::string_view paint, std::string_view hint = {});
  void path(std::string_view data, std::string_view ink, double width);

  [[nodiscard]] const std::string& body() const { return out_; }

 private:
  std::string out_;
};

// The drawing under its title; `height` is that of the drawing.
[[nodiscard]] std::string framed(const Chart& chart, const Canvas& drawing, double height);

// Where the plot stands in a drawing of the chart's width.
struct Plot {
  double left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
};

// A row of keys for several series; the height it takes (0: one series needs none).
double legend(Canvas& canvas, const Chart& chart, double y);

// One drawing a kind: draws and returns its height.
double draw_line(Canvas& canvas, const Chart& chart);   // lines.cc
double draw_slope(Canvas& canvas, const Chart& chart);  // lines.cc
double draw_rank(Canvas& canvas, const Chart& chart);   // lines.cc
double draw_bars(Canvas& canvas, const Chart& chart);   // bars.cc: bar, stacked
double draw_share(Canvas& canvas, const Chart& chart);  // bars.cc
double draw_heat(Canvas& canvas, const Chart& chart);   // tiles.cc
double draw_map(Canvas& canvas, const Chart& chart);    // tiles.cc

}  // namespace guanlan::chart
