#include "text/traditional.h"

#include <gtest/gtest.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>

namespace guanlan {
namespace {

// What ICU maps to one other character.
std::u16string pairs_of_icu() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_simplified(icu::Transliterator::createInstance(
      icu::UnicodeString("Traditional-Simplified"), UTRANS_FORWARD, status));
  if (U_FAILURE(status) || !to_simplified) return {};
  std::u16string out;
  for (char32_t cp = kFirstHan; cp < kEndHan; ++cp) {
    const auto traditional = static_cast<char16_t>(cp);
    icu::UnicodeString simplified(traditional);
    to_simplified->transliterate(simplified);
    if (simplified.length() != 1 || simplified.charAt(0) == traditional) continue;
    out += {traditional, simplified.charAt(0)};
  }
  return out;
}

TEST(Traditional, IsWhatIcuSays) { EXPECT_EQ(traditional_pairs(), pairs_of_icu()); }

}  // namespace
}  // namespace guanlan
