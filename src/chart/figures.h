// What all drawings share: how numbers are printed, how wide text is, colours, scales.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/chart.h"

namespace guanlan::chart {

inline constexpr std::array kKinds{ChartKind::line,  ChartKind::bar,   ChartKind::stacked,
                                   ChartKind::share, ChartKind::slope, ChartKind::rank,
                                   ChartKind::heat,  ChartKind::map};

// Told apart with every kind of colour vision (after Okabe and Ito).
[[nodiscard]] std::string_view colour(std::size_t series);
// Light to dark of one hue, for 0 … 1; and the ink that reads on it.
[[nodiscard]] std::string shade(double t);
[[nodiscard]] std::string_view ink_on_shade(double t);
// The ink that reads on colour().
[[nodiscard]] std::string_view ink_on_colour(std::size_t series);

// 1234.5 → 1,234.5 with the chart's decimals.
[[nodiscard]] std::string printed(double value, int decimals);
[[nodiscard]] std::string printed(const Chart& chart, double value);
// Coordinates: at most one decimal, no "-0".
[[nodiscard]] std::string px(double value);

// How wide a text is at a size, in px: a Chinese character is as wide as it is high.
[[nodiscard]] double text_width(std::string_view text, double size);
// Cut into lines no wider than `width`, at most `lines`; the last one ends with … where it was cut.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, double size, double width,
                                               std::size_t lines);

// Round values that span the range, from low to high.
[[nodiscard]] std::vector<double> ticks(double low, double high, int about);

// Moves positions (sorted ascending) apart by at least `gap`, as little as possible, within
// low … high where they fit.
void push_apart(std::vector<double>& positions, double gap, double low, double high);

struct Extent {
  double low = 0, high = 0;
  bool any = false;
};
[[nodiscard]] Extent extent(const std::vector<ChartSeries>& series);

}  // namespace guanlan::chart
