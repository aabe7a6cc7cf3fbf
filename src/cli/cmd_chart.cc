#include <fmt/format.h>

#include <fstream>
#include <ostream>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/stats_commands.h"
#include "guanlan/chart.h"

namespace guanlan::cli {
namespace {

std::string drawn(const Chart& chart, const std::string& as) {
  if (as == "echarts") return chart_echarts(chart);
  if (as == "html") return chart_table_html(chart);
  if (as == "md") return chart_table_markdown(chart);
  if (as == "yaml") return chart_yaml(chart);
  return chart_svg(chart);
}

int chart(const Call& call) {
  const Inputs inputs = expand(call, call.args.positionals());
  for (const Error& failure : inputs.failures) complain(call, failure);
  if (inputs.files.size() != 1) return exit_code::kInputs;
  const Input& input = inputs.files.front();
  const auto bytes = bytes_of(call, input);
  if (!bytes) {
    complain(call, bytes.error(), input);
    return exit_code::kInputs;
  }
  const auto parsed = parse_chart(*bytes, input.shown);
  if (!parsed) {
    complain(call, parsed.error(), input);
    return exit_code::kInputs;
  }
  const std::string out = drawn(*parsed, call.args.value("--as", "svg"));
  if (!call.args.has("--output")) {
    call.env.out << out;
    return exit_code::kFine;
  }
  const std::string path = call.args.value("--output");
  std::ofstream file(path, std::ios::binary);
  file << out;
  file.close();
  if (file) return exit_code::kFine;
  call.env.err << say(call.language, Say::cannot_write, path) << '\n';
  return exit_code::kInputs;
}

}  // namespace

CommandSpec chart_command() {
  return {
      "chart",
      {"按图表描述画图：SVG、ECharts 或数据表", "draw a chart description: SVG, ECharts, a table"},
      {"描述是 YAML 或 JSON：kind（line bar stacked share slope rank heat map）、title、unit、labels、\n"
       "series；见 docs/charts.md。同样的描述总是画出同样的字节。",
       "A description is YAML or JSON: kind (line bar stacked share slope rank heat map), title,\n"
       "unit, labels, series; see docs/charts.md. The same description gives the same bytes."},
      {{"FILE",
        {"图表描述，或 -（标准输入）", "a chart description, or - (standard input)"},
        1,
        1}},
      {{"--as",
        "KIND",
        {"输出什么；默认 svg", "what to print; default svg"},
        {"svg", "echarts", "html", "md", "yaml"},
        Complete::choice},
       {"--output", "FILE", {"写入文件", "write to a file"}, {}, Complete::file}},
      {{"chart users.yaml --output users.svg", {"画成 SVG", "draw an SVG"}},
       {"stats series 互联网用户 --chart",
        {"由库中的序列生成描述", "a description of a stored series"}}},
      chart};
}

}  // namespace guanlan::cli
