#include <gtest/gtest.h>

#include <string>

#include "text/stands.h"

namespace guanlan {
namespace {

TEST(FindWord, FindsWhatTheStandardFindFinds) {
  std::string text;
  for (int i = 0; i < 60; ++i)
    text += i % 7 == 0 ? "示例" : i % 5 == 0 ? "示" : i % 3 == 0 ? "ab" : "例,";
  for (const std::string_view word :
       {"", "示", "示例", "例,例", "a", "ab", "示例ab", "没有", "示示", ","}) {
    for (std::size_t size = 0; size <= text.size(); ++size) {
      const std::string_view part = std::string_view(text).substr(0, size);
      for (std::size_t from = 0; from <= size + 1; from += 1 + size / 16) {
        EXPECT_EQ(find_word(part, word, from), part.find(word, from))
            << word << ' ' << size << ' ' << from;
      }
    }
  }
}

}  // namespace
}  // namespace guanlan
