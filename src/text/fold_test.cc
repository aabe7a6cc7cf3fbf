#include "text/fold.h"

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace guanlan {
namespace {

TEST(Fold, WidthsAndCompatibilityForms) {
  EXPECT_EQ(fold(U'（'), U'(');
  EXPECT_EQ(fold(U'，'), U',');
  EXPECT_EQ(fold(U'：'), U':');
  EXPECT_EQ(fold(U'％'), U'%');
  EXPECT_EQ(fold(U'２'), U'2');
  EXPECT_EQ(fold(U'Ａ'), U'A');
  EXPECT_EQ(fold(U'﹢'), U'+');
  EXPECT_EQ(fold(U'　'), U' ');
  EXPECT_EQ(fold(U'「'), U'“');
  EXPECT_EQ(fold(U'』'), U'”');
  EXPECT_EQ(fold(U'\u2F00'), U'一');  // ⼀, a radical that PDF extraction yields
}

TEST(Fold, NumbersInCirclesAndExponentsStay) {
  for (const char32_t cp : {U'①', U'²', U'Ⅳ', U'㊀', U'½'}) EXPECT_EQ(fold(cp), cp);
}

TEST(Fold, WordsStay) {
  for (const char32_t cp : {U'网', U'。', U'、', U'《', U'“', U'〇', U'a', U'𠮷'})
    EXPECT_EQ(fold(cp), cp);
}

TEST(Fold, IsIdempotent) {
  for (char32_t cp = 0; cp < 0x20000; ++cp) {
    if (cp >= 0xD800 && cp <= 0xDFFF) continue;
    ASSERT_EQ(fold(fold(cp)), fold(cp)) << std::hex << static_cast<unsigned>(cp);
  }
}

TEST(Fold, FollowsNfkcForFullWidthAscii) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkc = icu::Normalizer2::getNFKCInstance(status);
  ASSERT_TRUE(U_SUCCESS(status));
  for (char32_t cp = 0xFF01; cp <= 0xFF5E; ++cp) {
    const auto want = nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(cp)), status);
    EXPECT_EQ(fold(cp), static_cast<char32_t>(want.char32At(0)))
        << std::hex << static_cast<unsigned>(cp);
  }
}

}  // namespace
}  // namespace guanlan
