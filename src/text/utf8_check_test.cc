#include "text/utf8_check.h"

#include <gtest/gtest.h>
#include <unicode/ustring.h>

#include <random>

namespace guanlan::utf8 {
namespace {

// The slow twin: ICU, one look at the whole text.
bool valid_by_icu(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t size = 0;
  u_strFromUTF8(nullptr, 0, &size, text.data(), static_cast<int32_t>(text.size()), &status);
  return status != U_INVALID_CHAR_FOUND;
}

TEST(Utf8Check, AgreesWithIcuOnAllPairsAndTriplesOfEdgeBytes) {
  const std::string edges =
      "a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF\xF0\xF1\xF4\xF5\xFF";
  for (const char a : edges) {
    for (const char b : edges) {
      for (const char c : edges) {
        for (const char d : edges) {
          const std::string text{a, b, c, d};
          ASSERT_EQ(is_valid(text), valid_by_icu(text)) << testing::PrintToString(text);
        }
      }
    }
  }
}

TEST(Utf8Check, RepairGivesValidTextAndKeepsValidOnes) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += random() % 3 == 0 ? static_cast<char>(random()) : 'x';
    std::string repaired;
    const std::size_t count = append_repaired(repaired, text);
    EXPECT_TRUE(is_valid(repaired));
    EXPECT_EQ(count == 0, is_valid(text));
    if (count == 0) {
      EXPECT_EQ(repaired, text);
    }
  }
}

TEST(Utf8Check, OneReplacementPerBrokenSequence) {
  std::string out;
  EXPECT_EQ(append_repaired(out, "甲\xE4\xB8乙\xED\xA0\x80\xFF"), 5u);  // a surrogate is three
  EXPECT_EQ(out, "甲\uFFFD乙\uFFFD\uFFFD\uFFFD\uFFFD");
}

}  // namespace
}  // namespace guanlan::utf8
