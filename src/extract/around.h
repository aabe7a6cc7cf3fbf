// Looking around a place in the text: the words that stand right before or right after it.
// A line end matches no word, so that nothing is found beyond a paragraph.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan::around {

using Words = std::span<const std::string_view>;

[[nodiscard]] inline bool starts(std::string_view text, std::uint32_t at, std::string_view word) {
  return stands(text, at, word);
}
[[nodiscard]] inline bool ends(std::string_view text, std::uint32_t at, std::string_view word) {
  return at >= word.size() && stands(text, at - word.size(), word);
}

// The length of the first word of the list that begins (ends) at `at`; 0: none. Lists stand
// longest first where one word begins (ends) another.
[[nodiscard]] inline std::uint32_t starts_any(std::string_view text, std::uint32_t at,
                                              Words words) {
  for (const std::string_view word : words) {
    if (starts(text, at, word)) return static_cast<std::uint32_t>(word.size());
  }
  return 0;
}
[[nodiscard]] inline std::uint32_t ends_any(std::string_view text, std::uint32_t at, Words words) {
  for (const std::string_view word : words) {
    if (ends(text, at, word)) return static_cast<std::uint32_t>(word.size());
  }
  return 0;
}

// Whether one of the words stands anywhere in the text.
[[nodiscard]] inline bool holds_any(std::string_view text, Words words) {
  for (const std::string_view word : words) {
    if (holds_word(text, word)) return true;
  }
  return false;
}

[[nodiscard]] inline bool holds_any(std::string_view text,
                                    std::initializer_list<std::string_view> words) {
  return holds_any(text, Words(words.begin(), words.size()));
}

// The character that begins (ends) at `at`; 0 at the text's end (start).
[[nodiscard]] inline char32_t next(std::string_view text, std::uint32_t at) {
  return at < text.size() ? utf8::decode(text, at).cp : 0;
}
[[nodiscard]] inline char32_t previous(std::string_view text, std::uint32_t at) {
  return at > 0 ? utf8::decode_before(text, at).cp : 0;
}

// Marks that end a clause; 、 and brackets do not.
[[nodiscard]] constexpr bool ends_clause(char32_t cp) {
  return cp == U'。' || cp == ',' || cp == U'，' || cp == ';' || cp == ':' || cp == '!' ||
         cp == '?' || cp == '\n';
}

}  // namespace guanlan::around
