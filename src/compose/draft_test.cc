// Drafts by a model that lies are refused, each with what is not in the items.
#include "guanlan/draft.h"

#include <gtest/gtest.h>

#include "guanlan/lexicon.h"
#include "testing/fake_endpoint.h"
#include "testing/memory_store.h"
#include "testing/readings.h"

namespace guanlan::compose {
namespace {

constexpr const char* kNotice =
    "示例市网信办处罚一家企业\n\n2025年3月6日，示例市互联网信息办公室依据《数据安全法》第四十五条，对示例科技公司罚款50万元，"
    "涉及12万条信息，责令其在4月8日前完成整改。\n\n来源：示例日报\n";

class DraftTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto store = testing::memory_store(testing::stopped_clock());
    const auto reading = take_in(kNotice, "a.txt", Lexicon::builtin());
    ASSERT_TRUE(reading);
    ASSERT_TRUE(store->put(*reading));
    const auto desk = gather(*store, {}, "monthly", *Period::parse("2025-03"));
    ASSERT_TRUE(desk) << desk.error().message;
    item_ = desk->items.begin()->second;
  }
  std::string refused_for(std::string_view draft) const {
    std::string out;
    for (const Unfounded& one : unfounded(draft, {&item_})) out += one.rule + " ";
    return out;
  }
  Item item_;
};

TEST_F(DraftTest, WhatTheItemSaysMayBeSaid) {
  for (const char* draft :
       {"示例市互联网信息办公室对示例科技公司罚款50万元。",
        "3月6日，示例科技公司因涉及12万条信息被罚款50万元。",
        "依据《数据安全法》第四十五条，对示例科技公司罚款，责令4月8日前整改。"}) {
    EXPECT_EQ(refused_for(draft), "") << draft;
  }
}

TEST_F(DraftTest, WhatItDoesNotSayIsNamed) {
  const std::pair<const char*, const char*> kLies[] = {
      {"示例市互联网信息办公室对示例科技公司罚款80万元。", "number"},
      {"示例科技公司涉及2万条信息。", "number"},
      {"3月9日，示例科技公司被罚款50万元。", "number"},
      {"依据《个人信息保护法》对示例科技公司罚款50万元。", "title"},
      {"依据《数据安全法》第四十六条罚款50万元。", "citations"},
      {"示例科技公司负责人赵铁柱称完成整改。", "word"},
      {"示例市公安局对示例科技公司罚款50万元。", "word"},
      {"示例科技公司CEO完成整改。", "latin"},
      {"示例科技公司称“信息无误”。", "quotation"},
      {"示例科技公司被罚款五十万元。", "number"},
  };
  for (const auto& [draft, rule] : kLies) {
    EXPECT_NE(refused_for(draft).find(rule), std::string::npos)
        << draft << " -> " << refused_for(draft);
  }
}

TEST_F(DraftTest, AnHonestEndpointIsBelievedALyingOneIsNot) {
  const testing::FakeEndpoint honest("示例科技公司被罚款50万元。\n");
  const auto summary = draft_summary(item_, {honest.address(), "m", "secret", 5});
  ASSERT_TRUE(summary) << summary.error().message << summary.error().place;
  EXPECT_EQ(*summary, "示例科技公司被罚款50万元。");
  EXPECT_NE(honest.asked().find("Authorization: Bearer secret"), std::string::npos);
  EXPECT_NE(honest.asked().find("POST /v1/chat/completions"), std::string::npos);

  const testing::FakeEndpoint liar("示例科技公司被罚款90万元。");
  const auto lie = draft_lead({&item_}, {liar.address(), "m", {}, 5});
  ASSERT_FALSE(lie);
  EXPECT_EQ(lie.error().code, Code::invalid);
  EXPECT_NE(lie.error().place.find("90"), std::string::npos);
}

TEST_F(DraftTest, AnEndpointThatFailsIsAnAnswer) {
  EXPECT_EQ(draft_summary(item_, {}).error().code, Code::invalid);
  EXPECT_EQ(draft_summary(item_, {"file:///etc/passwd", "m", {}, 5}).error().code, Code::invalid);
  EXPECT_EQ(draft_summary(item_, {"http://127.0.0.1:1/v1", "m", {}, 2}).error().code, Code::io);
  const testing::FakeEndpoint busy("", 503);
  EXPECT_EQ(draft_summary(item_, {busy.address(), "m", {}, 5}).error().code, Code::io);
  const testing::FakeEndpoint odd("", 200, "[1, 2]");
  EXPECT_EQ(draft_summary(item_, {odd.address(), "m", {}, 5}).error().code, Code::io);
  std::string flood;
  for (int i = 0; i < 100; ++i) flood += "示例科技公司";
  const testing::FakeEndpoint wordy(flood);
  EXPECT_FALSE(draft_summary(item_, {wordy.address(), "m", {}, 5}));
}

}  // namespace
}  // namespace guanlan::compose
