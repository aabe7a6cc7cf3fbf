#include "guanlan/chart.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "chart/figures.h"
#include "testing/golden.h"

namespace guanlan {
namespace {

TEST(ChartTest, GoldenDrawings) {
  testing::check_golden("charts", [](const std::string& input) -> std::optional<std::string> {
    const auto chart = parse_chart(input, "示例.yaml");
    if (!chart) return {};
    return chart_svg(*chart) + chart_table_markdown(*chart);
  });
}

Chart small(ChartKind kind) {
  Chart out;
  out.kind = kind;
  out.title = "甲 & 乙 <示例>";
  out.unit = "万户";
  out.labels = {"2024-01", "2024-02", "2024-03"};
  out.series = {{"河南", {1.0, std::nullopt, 3.0}}, {"湖北", {2.0, 2.0, 1.0}}};
  return out;
}

Chart of_one(ChartKind kind, const std::string& label, std::optional<double> value) {
  Chart out;
  out.kind = kind;
  out.labels = {label};
  out.series = {{"", {value}}};
  return out;
}

TEST(ChartTest, EveryKindIsWellFormedAndNamesItself) {
  for (const ChartKind kind : chart::kKinds) {
    const std::string svg = chart_svg(small(kind));
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(svg.c_str())) << name(kind) << "\n" << svg;
    EXPECT_STREQ(document.child("svg").child("title").text().get(), "甲 & 乙 <示例>");
    const std::string description = document.child("svg").child("desc").text().get();
    EXPECT_NE(description.find("2024-02 无数据"), std::string::npos) << description;
    EXPECT_EQ(svg.find("nan"), std::string::npos) << name(kind);
    EXPECT_EQ(svg.find("inf\""), std::string::npos) << name(kind);
    EXPECT_TRUE(nlohmann::json::accept(chart_echarts(small(kind)))) << name(kind);
    const auto again = parse_chart(chart_yaml(small(kind)), "again");
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(chart_svg(*again), svg);
  }
}

TEST(ChartTest, SurvivesOddFigures) {
  for (const ChartKind kind : chart::kKinds) {
    for (const double value : {0.0, 1e15, 1e-9}) {
      const Chart one = of_one(kind, "", value);
      EXPECT_EQ(chart_svg(one).find("nan"), std::string::npos) << name(kind) << value;
    }
    const Chart none = of_one(kind, "a", std::nullopt);
    EXPECT_EQ(chart_svg(none).find("nan"), std::string::npos) << name(kind);
  }
}

TEST(ChartTest, LabelsAreApart) {
  std::vector<double> at{100, 101, 102, 300};
  chart::push_apart(at, 16, 0, 400);
  for (std::size_t i = 1; i < at.size(); ++i) EXPECT_GE(at[i] - at[i - 1], 16);
  std::vector<double> low{395, 396, 397};
  chart::push_apart(low, 16, 0, 400);
  EXPECT_LE(low.back(), 400);
  EXPECT_GE(low[1] - low[0], 16);
}

TEST(ChartTest, SaysWhatIsWrongAndWhere) {
  const std::pair<const char*, const char*> cases[] = {
      {"kind: line\nlabels: [a]\nseries:\n- {name: x, values: [1, 2]}",
       "values 与 labels 个数不同：x"},
      {"kind: pie\nlabels: [a]", "没有这种图：pie"},
      {"kind: line\nkind: bar", "键重复：kind"},
      {"kind: line\ncolour: red", "不认识的键：colour"},
      {"kind: line", "没有 labels 或 series"},
      {"kind: line\nlabels: [a]\nseries:\n- {name: x, values: [.nan]}", "应为数或 null：values"},
      {"kind: [", "YAML"},
      {"- 1", "应为键值对：图表描述"},
  };
  for (const auto& [text, message] : cases) {
    const auto chart = parse_chart(text, "坏.yaml");
    ASSERT_FALSE(chart) << text;
    EXPECT_EQ(chart.error().code, Code::invalid);
    EXPECT_NE(chart.error().message.find(message), std::string::npos) << chart.error().message;
    EXPECT_TRUE(chart.error().place.starts_with("坏.yaml:")) << chart.error().place;
  }
}

}  // namespace
}  // namespace guanlan
