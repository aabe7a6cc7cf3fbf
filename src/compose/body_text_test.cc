#include "compose/body_text.h"

#include <gtest/gtest.h>

namespace guanlan::compose {
namespace {

TEST(ComposeBodyText, RowsOfARecordBecomeATable) {
  EXPECT_EQ(with_tables("前文。\n类别\t收入\n甲\t1.5\n乙\t2\n后文。"),
            "前文。\n| 类别 | 收入 |\n| --- | --- |\n| 甲 | 1.5 |\n| 乙 | 2 |\n后文。");
  EXPECT_EQ(with_tables("没有表。\n| 不是记录的表 |"), "没有表。\n| 不是记录的表 |");
}

TEST(ComposeBodyText, AHeaderSetAgainOnTheNextPageGoes) {
  EXPECT_EQ(with_tables("类别\t收入\n甲\t1\n类别\t收入\n乙\t2"),
            "| 类别 | 收入 |\n| --- | --- |\n| 甲 | 1 |\n| 乙 | 2 |");
}

TEST(ComposeBodyText, ATitleOverAllColumnsStandsAbove) {
  EXPECT_EQ(with_tables("示例表\t\t\n类别\t收入\t占比\n甲\t1\t"),
            "示例表\n| 类别 | 收入 | 占比 |\n| --- | --- | --- |\n| 甲 | 1 |  |");
}

TEST(ComposeBodyText, TwoTablesWithoutALineBetween) {
  const std::string body = with_tables("类别\t收入\n甲\t1\n名次\t名称\t数\n1\t乙\t3");
  const auto all = stretches(body);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].rows.size(), 2u);
  EXPECT_EQ(all[1].rows,
            (std::vector<std::vector<std::string>>{{"名次", "名称", "数"}, {"1", "乙", "3"}}));
}

TEST(ComposeBodyText, ABarInACellStaysInIt) {
  const std::vector<std::string> cells{"甲|乙", ""};
  const std::string text = row_text(cells);
  ASSERT_TRUE(is_row(text));
  EXPECT_EQ(stretches(text).front().rows.front(), cells);
  EXPECT_EQ(words_of("一\n" + text), "一\n甲|乙 ");
}

}  // namespace
}  // namespace guanlan::compose
