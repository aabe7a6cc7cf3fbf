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

// Where the last of its places is; npos: it stands nowhere.
[[nodiscard]] inline std::size_t last_place(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return std::string_view::npos;
  for (std::size_t at = text.size() - word.size() + 1; at-- > 0;) {
    if (stands(text, at, word)) return at;
  }
  return std::string_view::npos;
}

}  // namespace guanlan
