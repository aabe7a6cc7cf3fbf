#include "text/numeral.h"

#include <gtest/gtest.h>

namespace guanlan {
namespace {

struct Case {
  const char* text;
  double value;
  NumeralForm form;
};

class Spelling : public testing::TestWithParam<Case> {};

TEST_P(Spelling, HasItsValue) {
  const std::string_view text = GetParam().text;
  const auto n = numeral_at(text, 0, static_cast<std::uint32_t>(text.size()));
  ASSERT_TRUE(n) << text;
  EXPECT_EQ(n->span.end, text.size()) << text;
  EXPECT_NEAR(n->value, GetParam().value, 1e-6 * std::max(1.0, GetParam().value)) << text;
  EXPECT_EQ(n->form, GetParam().form) << text;
}

// The record prints them: 8026000000, not 8026000000.000001.
TEST(Numerals, DecimalsWithAScaleAreExact) {
  for (const auto& [text, value] : {std::pair{"80.26亿", 8026000000.0},
                                    {"1572.614178万", 15726141.78},
                                    {"1.12亿", 112000000.0},
                                    {"八十点二六亿", 8026000000.0}}) {
    EXPECT_EQ(numeral_value(text), value) << text;
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, Spelling,
    testing::Values(
        Case{"1500", 1500, NumeralForm::digits}, Case{"1,500", 1500, NumeralForm::digits},
        Case{"1,234,567.5", 1234567.5, NumeralForm::digits},
        Case{"1.2万", 12000, NumeralForm::mixed}, Case{"3000余万", 3e7, NumeralForm::mixed},
        Case{"1000多万", 1e7, NumeralForm::mixed}, Case{"9.40亿", 9.4e8, NumeralForm::mixed},
        Case{"2千", 2000, NumeralForm::mixed}, Case{"120百万", 1.2e8, NumeralForm::mixed},
        Case{"5千万", 5e7, NumeralForm::mixed}, Case{"十二", 12, NumeralForm::han},
        Case{"二十", 20, NumeralForm::han}, Case{"四十四", 44, NumeralForm::han},
        Case{"三百零五", 305, NumeralForm::han}, Case{"两千三百", 2300, NumeralForm::han},
        Case{"伍拾万", 5e5, NumeralForm::han}, Case{"一亿二千万", 1.2e8, NumeralForm::han},
        Case{"三十余万", 3e5, NumeralForm::han}, Case{"三点五", 3.5, NumeralForm::han},
        Case{"一万零八", 10008, NumeralForm::han}, Case{"二〇二四", 2024, NumeralForm::han_digits},
        Case{"二零一九", 2019, NumeralForm::han_digits},
        Case{"百分之三点五", 3.5, NumeralForm::percent}, Case{"百分之十", 10, NumeralForm::percent},
        Case{"百分之百", 100, NumeralForm::percent}, Case{"1亿2000万", 1.2e8, NumeralForm::mixed},
        Case{"13万亿", 1.3e13, NumeralForm::mixed},
        Case{"三分之一", 1.0 / 3, NumeralForm::fraction}, Case{"一半", 0.5, NumeralForm::fraction},
        Case{"半数", 0.5, NumeralForm::fraction}, Case{"上万", 1e4, NumeralForm::han},
        Case{"上千亿", 1e11, NumeralForm::han}, Case{"数十", 0, NumeralForm::indefinite},
        Case{"几百万", 0, NumeralForm::indefinite}, Case{"若干", 0, NumeralForm::indefinite}));

TEST(Numeral, IsNotPartOfAWordOrCode) {
  EXPECT_FALSE(numeral_at("IPv6", 3, 4));
  EXPECT_FALSE(numeral_at("1.2.3", 0, 5));
  EXPECT_FALSE(numeral_at("数据", 0, 6));
  EXPECT_FALSE(numeral_at("上海", 0, 6));
  EXPECT_FALSE(numeral_at("网上千万", 3, 12));
  EXPECT_FALSE(numeral_at("上半年", 3, 9));
  EXPECT_FALSE(numeral_at("半导体", 0, 9));
  EXPECT_FALSE(numeral_at("H5", 1, 2));
  EXPECT_FALSE(numeral_at("拾名包", 0, 9));
  EXPECT_TRUE(numeral_at("伍元", 0, 6));
}

TEST(Numeral, MayFollowAWordInLatinLettersBeforeACount) {
  const auto n = numeral_at("APP15款", 3, 8);
  ASSERT_TRUE(n);
  EXPECT_EQ(n->value, 15);
}

TEST(Numeral, OfADottedDateIsItsYear) {
  const auto n = numeral_at("2024.4.12", 0, 9);
  ASSERT_TRUE(n);
  EXPECT_EQ(n->value, 2024);
  EXPECT_EQ(n->span.end, 4u);
}

TEST(Numeral, StopsAtAListNumberBeforeAYear) {
  const auto n = numeral_at("1.2024年", 0, 9);
  ASSERT_TRUE(n);
  EXPECT_EQ(n->value, 1);
}

TEST(ChineseNumeral, IsReadBackAsItsNumber) {
  EXPECT_EQ(chinese_numeral(12), "十二");
  EXPECT_EQ(chinese_numeral(112), "一百一十二");
  EXPECT_EQ(chinese_numeral(1003), "一千零三");
  EXPECT_EQ(chinese_numeral(1260), "一千二百六十");
  EXPECT_EQ(chinese_numeral(10000), "10000");
  for (int n = 0; n <= 9999; ++n) EXPECT_EQ(numeral_value(chinese_numeral(n)), n);
}

TEST(Numeral, DoesNotNestWithoutEnd) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "百分之";
  EXPECT_TRUE(numeral_at(text, 0, static_cast<std::uint32_t>(text.size())));
}

}  // namespace
}  // namespace guanlan
