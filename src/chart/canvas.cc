#include "chart/canvas.h"

#include <fmt/format.h>

#include "text/markup.h"

namespace guanlan {
namespace chart {
namespace {

constexpr std::string_view kFonts =
    "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif";

std::string hinted(std::string_view element, std::string_view hint) {
  if (hint.empty()) return fmt::format("<{}/>\n", element);
  const std::string_view tag = element.substr(0, element.find(' '));
  return fmt::format("<{}><title>{}</title></{}>\n", element, escaped(hint), tag);
}

// What the chart says, for readers who hear it: from the first label to the last.
std::string described(const Chart& chart) {
  std::string out = chart.subtitle.empty() ? std::string() : chart.subtitle + "。";
  for (const ChartSeries& one : chart.series) {
    std::string values;
    for (std::size_t i = 0; i < one.values.size(); ++i) {
      values += (values.empty() ? "" : "，") + chart.labels[i] + " " +
                (one.values[i] ? printed(chart, *one.values[i]) + chart.unit : "无数据");
    }
    out += one.name + "：" + values + "。";
  }
  return out;
}

}  // namespace

void Canvas::text(double x, double y, std::string_view words, Anchor anchor, double size,
                  std::string_view ink, bool bold) {
  constexpr std::string_view kAnchors[] = {"start", "middle", "end"};
  out_ += fmt::format(
      "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\" fill=\"{}\"{}>{}</text>\n",
      px(x), px(y), px(size), kAnchors[static_cast<std::size_t>(anchor)], ink,
      bold ? " font-weight=\"bold\"" : "", escaped(words));
}

void Canvas::line(double x1, double y1, double x2, double y2, std::string_view ink, double width) {
  out_ += fmt::format(
      "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>\n", px(x1),
      px(y1), px(x2), px(y2), ink, px(width));
}

void Canvas::rect(double x, double y, double width, double height, std::string_view paint,
                  std::string_view hint) {
  out_ += hinted(fmt::format("rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"", px(x),
                             px(y), px(width), px(height), paint),
                 hint);
}

void Canvas::dot(double x, double y, double radius, std::string_view paint, std::string_view hint) {
  out_ += hinted(fmt::format("circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\" stroke=\"#ffffff\"",
                             px(x), px(y), px(radius), paint),
                 hint);
}

void Canvas::path(std::string_view data, std::string_view ink, double width) {
  out_ += fmt::format(
      "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"/>\n",
      data, ink, px(width));
}

std::string framed(const Chart& chart, const Canvas& drawing, double height) {
  constexpr double kMargin = 16;
  Canvas head;
  double y = kMargin;
  const double room = chart.width - 2 * kMargin;
  if (!chart.title.empty()) {
    for (const std::string& line : wrapped(chart.title, kTitleSize, room, 2)) {
      y += kTitleSize * 1.25;
      head.text(kMargin, y - 4, line, Anchor::start, kTitleSize, kInk, true);
    }
  }
  if (!chart.subtitle.empty()) {
    for (const std::string& line : wrapped(chart.subtitle, kTextSize, room, 2)) {
      y += kTextSize * 1.4;
      head.text(kMargin, y - 3, line, Anchor::start, kTextSize, kSoftInk);
    }
  }
  y += 10;
  const double drawing_top = y;
  y += height;
  Canvas foot;
  if (!chart.source.empty()) {
    for (const std::string& line : wrapped("数据来源：" + chart.source, kSmallSize, room, 3)) {
      y += kSmallSize * 1.4;
      foot.text(kMargin, y, line, Anchor::start, kSmallSize, kSoftInk);
    }
  }
  y += kMargin;
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t d\" "
      "viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" font-family=\"{2}\">\n"
      "<title id=\"t\">{3}</title>\n<desc id=\"d\">{4}</desc>\n"
      "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n{5}"
      "<g transform=\"translate(0,{6})\">\n{7}</g>\n{8}</svg>\n",
      chart.width, px(y), kFonts, escaped(chart.title), escaped(described(chart)), head.body(),
      px(drawing_top), drawing.body(), foot.body());
}

double legend(Canvas& canvas, const Chart& chart, double y) {
  if (chart.series.size() < 2) return 0;
  constexpr double kBox = 12, kGap = 18, kLine = 20, kLeft = 16;
  double x = kLeft, at = y + kBox;
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const std::string& words = chart.series[i].name;
    const double width = kBox + 5 + text_width(words, kTextSize);
    if (x > kLeft && x + width > chart.width - kLeft) {
      x = kLeft;
      at += kLine;
    }
    canvas.rect(x, at - kBox + 2, kBox, kBox, colour(i));
    canvas.text(x + kBox + 5, at, words);
    x += width + kGap;
  }
  return at - y + 10;
}

namespace {

std::string drawn(const Chart& chart) {
  Canvas canvas;
  double height = 0;
  switch (chart.kind) {
    case ChartKind::line:
      height = draw_line(canvas, chart);
      break;
    case ChartKind::bar:
    case ChartKind::stacked:
      height = draw_bars(canvas, chart);
      break;
    case ChartKind::share:
      height = draw_share(canvas, chart);
      break;
    case ChartKind::slope:
      height = draw_slope(canvas, chart);
      break;
    case ChartKind::rank:
      height = draw_rank(canvas, chart);
      break;
    case ChartKind::heat:
      height = draw_heat(canvas, chart);
      break;
    case ChartKind::map:
      height = draw_map(canvas, chart);
      break;
  }
  return framed(chart, canvas, height);
}

}  // namespace
}  // namespace chart

std::string chart_svg(const Chart& chart) { return chart::drawn(chart); }

}  // namespace guanlan
