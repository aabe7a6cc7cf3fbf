#include "text/few_characters.h"

#include <gtest/gtest.h>

#include <string>

#include "text/utf8.h"

namespace guanlan {
namespace {

TEST(FewCharacters, PassNothingOverThatIsOfTheSet) {
  FewCharacters set;
  for (const char* one : {"示", "。", "的", "a", "é", "𠮷"}) set.add(one);
  const std::string text = "网络安全a示例。é数据的𠮷,示";
  for (std::size_t at = 0; at < text.size(); at = utf8::next(text, at)) {
    const std::size_t next = set.skip(text, at);
    ASSERT_GE(next, at);
    for (std::size_t passed = at; passed < next; passed = utf8::next(text, passed)) {
      const std::string_view c(text.data() + passed, utf8::next(text, passed) - passed);
      EXPECT_EQ(c.size(), 3u) << c;  // others are looked at one by one
      EXPECT_TRUE(c != "示" && c != "。" && c != "的") << c;
    }
  }
}

TEST(FewCharacters, StopAtTheEnd) {
  FewCharacters set;
  set.add("示");
  const std::string text = "网络示";
  EXPECT_EQ(set.skip(text, 0), 6u);
  EXPECT_EQ(set.skip(text, 0, 3), 3u);
  EXPECT_EQ(set.skip(text, 0, 5), 3u);  // a character that reaches over the end is not passed
  EXPECT_EQ(set.skip("", 0), 0u);
  EXPECT_EQ(set.skip("\xE7\xBD", 0), 0u);  // cut off
}

}  // namespace
}  // namespace guanlan
