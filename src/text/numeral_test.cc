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

INSTANTIATE_TEST_SUITE_P(
    All, Spelling,
    testing::Values(
        Case{"1500", 1500, NumeralForm::digits}, Case{"1,500", 1500, NumeralForm::digits},
        Case{"1,234,567.5", 1234567.5, NumeralForm::digits}, Case{"1.2万", 12000, NumeralForm::mixed},
        Case{"3000余万", 3e7, NumeralForm::mixed}, Case{"1000多万", 1e7, NumeralForm::mixed},
        Case{"9.40亿", 9.4e8, NumeralForm::mixed}, Case{"2千", 2000, NumeralForm::mixed},
        Case{"120百万", 1.2e8, NumeralForm::mixed}, Case{"5千万", 5e7, NumeralForm::mixed},
        Case{"十二", 12, NumeralForm::han}, Case{"二十", 20, NumeralForm::han},
        Case{"四十四", 44, NumeralForm::han}, Case{"三百零五", 305, NumeralForm::han},
        Case{"两千三百", 2300, NumeralForm::han}, Case{"伍拾万", 5e5, NumeralForm::han},
        Case{"一亿二千万", 1.2e8, NumeralForm::han}, Case{"三十余万", 3e5, NumeralForm::han},
        Case{"三点五", 3.5, NumeralForm::han}, Case{"一万零八", 10008, NumeralForm::han},
        Case{"二〇二四", 2024, NumeralForm::han_digits}, Case{"二零一九", 2019, NumeralForm::han_digits},
        Case{"百分之三点五", 3.5, NumeralForm::percent}, Case{"百分之十", 10, NumeralForm::percent},
        Case{"数十", 0, NumeralForm::indefinite}, Case{"几百万", 0, NumeralForm::indefinite},
        Case{"若干", 0, NumeralForm::indefinite}));

TEST(Numeral, IsNotPartOfAWordOrCode) {
  EXPECT_FALSE(numeral_at("IPv6", 3, 4));
  EXPECT_FALSE(numeral_at("1.2.3", 0, 5));
  EXPECT_FALSE(numeral_at("数据", 0, 6));
  EXPECT_FALSE(numeral_at("上海", 0, 6));
}

}  // namespace
}  // namespace guanlan
