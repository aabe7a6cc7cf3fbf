#include <gtest/gtest.h>

#include "guanlan/compose.h"
#include "testing/desks.h"
#include "testing/readings.h"

namespace guanlan::compose {
namespace {

bool told(const Merged& merged, std::string_view what, std::string_view item) {
  return std::any_of(merged.changes.begin(), merged.changes.end(),
                     [&](const Change& c) { return c.what == what && c.item == item; });
}

TEST(ComposeMerge, NothingNewChangesNothing) {
  const Desk desk = testing::desk();
  const Merged merged = merge(desk, desk, desk);
  EXPECT_TRUE(merged.changes.empty());
  EXPECT_EQ(content_mark(merged.desk), content_mark(desk));
}

TEST(ComposeMerge, ACorrectedSourceComesInWhereNobodyWrote) {
  const Desk base = testing::desk();
  Desk mine = base, fresh = base;
  mine.items.at("aaaa0001").title = "编辑的标题";
  fresh.items.at("aaaa0001").title = "来源更正的标题";
  fresh.items.at("aaaa0001").body = "来源更正的正文。";
  const Merged merged = merge(base, mine, fresh);
  EXPECT_EQ(merged.desk.items.at("aaaa0001").title, "编辑的标题");
  EXPECT_EQ(merged.desk.items.at("aaaa0001").body, "来源更正的正文。");
  EXPECT_TRUE(told(merged, "kept", "aaaa0001"));
  EXPECT_TRUE(told(merged, "updated", "aaaa0001"));
}

TEST(ComposeMerge, ANewItemFindsItsNeighbour) {
  const Desk base = testing::desk();
  Desk fresh = base;
  Item added = testing::desk_item("cccc0003", "又一家酒店被处罚", "3月8日，示例市通报。");
  fresh.items.emplace(added.id, added);
  fresh.outline.parts[0].items.push_back(added.id);
  Desk mine = base;
  ASSERT_TRUE(move(mine, "aaaa0001", "governance/others", 1));
  const Merged merged = merge(base, mine, fresh);
  EXPECT_TRUE(told(merged, "added", "cccc0003"));
  EXPECT_EQ(merged.desk.outline.parts[0].items, std::vector<std::string>{"cccc0003"});
  EXPECT_EQ(merged.desk.outline.parts[0].sections[0].items,
            (std::vector<std::string>{"aaaa0001", "bbbb0002"}));
}

TEST(ComposeMerge, WhatWasDroppedStaysDropped) {
  const Desk base = testing::desk();
  Desk mine = base;
  ASSERT_TRUE(drop(mine, "aaaa0001", {"王", testing::stopped_clock()}, "不宜"));
  const Merged merged = merge(base, mine, base);
  EXPECT_FALSE(seat_of(merged.desk.outline, "aaaa0001"));
  EXPECT_EQ(merged.desk.outline.dropped.at(0).why, "不宜");
  Desk by_hand = base;
  by_hand.outline.parts[0].items.clear();
  EXPECT_FALSE(seat_of(merge(base, by_hand, base).desk.outline, "aaaa0001"));
}

TEST(ComposeMerge, ALongerReportOfTheSameEventJoinsTheItem) {
  const Desk base = testing::desk();
  Desk fresh = base;
  Item item = fresh.items.at("aaaa0001");
  fresh.items.erase("aaaa0001");
  item.id = "dddd0004";  // the new report is the fuller one and gives the id
  item.origins.insert(item.origins.begin(), {"sha256:other", "另一份.txt", 1, 7, {5, 9}, {10, 50}});
  item.sources = {"另一来源", "示例网警"};
  fresh.items.emplace(item.id, item);
  fresh.outline.parts[0].items = {item.id};
  fresh.outline.parts[0].lead[0].item = item.id;
  const Merged merged = merge(base, base, fresh);
  EXPECT_EQ(merged.desk.items.size(), 2u);
  EXPECT_EQ(merged.desk.items.at("aaaa0001").origins.size(), 2u);
  EXPECT_EQ(merged.desk.items.at("aaaa0001").sources.size(), 2u);
  EXPECT_TRUE(told(merged, "twin", "aaaa0001"));
  EXPECT_TRUE(merge(merged.generated, merged.desk, fresh).changes.empty());
}

TEST(ComposeMerge, WhatWasJoinedOrSplitStaysAsPeopleLeftIt) {
  const Desk base = testing::desk();
  const Hand hand{"王", testing::stopped_clock()};
  for (const bool first : {true, false}) {
    Desk mine = base;
    const char *into = first ? "aaaa0001" : "bbbb0002", *other = first ? "bbbb0002" : "aaaa0001";
    ASSERT_TRUE(join(mine, into, other, hand));
    const Merged merged = merge(base, mine, base);
    for (const Change& c : merged.changes) ADD_FAILURE() << c.what << c.item << c.detail;
    EXPECT_EQ(content_mark(merged.desk.items.at(into)), content_mark(mine.items.at(into)));
  }
  Desk mine = base;
  const auto half = split(mine, "aaaa0001", 2, "涉及个人信息");
  ASSERT_TRUE(half);
  Item rest = mine.items.at(*half);
  rest.id = "00000000";  // sorts before the item that it was split from
  mine.items.emplace(rest.id, rest);
  mine.outline.parts[0].items = {"aaaa0001", rest.id};
  mine.items.erase(*half);
  const Merged merged = merge(base, mine, base);
  for (const Change& c : merged.changes) ADD_FAILURE() << c.what << c.item << c.detail;
}

TEST(ComposeMerge, WhatLeftTheStoreIsReportedAndKept) {
  const Desk base = testing::desk();
  Desk fresh = base;
  fresh.items.erase("bbbb0002");
  fresh.outline.parts[0].sections.clear();
  const Merged merged = merge(base, base, fresh);
  EXPECT_TRUE(told(merged, "gone", "bbbb0002"));
  EXPECT_TRUE(seat_of(merged.desk.outline, "bbbb0002"));
}

TEST(ComposeWork, SplitAndJoin) {
  Desk desk = testing::desk();
  const Hand hand{"王", testing::stopped_clock()};
  const auto id = split(desk, "aaaa0001", 2, "涉及个人信息");
  ASSERT_TRUE(id) << id.error().message;
  EXPECT_EQ(desk.items.at("aaaa0001").body, "3月6日，示例市公安局通报2家酒店。");
  EXPECT_EQ(desk.items.at(*id).body, "经查，涉及1.8万条个人信息。");
  EXPECT_EQ(desk.outline.parts[0].items, (std::vector<std::string>{"aaaa0001", *id}));
  EXPECT_FALSE(split(desk, "aaaa0001", 2, "没有第二段"));
  ASSERT_TRUE(join(desk, "aaaa0001", "bbbb0002", hand));
  EXPECT_EQ(desk.items.at("aaaa0001").origins.size(), 2u);
  EXPECT_FALSE(seat_of(desk.outline, "bbbb0002"));
  EXPECT_FALSE(join(desk, "aaaa0001", "aaaa0001", hand));
}

TEST(ComposeWork, AnApprovalIsOfWhatWasRead) {
  Desk desk = testing::desk();
  const Hand hand{"王", testing::stopped_clock()};
  ASSERT_TRUE(mark(desk, "aaaa0001", State::approved, hand));
  EXPECT_EQ(state_of(desk.items.at("aaaa0001")), State::approved);
  EXPECT_EQ(desk.items.at("aaaa0001").marks.back().at, testing::kStoppedTime);
  desk.items.at("aaaa0001").body += "后来加的话。";
  EXPECT_EQ(state_of(desk.items.at("aaaa0001")), State::edited);
  EXPECT_FALSE(mark(desk, "aaaa0001", State::approved, {"", testing::stopped_clock()}));
}

TEST(ComposeWork, AnUnknownPlaceNamesTheKnownOnes) {
  Desk desk = testing::desk();
  const auto done = move(desk, "aaaa0001", "nowhere", 0);
  ASSERT_FALSE(done);
  EXPECT_NE(done.error().hint.find("governance/others"), std::string::npos);
  EXPECT_TRUE(seat_of(desk.outline, "aaaa0001"));
}

}  // namespace
}  // namespace guanlan::compose
