#include "stats/prose.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <set>

#include "testing/check_run.h"
#include "testing/place.h"

namespace guanlan {
namespace {

std::string printed(const Observation& o) {
  const auto or_dash = [](const std::string& s) { return s.empty() ? std::string("-") : s; };
  return fmt::format("{} | {} | {} | {} | {} | {:.10g} | {}", o.indicator, or_dash(o.period),
                     or_dash(o.region), or_dash(o.operator_name), name(o.measure), o.value,
                     or_dash(o.unit));
}

std::multiset<std::string> observed(const std::string& text) {
  std::multiset<std::string> out;
  for (const Observation& o : observe(testing::document_of(text)).observations)
    out.insert(printed(o));
  return out;
}

YAML::Node corpus() {
  return YAML::LoadFile((testing::root() / "rules/indicators/corpus.yaml").string());
}

TEST(Statistics, FollowTheCorpus) {
  const YAML::Node passages = corpus()["passages"];
  EXPECT_GE(passages.size(), 15u);
  for (const auto& passage : passages) {
    std::multiset<std::string> want;
    for (const auto& line : passage["gives"]) want.insert(line.as<std::string>());
    EXPECT_EQ(observed(passage["text"].as<std::string>()), want) << passage["name"];
  }
}

TEST(Statistics, TakeNothingFromOtherNumbers) {
  for (const auto& text : corpus()["nothing"]) {
    EXPECT_EQ(observed(text.as<std::string>()), std::multiset<std::string>()) << text;
  }
}

TEST(Statistics, SpansHoldTheWords) {
  const Document d = testing::document_of(
      "2024年9月湖南省通信业运行情况\n截至9月底，全省电话用户总数达7652.3万户，居全国第9位。\n");
  const Statistics found = observe(d);
  ASSERT_EQ(found.observations.size(), 2u);
  for (const Observation& o : found.observations) {
    EXPECT_EQ(o.place.span.of(d.source.raw), o.text);
    EXPECT_EQ(o.section, "2024年9月湖南省通信业运行情况");
    EXPECT_EQ(o.canonical, "电话用户");
  }
  EXPECT_EQ(found.observations[1].rank_of, "全国");
}

TEST(Statistics, SurviveHostileText) {
  std::string text = "2024年9月湖南省通信业运行情况\n";
  for (int i = 0; i < 3000; ++i) text += "占比较上月、";
  for (int i = 0; i < 3000; ++i) text += "1万-2万户、";
  for (int i = 0; i < 3000; ++i) text += "(居全国第";
  for (int i = 0; i < 3000; ++i) text += "全省移动、";
  (void)observe(testing::document_of(text));
}

}  // namespace
}  // namespace guanlan
