#include "guanlan/enforcement.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "testing/readings.h"
#include "testing/scratch.h"

namespace guanlan {
namespace {

class EnforcementTest : public ::testing::Test {
 protected:
  // One file a call; each text becomes an item as the pipeline reads it.
  void add(const std::string& name, const std::string& text) {
    auto reading = take_in(text, name, Lexicon::builtin());
    ASSERT_TRUE(reading) << reading.error().message;
    ASSERT_TRUE(store->put(*reading));
  }
  Enforcement by(EnforcementGroup group) {
    EnforcementQuery query;
    query.by = group;
    return enforcement(*store, query).value();
  }
  testing::Scratch scratch;
  std::unique_ptr<Store> store = open_store(scratch / "e.db", testing::stopped_clock()).value();
};

std::string penalty(const std::string& company, const std::string& amount) {
  return "示例市网信办对" + company +
         "作出行政处罚\n\n4月9日消息，湖北省武汉市网信办依据《网络安全法》第五十九条"
         "，对" +
         company + "处以罚款" + amount + "元。2024年。\n";
}

const EnforcementRow* row(const Enforcement& all, std::string_view key) {
  for (const EnforcementRow& r : all.rows) {
    if (r.key == key) return &r;
  }
  return nullptr;
}

TEST_F(EnforcementTest, CountsByLawArticleAndRegionWithTheItemsBehind) {
  add("甲.txt", penalty("甲示例科技有限公司", "5万"));
  add("乙.txt", penalty("乙示例科技有限公司", "8万"));
  const Enforcement laws = by(EnforcementGroup::law);
  const EnforcementRow* law = row(laws, "网络安全法");
  ASSERT_NE(law, nullptr);
  EXPECT_EQ(law->items, (std::vector<std::int64_t>{1, 2}));
  EXPECT_EQ(law->fines.value, 130000);
  EXPECT_EQ(law->fines.items, (std::vector<std::int64_t>{1, 2}));
  EXPECT_EQ(laws.total.fines.value, 130000);
  const Enforcement articles = by(EnforcementGroup::article);
  EXPECT_NE(row(articles, "网络安全法第五十九条"), nullptr);
  const Enforcement regions = by(EnforcementGroup::region);
  ASSERT_NE(row(regions, "湖北省"), nullptr);
  EXPECT_EQ(row(regions, "湖北省")->items.size(), 2u);
  EXPECT_NE(row(by(EnforcementGroup::sanction), "fine"), nullptr);
  EXPECT_NE(row(by(EnforcementGroup::level), "city"), nullptr);
}

TEST_F(EnforcementTest, TheSameReportElsewhereCountsOnce) {
  add("甲.txt", penalty("甲示例科技有限公司", "5万"));
  add("转载.txt", penalty("甲示例科技有限公司", "5万") + "\n");
  const Enforcement found = by(EnforcementGroup::law);
  EXPECT_EQ(found.total.items, std::vector<std::int64_t>{1});
  EXPECT_EQ(found.repeated, std::vector<std::int64_t>{2});
  EXPECT_EQ(found.total.fines.value, 50000);
}

TEST_F(EnforcementTest, ALaterCumulativeFigureReplacesTheEarlierOne) {
  const auto report = [](const std::string& day, const std::string& count) {
    return "示例省警方通报“示例净网”专项行动进展" + day + "\n\n" + day +
           "，湖北省公安厅通报，“示例净网”专项行动开展以来，全省公安机关累计关闭违规账号" + count +
           "个。2024年。\n";
  };
  add("四月.txt", report("4月10日", "1000"));
  add("五月.txt", report("5月10日", "2600"));
  const Enforcement found = by(EnforcementGroup::sanction);
  EXPECT_EQ(found.total.parties.value, 2600);
  EXPECT_EQ(found.total.parties.items, std::vector<std::int64_t>{2});
  EXPECT_EQ(found.total.replaced, std::vector<std::int64_t>{1});
}

TEST_F(EnforcementTest, OutliersAreNamedAndLeftOutOfTheSecondSum) {
  for (int i = 0; i < 8; ++i)
    add(fmt::format("{}.txt", i),
        penalty(fmt::format("示例{}科技有限公司", i), fmt::format("{}万", 5 + i)));
  add("大.txt", penalty("示例大平台有限公司", "80亿"));
  const Enforcement found = by(EnforcementGroup::month);
  EXPECT_EQ(found.total.fines_typical.value, 680000);
  EXPECT_EQ(found.total.fines.value, 680000 + 8e9);
  EXPECT_EQ(found.total.outliers, std::vector<std::int64_t>{9});
}

TEST_F(EnforcementTest, AnEmptyStoreGivesNothing) {
  const Enforcement found = by(EnforcementGroup::authority);
  EXPECT_TRUE(found.rows.empty());
  EXPECT_TRUE(found.total.items.empty());
}

}  // namespace
}  // namespace guanlan
