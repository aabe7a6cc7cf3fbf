#include "sightings/party.h"

#include <gtest/gtest.h>

namespace guanlan::sighting {
namespace {

// The sentence with its day in ⟦⟧.
std::string_view party(std::string sentence) {
  static std::string held;
  constexpr std::string_view kOpen = "⟦", kClose = "⟧";
  const auto begin = static_cast<std::uint32_t>(sentence.find(kOpen));
  sentence.erase(begin, kOpen.size());
  const auto end = static_cast<std::uint32_t>(sentence.find(kClose));
  sentence.erase(end, kClose.size());
  held = std::move(sentence);
  return party_of(held, {begin, end});
}

TEST(Party, StandsBeforeTheDay) {
  EXPECT_EQ(party("被通报的APP应在⟦5月10日⟧前完成整改。"), "被通报的APP");
  EXPECT_EQ(party("请上述示例应用开发者在⟦5月13日⟧前落实整改。"), "上述示例应用开发者");
  EXPECT_EQ(party("为做好示例工作，各有关单位务必于⟦5月31日⟧前报送材料。"), "各有关单位");
  EXPECT_EQ(party("示例市各区教育部门、学校须于⟦2024年9月底⟧前完成自查。"),
            "示例市各区教育部门、学校");
}

TEST(Party, StandsBehindTheDay) {
  EXPECT_EQ(party("⟦2024年5月底⟧前，各地示例主管部门、通信管理局梳理名录。"),
            "各地示例主管部门、通信管理局");
  EXPECT_EQ(party("⟦2024年10月底⟧之前，相关企业完成自查。"), "相关企业");
}

TEST(Party, IsAddressedElsewhereInTheSentence) {
  EXPECT_EQ(party("任何单位或个人如有异议，请于⟦8月15日⟧前发送邮件提出。"), "任何单位或个人");
  EXPECT_EQ(party("现向社会公众征求意见，请于⟦10月13日⟧前反馈。"), "社会公众");
}

TEST(Party, IsNotInventedWhereNobodyIsNamed) {
  EXPECT_EQ(party("意见反馈截止时间为⟦2025年5月17日⟧。"), "");
  EXPECT_EQ(party("请将意见于⟦5月31日⟧前反馈至邮箱。"), "");
  EXPECT_EQ(party("到⟦2027年底⟧，开放率达到85%以上。"), "");
}

TEST(Party, MayPointToWhatTheItemNames) {
  EXPECT_TRUE(points_to_named("被通报的APP"));
  EXPECT_TRUE(points_to_named("上述示例应用开发者"));
  EXPECT_FALSE(points_to_named("各有关单位"));
}

}  // namespace
}  // namespace guanlan::sighting
