#include "read/numbering.h"

#include <gtest/gtest.h>

namespace guanlan {
namespace {

TEST(Numbering, PrintsEachFormat) {
  struct Case {
    int value;
    NumberFormat format;
    const char* printed;
  };
  constexpr Case kCases[] = {
      {7, NumberFormat::decimal, "7"},
      {7, NumberFormat::decimal_zero, "07"},
      {12, NumberFormat::decimal_zero, "12"},
      {12, NumberFormat::decimal_full, "１２"},
      {1994, NumberFormat::upper_roman, "MCMXCIV"},
      {4, NumberFormat::lower_roman, "iv"},
      {27, NumberFormat::lower_letter, "aa"},
      {26, NumberFormat::upper_letter, "Z"},
      {10, NumberFormat::chinese, "十"},
      {11, NumberFormat::chinese, "十一"},
      {20, NumberFormat::chinese, "二十"},
      {105, NumberFormat::chinese, "一百零五"},
      {110, NumberFormat::chinese, "一百一十"},
      {10010, NumberFormat::chinese, "一万零一十"},
      {10, NumberFormat::chinese_digits, "一〇"},
      {12, NumberFormat::chinese_legal, "壹拾贰"},
      {2, NumberFormat::stems, "乙"},
      {12, NumberFormat::branches, "亥"},
      {3, NumberFormat::enclosed_circle, "③"},
      {21, NumberFormat::enclosed_circle, "21"},
      {20, NumberFormat::enclosed_paren, "⒇"},
      {1, NumberFormat::enclosed_stop, "⒈"},
      {5, NumberFormat::none, ""},
      {5, NumberFormat::bullet, ""},
      {0, NumberFormat::chinese, "0"},
      {-3, NumberFormat::upper_roman, "-3"},
      {4000, NumberFormat::upper_roman, "4000"},
  };
  for (const Case& c : kCases) EXPECT_EQ(format_number(c.value, c.format), c.printed);
}

}  // namespace
}  // namespace guanlan
