#include "chart/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "text/utf8.h"

namespace guanlan {

std::string_view name(ChartKind kind) {
  constexpr std::string_view kNames[] = {"line",  "bar",  "stacked", "share",
                                         "slope", "rank", "heat",    "map"};
  return kNames[static_cast<std::size_t>(kind)];
}

namespace chart {
namespace {

struct Tone {
  std::string_view paint, ink;
};
constexpr Tone kTones[] = {
    {"#0072b2", "#ffffff"}, {"#e69f00", "#1a1a1a"}, {"#009e73", "#ffffff"}, {"#d55e00", "#ffffff"},
    {"#56b4e9", "#1a1a1a"}, {"#cc79a7", "#1a1a1a"}, {"#595959", "#ffffff"}, {"#b3a500", "#1a1a1a"},
};

constexpr int kLight[] = {237, 244, 250}, kDark[] = {8, 64, 129};

}  // namespace

std::string_view colour(std::size_t series) { return kTones[series % std::size(kTones)].paint; }
std::string_view ink_on_colour(std::size_t series) {
  return kTones[series % std::size(kTones)].ink;
}

std::string shade(double t) {
  t = std::clamp(t, 0.0, 1.0);
  const auto part = [&](int i) {
    return static_cast<int>(std::lround(kLight[i] + (kDark[i] - kLight[i]) * t));
  };
  return fmt::format("#{:02x}{:02x}{:02x}", part(0), part(1), part(2));
}
std::string_view ink_on_shade(double t) { return t > 0.5 ? "#ffffff" : "#1a1a1a"; }

std::string printed(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
  const std::size_t point = std::min(text.find('.'), text.size());
  for (std::size_t at = point; at > 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  const bool zero = text.find_first_of("123456789") == std::string::npos;
  return value < 0 && !zero ? "-" + text : text;
}

std::string printed(const Chart& chart, double value) { return printed(value, chart.decimals); }

std::string px(double value) {
  std::string text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

double text_width(std::string_view text, double size) {
  double out = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    at += d.size;
    const bool narrow = d.cp < 0x1100;
    const bool thin = d.cp == '.' || d.cp == ',' || d.cp == 'i' || d.cp == 'l' || d.cp == ' ';
    out += !narrow ? 1.0 : thin ? 0.3 : 0.58;
  }
  return out * size;
}

std::vector<std::string> wrapped(std::string_view text, double size, double width,
                                 std::size_t lines) {
  std::vector<std::string> out(1);
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    const std::string_view character = text.substr(at, d.size);
    if (text_width(out.back() + std::string(character), size) > width && !out.back().empty()) {
      if (out.size() == lines) {
        std::string& last = out.back();
        while (!last.empty() && text_width(last + "…", size) > width)
          last.erase(last.size() - utf8::decode_before(last, last.size()).size);
        last += "…";
        return out;
      }
      out.emplace_back();
    }
    out.back() += character;
    at += d.size;
  }
  return out;
}

std::vector<double> ticks(double low, double high, int about) {
  if (high <= low) high = low + 1;
  const double raw = (high - low) / std::max(about, 1);
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  double step = power * 10;
  for (const double nice : {1.0, 2.0, 2.5, 5.0}) {
    if (nice * power >= raw * 0.999) {
      step = nice * power;
      break;
    }
  }
  std::vector<double> out;
  const double first = std::floor(low / step + 1e-9), last = std::ceil(high / step - 1e-9);
  for (double i = first; i <= last; ++i) out.push_back(i * step);
  return out;
}

void push_apart(std::vector<double>& at, double gap, double low, double high) {
  if (at.empty()) return;
  for (std::size_t i = 1; i < at.size(); ++i) at[i] = std::max(at[i], at[i - 1] + gap);
  double limit = high;
  for (std::size_t i = at.size(); i-- > 0;) {
    at[i] = std::min(at[i], limit);
    limit = at[i] - gap;
  }
  if (at.front() >= low) return;
  const double need = gap * static_cast<double>(at.size() - 1);
  if (need > high - low)
    gap = (high - low) / static_cast<double>(std::max<std::size_t>(at.size() - 1, 1));
  at.front() = low;
  for (std::size_t i = 1; i < at.size(); ++i) at[i] = std::max(at[i], at[i - 1] + gap);
}

Extent extent(const std::vector<ChartSeries>& series) {
  Extent out;
  for (const ChartSeries& one : series) {
    for (const auto& v : one.values) {
      if (!v) continue;
      out.low = out.any ? std::min(out.low, *v) : *v;
      out.high = out.any ? std::max(out.high, *v) : *v;
      out.any = true;
    }
  }
  return out;
}

}  // namespace chart
}  // namespace guanlan
