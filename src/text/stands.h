// Whether a word stands at a place of a text: the question asked most often.
#pragma once

#include <cstring>
#include <string_view>

namespace guanlan {

// Nearly always it does not, and its first byte and its last one tell so without a call.
[[nodiscard]] inline bool stands(std::string_view text, std::size_t at, std::string_view word) {
  const std::size_t n = word.size();
  if (at > text.size() || text.size() - at < n) return false;
  if (n == 0) return true;
  const char* place = text.data() + at;
  return place[0] == word[0] && place[n - 1] == word[n - 1] &&
         std::memcmp(place, word.data(), n) == 0;
}

[[nodiscard]] inline bool stands_last(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && stands(text, text.size() - word.size(), word);
}

// The first place of a word at or behind `from`; npos: none. Words of Chinese share their first
// bytes with most of a text, so the last one is looked for first, sixteen places at a time.
[[nodiscard]] std::size_t find_word(std::string_view text, std::string_view word,
                                    std::size_t from = 0);
[[nodiscard]] inline bool holds_word(std::string_view text, std::string_view word) {
  return find_word(text, word) != std::string_view::npos;
}

}  // namespace guanlan
