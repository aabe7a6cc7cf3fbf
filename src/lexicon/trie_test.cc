#include "lexicon/trie.h"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>

#include "testing/slow_trie.h"

namespace guanlan {
namespace {

using Found = std::vector<std::pair<std::size_t, std::uint32_t>>;

Found fast_prefixes(const Trie& trie, std::string_view text, std::size_t at) {
  Found out;
  trie.prefixes(text, at,
                [&](std::size_t length, std::uint32_t value) { out.emplace_back(length, value); });
  return out;
}

testing::Words sorted(const std::map<std::string, std::uint32_t>& words) {
  return {words.begin(), words.end()};
}
testing::Words sorted(std::map<std::string, std::uint32_t>&&) = delete;  // they must outlive it

TEST(Trie, FindsEveryWordThatBeginsAPlace) {
  const testing::Words words{{"南阳", 3}, {"河南", 1}, {"河南省", 2}, {"省", 4}};
  const Trie trie(words);
  EXPECT_EQ(fast_prefixes(trie, "河南省南阳市", 0), (Found{{6, 1}, {9, 2}}));
  EXPECT_EQ(fast_prefixes(trie, "河南省南阳市", 9), (Found{{6, 3}}));
  EXPECT_EQ(fast_prefixes(trie, "湖南", 0), Found{});
}

TEST(Trie, EmptyFindsNothing) {
  EXPECT_EQ(fast_prefixes(Trie(testing::Words{}), "河南", 0), Found{});
}

TEST(Trie, AgreesWithItsSlowTwin) {
  std::mt19937 random(7);
  const std::string letters = "ab\xE4\xB8\x80\xFF";  // bytes that share prefixes, and the last byte
  for (int round = 0; round < 60; ++round) {
    std::map<std::string, std::uint32_t> map;
    const std::size_t count = random() % 60;
    for (std::size_t i = 0; i < count; ++i) {
      std::string word;
      for (std::size_t n = 1 + random() % 5; n > 0; --n) word += letters[random() % letters.size()];
      map.emplace(word, static_cast<std::uint32_t>(i));
    }
    const testing::Words words = sorted(map);
    const Trie trie(words);
    std::string text;
    for (int i = 0; i < 200; ++i) text += letters[random() % letters.size()];
    for (std::size_t at = 0; at < text.size(); ++at) {
      ASSERT_EQ(fast_prefixes(trie, text, at), testing::slow_prefixes(words, text, at))
          << round << ' ' << at;
    }
  }
}

// All words of a text, as scan() finds them: (place, length, value).
using Everything = std::vector<std::array<std::size_t, 3>>;

Everything scanned(const Trie& trie, std::string_view text, std::size_t begin, std::size_t end) {
  Everything out;
  trie.scan(text, begin, end, [&](std::size_t at, std::size_t length, std::uint32_t value) {
    out.push_back({at, length, value});
  });
  return out;
}

TEST(Trie, ScansLikeItsSlowTwin) {
  std::mt19937 random(11);
  const std::vector<std::string> letters = {"网", "信", "办", "A", "5", "，", "é", "𠮷"};
  const auto some = [&](std::size_t most) {
    std::string out;
    for (std::size_t n = 1 + random() % most; n > 0; --n) out += letters[random() % letters.size()];
    return out;
  };
  for (int round = 0; round < 100; ++round) {
    std::map<std::string, std::uint32_t> map;
    const std::size_t count = random() % 80;
    for (std::uint32_t i = 0; i < count; ++i) map.emplace(some(5), i);
    const testing::Words words = sorted(map);
    const Trie trie(words);
    const std::string text = some(200);
    const std::size_t begin = random() % text.size();
    const std::size_t end = begin + random() % (text.size() - begin + 1);
    Everything expected;
    for (std::size_t at = begin; at < end; ++at) {
      if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
      for (const auto& [length, value] : testing::slow_prefixes(words, text, at)) {
        expected.push_back({at, length, value});
      }
    }
    ASSERT_EQ(scanned(trie, text, begin, end), expected) << round << ": " << text;
  }
}

}  // namespace
}  // namespace guanlan
