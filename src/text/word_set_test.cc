#include "text/word_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace guanlan {
namespace {

// The slow twin: every word at every place.
std::size_t slow_at(const std::vector<std::string_view>& words, std::string_view text,
                    std::size_t at) {
  std::size_t longest = 0;
  for (const std::string_view w : words) {
    if (text.substr(at).starts_with(w)) longest = std::max(longest, w.size());
  }
  return longest;
}
std::size_t slow_before(const std::vector<std::string_view>& words, std::string_view text,
                        std::size_t at) {
  std::size_t longest = 0;
  for (const std::string_view w : words) {
    if (text.substr(0, at).ends_with(w)) longest = std::max(longest, w.size());
  }
  return longest;
}

// The words found by going on, against asking at every character.
void expect_next(const WordSet& set, std::string_view text) {
  for (std::size_t from = 0; from < text.size(); from = utf8::next(text, from)) {
    WordSet::Found begins, ends;
    for (std::size_t at = text.size(); at > from;) {
      at -= utf8::decode_before(text, at).size;
      if (const auto size = set.longest_at(text, at); size != 0) begins = {at, size};
    }
    for (std::size_t at = text.size(); at > from; at -= utf8::decode_before(text, at).size) {
      if (const auto size = set.longest_before(text, at); size != 0) ends = {at, size};
    }
    const auto next = set.next_at(text, from), end = set.next_before(text, from);
    EXPECT_EQ(next.at, begins.at) << text << ' ' << from;
    EXPECT_EQ(next.size, begins.size) << text << ' ' << from;
    EXPECT_EQ(end.at, ends.at) << text << ' ' << from;
    EXPECT_EQ(end.size, ends.size) << text << ' ' << from;
  }
}

TEST(WordSet, FindsWhatComparingEveryWordFinds) {
  const std::vector<std::string_view> words{"示例",     "示例科技", "科技", "技", "AI",
                                            "网络科技", "示",       "的",   "年"};
  const WordSet set(words);
  const std::vector<std::string_view> pieces{"示", "例", "科", "技", "网络",
                                             "A",  "I",  "的", "é",  ""};
  std::string text;
  for (const auto a : pieces) {
    for (const auto b : pieces) {
      for (const auto c : pieces) {
        for (const auto d : pieces) {
          text.assign(a).append(b).append(c).append(d);
          for (std::size_t at = 0; at <= text.size(); ++at) {
            EXPECT_EQ(set.longest_at(text, at), slow_at(words, text, at)) << text << ' ' << at;
            EXPECT_EQ(set.longest_before(text, at), slow_before(words, text, at))
                << text << ' ' << at;
          }
          expect_next(set, text);
        }
      }
    }
  }
}

TEST(WordSet, HasNoWordsAtFirst) {
  EXPECT_EQ(WordSet().longest_at("示例", 0), 0U);
  EXPECT_EQ(WordSet().longest_before("示例", 6), 0U);
}

}  // namespace
}  // namespace guanlan
