#include <gtest/gtest.h>

#include "guanlan/sightings.h"
#include "testing/taken.h"

namespace guanlan {
namespace {

constexpr const char* kNotice =
    "示例省通信管理局关于侵害用户权益APP的通报\n\n"
    "2024年4月28日，示例省通信管理局通报2款侵害用户权益的APP，包括“示例天\n"
    "气”“示例记账”。被通报的APP应在5月10日前完成整改及反馈工作。任何单位或\n"
    "个人如有异议，请于2024年5月20日前提出，并说明理由和联系方式，逾期不再受\n"
    "理。\n";

std::vector<Due> dues_of(const std::string& text, std::string& raw) {
  const Reading reading = testing::taken(text);
  raw = reading.sources.front().raw;
  const ItemReading& item = reading.sources.front().items.front();
  return dues({item.record, item.title_pieces, item.body_pieces});
}

TEST(Dues, SayWhoMustDoWhatByWhen) {
  std::string raw;
  const auto all = dues_of(kNotice, raw);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].date, "2024-05-10");
  EXPECT_EQ(all[0].who, "被通报的APP");
  EXPECT_EQ(all[0].what, "被通报的APP应在5月10日前完成整改及反馈工作。");
  EXPECT_EQ(all[1].who, "任何单位或个人");
  EXPECT_EQ(all[1].named, "");
}

TEST(Dues, StandWhereTheirSpansSayAlsoOverALineEnd) {
  std::string raw;
  for (const Due& due : dues_of(kNotice, raw)) {
    std::string words(due.place.span.of(raw)), sentence(due.sentence.of(raw));
    std::erase(words, '\n');
    std::erase(sentence, '\n');
    EXPECT_EQ(words, due.text);
    EXPECT_EQ(sentence, due.what);
  }
}

TEST(Dues, OfAReckonedDayShowItsDerivation) {
  std::string raw;
  const auto all = dues_of(
      "示例局关于自查的通知\n各单位应当自本通知印发之日起10个工作日内完成自查。\n示例局\n2024年11月5日\n",
      raw);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].date, "2024-11-19");
  EXPECT_NE(all[0].derivation.find("2024-11-05"), std::string::npos);
}

TEST(Dues, AreNoneWhereTheRecordIsBroken) {
  const std::vector<Span> none;
  EXPECT_TRUE(dues({"not json", none, none}).empty());
  EXPECT_TRUE(
      dues({R"({"deadlines":["2024-05-10"],"spans":{"deadlines":[{"begin":-1}]}})", none, none})
          .empty());
  EXPECT_TRUE(
      dues({R"({"deadlines":[7],"spans":[],"terms":[1,{"role":"deadline","span":3}]})", none, none})
          .empty());
}

}  // namespace
}  // namespace guanlan
