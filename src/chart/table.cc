// The table beside the drawing.
#include "chart/figures.h"
#include "text/markup.h"

namespace guanlan {
namespace {

using chart::printed;

std::string heading(const Chart& chart, const ChartSeries& series) {
  const std::string name = series.name.empty() ? chart.title : series.name;
  return chart.unit.empty() ? name : name + "（" + chart.unit + "）";
}

std::string cell(const Chart& chart, const std::optional<double>& value) {
  return value ? printed(chart, *value) : "—";
}

std::string piped(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2)
    text.insert(at, "\\");
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  return text;
}

}  // namespace

std::string chart_table_html(const Chart& chart) {
  std::string out =
      "<table>\n<caption>" + escaped(chart.title) + "</caption>\n<thead><tr><th></th>";
  for (const ChartSeries& one : chart.series)
    out += "<th scope=\"col\">" + escaped(heading(chart, one)) + "</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    out += "<tr><th scope=\"row\">" + escaped(chart.labels[i]) + "</th>";
    for (const ChartSeries& one : chart.series)
      out += "<td>" + cell(chart, one.values[i]) + "</td>";
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

std::string chart_table_markdown(const Chart& chart) {
  std::string head = "| |", rule = "| --- |", out;
  for (const ChartSeries& one : chart.series) {
    head += " " + piped(heading(chart, one)) + " |";
    rule += " ---: |";
  }
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    out += "| " + piped(chart.labels[i]) + " |";
    for (const ChartSeries& one : chart.series) out += " " + cell(chart, one.values[i]) + " |";
    out += "\n";
  }
  return head + "\n" + rule + "\n" + out;
}

}  // namespace guanlan
