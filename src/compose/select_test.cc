#include "guanlan/select.h"

#include <gtest/gtest.h>

#include "testing/desks.h"

namespace guanlan::compose {
namespace {

std::vector<Nominee> three() {
  return {{"a", "甲", "2024-03-01", "legislation", "某报", {}},
          {"b", "乙", "2024-02-01", "incident", "某报", {}},
          {"c", "丙", "2024-01-01", "statistics", "某报", "统计数据不参评"}};
}

TEST(ComposeSelect, OneVoteAKeyAndTheRestIsReported) {
  const std::vector<Ballot> ballots{{2, "k1", "2024-12-01T10:00", "a"},
                                    {3, "k1", "2024-12-01T10:01", "a"},
                                    {4, "k1", "2024-12-01T10:02", "b"},
                                    {5, "k2", "2024-12-01T10:03", "a"},
                                    {6, "k2", "2024-12-01T10:04", "c"}};
  const auto done = rank(three(), ballots, {}, {100, 0, 10, 60, 10});
  ASSERT_TRUE(done);
  ASSERT_EQ(done->ranks.size(), 2u);
  EXPECT_EQ(done->ranks[0].nominee.id, "a");
  EXPECT_EQ(done->ranks[0].votes, 2);
  EXPECT_EQ(done->ranks[1].total, 500'000);  // half the votes of the first: 50 points
  ASSERT_EQ(done->objections.size(), 2u);
  EXPECT_EQ(done->objections[0].rule, "duplicate");
  EXPECT_EQ(done->objections[0].line, 3);
  EXPECT_EQ(done->objections[1].rule, "unknown-item");
}

TEST(ComposeSelect, AFloodIsReportedOnceAndCounted) {
  std::vector<Ballot> ballots;
  for (int i = 0; i < 5; ++i)
    ballots.push_back(
        {i + 2, "k" + std::to_string(i), "2024-12-01T10:00:3" + std::to_string(i), "b"});
  const auto done = rank(three(), ballots, {}, {100, 0, 10, 3, 10});
  ASSERT_TRUE(done);
  EXPECT_EQ(done->ranks[0].votes, 5);
  ASSERT_EQ(done->objections.size(), 1u);
  EXPECT_EQ(done->objections[0].rule, "flood");
  EXPECT_TRUE(done->objections[0].counted);
}

TEST(ComposeSelect, FiveScoresLoseTheirExtremes) {
  std::vector<Score> scores;
  int line = 2;
  for (const int p : {100, 80, 80, 80, 0}) {
    scores.push_back({line, "e" + std::to_string(line), "a", p});
    ++line;
  }
  const auto done = rank(three(), {}, scores, {40, 60, 10, 60, 10});
  ASSERT_TRUE(done);
  EXPECT_EQ(done->ranks[0].expert_points, 800'000);
  EXPECT_EQ(done->ranks[0].total, 480'000);
}

TEST(ComposeSelect, TiesFallByRule) {
  const std::vector<Score> same{{2, "e", "a", 70}, {3, "e", "b", 70}};
  const auto by_date = rank(three(), {}, same, {});
  ASSERT_TRUE(by_date);
  EXPECT_EQ(by_date->ranks[0].nominee.id, "b");
  EXPECT_EQ(by_date->ranks[1].tie, "date");
  auto all = three();
  all[0].date = all[1].date;
  const auto equal = rank(all, {}, same, {});
  ASSERT_TRUE(equal);
  EXPECT_EQ(equal->ranks[1].place, 1);
  EXPECT_EQ(equal->ranks[1].tie, "equal");
  EXPECT_FALSE(rank(all, {}, same, {50, 60, 10, 60, 10}));
}

TEST(ComposeSelect, ScreeningGivesReasons) {
  Desk desk = testing::desk();
  desk.items.at("bbbb0002").sources.clear();
  const auto all = nominees(desk, 1);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].reason, "");
  EXPECT_EQ(all[1].reason, "没有注明来源");
}

TEST(ComposeSelect, FilesNameTheirLine) {
  const auto short_row = parse_ballots("key,time,item\nk,2024\n", "votes.csv");
  ASSERT_FALSE(short_row);
  EXPECT_EQ(short_row.error().place, "votes.csv:2");
  const auto no_column = parse_scores("expert,item\n", "scores.csv");
  ASSERT_FALSE(no_column);
  EXPECT_NE(no_column.error().hint.find("expert,item,points"), std::string::npos);
  const auto open = parse_ballots("key,time,item\n\"k,2024,a\n", "votes.csv");
  ASSERT_FALSE(open);
  const auto good = parse_nominees(
      "\xEF\xBB\xBFid,title,date,kind,sources,reason\r\na,\"甲,\"\"乙\"\"\",2024,other,报,\r\n",
      "c.csv");
  ASSERT_TRUE(good);
  EXPECT_EQ(good->at(0).title, "甲,\"乙\"");
}

TEST(ComposeSelect, TheHighlightsAreAnIssueOfTheRankedItemsInTheirOrder) {
  const auto ids = parse_ranking("place,id,title\n1,bbbb0002,乙\n2,aaaa0001,甲\n", "ranked.csv");
  ASSERT_TRUE(ids);
  Desk desk = testing::desk();
  desk.outline.period = "2025";
  ASSERT_TRUE(keep_ranked(desk, *ids));
  EXPECT_EQ(seated(desk.outline), *ids);
  EXPECT_EQ(desk.outline.parts.at(0).title, "2025年度亮点");
  const auto unknown = keep_ranked(desk, {"cccc0003"});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, Code::not_found);
}

}  // namespace
}  // namespace guanlan::compose
