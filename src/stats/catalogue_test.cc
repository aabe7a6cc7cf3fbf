#include <gtest/gtest.h>

#include <set>

#include "guanlan/stats.h"
#include "lexicon/rows.h"

namespace guanlan {
namespace {

TEST(Catalogue, KnowsSynonyms) {
  for (const char* name : {"互联网用户", "互联网用户总数", "互联网总用户数"}) {
    ASSERT_NE(find_indicator(name), nullptr) << name;
    EXPECT_EQ(find_indicator(name)->name, "互联网用户") << name;
  }
  ASSERT_NE(find_indicator("IPTV（网络电视）用户总数"), nullptr);
  EXPECT_EQ(find_indicator("IPTV（网络电视）用户总数")->name, "IPTV用户");
  EXPECT_EQ(find_indicator("示例指标"), nullptr);
}

TEST(Catalogue, ParentsAndNamesAreSound) {
  std::set<std::string_view> names;
  for (const auto& row : rows_of("lexicon/stats/indicators.tsv")) {
    ASSERT_EQ(row.size(), 5u);
    EXPECT_TRUE(names.insert(row[0]).second) << "twice: " << row[0];
    EXPECT_TRUE(row[3] == "stock" || row[3] == "flow" || row[3] == "rate") << row[0];
    EXPECT_EQ(find_indicator(row[0])->name, row[0]);
  }
  for (const auto& row : rows_of("lexicon/stats/indicators.tsv")) {
    const bool top = row[4].empty();
    EXPECT_TRUE(top || names.contains(row[4])) << row[0] << " below " << row[4];
  }
}

TEST(Units, ComeToTheUnitOfTheirKind) {
  EXPECT_DOUBLE_EQ(convert(75.5, "万户")->value, 755000);
  EXPECT_DOUBLE_EQ(convert(95112, "万G")->value, 951120000);
  EXPECT_EQ(convert(1, "T")->unit, "GB");
  EXPECT_DOUBLE_EQ(convert(2, "T")->value, 2048);
  EXPECT_DOUBLE_EQ(convert(8995.2, "万元")->value, 89952000);
  EXPECT_FALSE(convert(1, "部/百户"));
}

}  // namespace
}  // namespace guanlan
