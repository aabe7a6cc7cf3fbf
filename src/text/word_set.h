// A fixed list of words, asked for the longest one that begins or ends at a place of a text.
// Immutable after construction; safe to share. The words must outlive it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/few_characters.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan {

class WordSet {
 public:
  // A word of the set in a text.
  struct Found {
    std::size_t at = std::string_view::npos;  // where it begins (ends); npos: none
    std::size_t size = 0;
  };

  WordSet() = default;
  // Words of two bytes or more; shorter ones are left out.
  explicit WordSet(const std::vector<std::string_view>& words);

  // The length of the longest word that begins (ends) at `at`; 0: none.
  [[nodiscard]] std::size_t longest_at(std::string_view text, std::size_t at) const {
    if (at + kKey > text.size()) return 0;
    for (const std::string_view word : by_head_.of(text[at + 1], text[at])) {
      if (stands(text, at, word)) return word.size();
    }
    return 0;
  }
  [[nodiscard]] std::size_t longest_before(std::string_view text, std::size_t at) const {
    if (at < kKey || at > text.size()) return 0;
    for (const std::string_view word : by_tail_.of(text[at - 1], text[at - 2])) {
      if (word.size() <= at && stands(text, at - word.size(), word)) return word.size();
    }
    return 0;
  }
  // The first place at or behind (behind) `from`, where a character begins, at which a word begins
  // (ends), with the longest one there.
  [[nodiscard]] Found next_at(std::string_view text, std::size_t from) const {
    for (std::size_t at = from; at + kKey <= text.size(); at = utf8::next(text, at)) {
      at = heads_.skip(text, at);
      if (at + kKey > text.size()) break;
      if (const std::size_t size = longest_at(text, at); size != 0) return {at, size};
    }
    return {};
  }
  [[nodiscard]] Found next_before(std::string_view text, std::size_t from) const {
    for (std::size_t at = from; (at = tails_.skip(text, at)) < text.size();) {
      at = utf8::next(text, at);
      if (at < kKey || at > text.size()) continue;
      if (const std::size_t size = longest_before(text, at); size != 0) return {at, size};
    }
    return {};
  }

 private:
  static constexpr std::size_t kKey = 2;  // bytes that tell the bucket

  FewCharacters heads_, tails_;  // that words begin and end with

  // The words by two bytes of theirs, the longest first in every bucket.
  class Buckets {
   public:
    struct Range {
      const std::string_view *first, *last;
      [[nodiscard]] const std::string_view* begin() const { return first; }
      [[nodiscard]] const std::string_view* end() const { return last; }
    };
    Buckets() = default;
    template <class KeyOf>
    Buckets(const std::vector<std::string_view>& words, KeyOf key_of);
    [[nodiscard]] Range of(char a, char b) const {
      const std::size_t bucket = slot(a, b);
      return {words_.data() + starts_[bucket], words_.data() + starts_[bucket + 1]};
    }
    // Six bits of the byte that tells more, three of the other: so many tell the first bytes of
    // Chinese characters apart.
    [[nodiscard]] static std::size_t slot(char a, char b) {
      return static_cast<std::size_t>(a & 63) << 3 | static_cast<std::size_t>(b & 7);
    }

   private:
    std::array<std::uint16_t, 64 * 8 + 1> starts_{};
    std::vector<std::string_view> words_;
  };
  Buckets by_head_, by_tail_;
};

}  // namespace guanlan
