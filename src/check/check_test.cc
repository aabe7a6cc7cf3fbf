// What a house may do with the rules, what is said when one cannot run, and the faces.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "guanlan/check_report.h"
#include "testing/check_run.h"
#include "testing/command_line.h"
#include "testing/scratch.h"

namespace guanlan {
namespace {

constexpr const char* kTwoFaults = "4月31日，公安机关布署专项工作。";

CheckConfig config(const char* yaml) {
  auto out = CheckConfig::parse(yaml, "house.yaml");
  EXPECT_TRUE(out) << out.error().message;
  return out.value_or(CheckConfig{});
}

TEST(CheckConfig, SwitchesAFamilyOffAndKeepsTheReason) {
  const auto house = config("rules:\n  word.*: {level: off, reason: 另有专人}\n");
  const Report report = testing::checked(kTwoFaults, {}, &house);
  EXPECT_FALSE(testing::has(report, "word.confusable"));
  EXPECT_TRUE(testing::has(report, "date.impossible"));
  ASSERT_EQ(report.suppressed.size(), 1u);
  EXPECT_EQ(report.suppressed.front().reason, "另有专人");
}

TEST(CheckConfig, SuppressesOnePlace) {
  const auto house =
      config("suppress:\n  - {rule: date.impossible, text: 4月31日, reason: 引文如此}\n");
  const Report report = testing::checked(kTwoFaults, {}, &house);
  EXPECT_FALSE(testing::has(report, "date.impossible"));
  EXPECT_TRUE(testing::has(report, "word.confusable"));
}

TEST(CheckConfig, AddsWordsOfTheHouse) {
  const auto house = config(
      "words:\n  - {id: app, find: 应用软件, fix: 应用程序, unless: [应用软件著作权], reason: 本刊体例}\n");
  const Report report = testing::checked("该局通报应用软件3款，涉及应用软件著作权。", {}, &house);
  ASSERT_TRUE(testing::has(report, "house.app"));
  EXPECT_EQ(report.count(Level::warning), 1u);
}

TEST(CheckConfig, WantsAReasonAndKnownKeys) {
  EXPECT_FALSE(CheckConfig::parse("rules:\n  a.b: {level: off}\n", "h.yaml"));
  EXPECT_FALSE(CheckConfig::parse("rule: {}\n", "h.yaml"));
  EXPECT_FALSE(CheckConfig::parse("rules: [1\n", "h.yaml"));
  EXPECT_FALSE(CheckConfig::parse("rules: [1]\n", "h.yaml"));
  EXPECT_TRUE(CheckConfig::parse("", "h.yaml"));
}

TEST(Check, AQuotationOfAnotherArticleSaysOfWhich) {
  const std::string law =
      "# 示例数据安全条例\n\n2020年1月1日 公布\n\n<!-- INFO END -->\n\n第一条 为了规范示例数据活动，制定本条例。\n\n"
      "第二条 示例数据处理者应当建立健全全流程示例安全管理制度。\n";
  const Report report = testing::checked(
      "示例局发布通报\n\n2022年4月2日，示例局指出，《示例数据安全条例》第一条规定："
      "“示例数据处理者应当建立健全全流程示例安全管理制度”，示例公司未履行。\n",
      {law, {}});
  ASSERT_TRUE(testing::has(report, "law.quote"));
  for (const Finding& f : report.findings) {
    if (f.rule != "law.quote") continue;
    EXPECT_NE(f.reason.zh.find("引文在第二条"), std::string::npos) << f.reason.zh;
  }
}

TEST(Check, SaysThatLawsWereNotChecked) {
  const Report report =
      testing::checked("示例局依据《示例数据安全条例》第三条，对示例公司罚款10万元。");
  ASSERT_EQ(report.not_run.size(), 1u);
  EXPECT_EQ(report.not_run.front().rule, "law.*");
}

TEST(Check, PlacesAndTextsAgreeWithTheRawText) {
  const Document document = testing::document_of(testing::notice(kTwoFaults));
  for (const Finding& f : check(document).findings) {
    EXPECT_EQ(f.place.span.of(document.source.raw), f.text);
  }
}

TEST(CheckReport, HtmlShowsTheTextAsText) {
  const Document document =
      testing::document_of("示例局通报\n\n4月31日，<script>alert(1)</script>布署。\n");
  const std::string page = report_html({&document, check(document)}, ReportLanguage::zh);
  EXPECT_EQ(page.find("<script>"), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos);
}

TEST(CheckReport, SarifParsesAndCarriesFixes) {
  const Document document = testing::document_of(testing::notice(kTwoFaults));
  const auto sarif =
      nlohmann::json::parse(report_sarif({{&document, check(document)}}, ReportLanguage::en));
  EXPECT_EQ(sarif["version"], "2.1.0");
  EXPECT_EQ(sarif["runs"][0]["results"].size(), 2u);
  EXPECT_EQ(sarif["runs"][0]["results"][1]["fixes"].size(), 1u);
}

TEST(CheckCommand, ExitsWithOneOnErrorsOnly) {
  const testing::Scratch scratch;
  testing::World world;
  world.variables["HOME"] = scratch.folder().string();
  const std::string bad = scratch.write("bad.txt", testing::notice(kTwoFaults));
  const std::string good = scratch.write("good.txt", testing::notice("4月30日，该局部署工作。"));
  EXPECT_EQ(world.run({"check", bad}).code, 1);
  EXPECT_EQ(world.run({"check", good}).code, 0);
  EXPECT_EQ(world.run({"check", good, "--config", "no.yaml"}).code, 2);
}

}  // namespace
}  // namespace guanlan
