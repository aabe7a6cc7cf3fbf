// UTF-8 by code point. Input is valid UTF-8 (read guarantees it); on anything else these
// functions stay within bounds and return U+FFFD for the offending byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guanlan::utf8 {

struct Decoded {
  char32_t cp;
  std::uint8_t size;  // bytes consumed, at least 1
};

[[nodiscard]] inline Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto tail = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0) == 0x80; };
  const unsigned char b = byte(at);
  if (b < 0x80) return {b, 1};
  if (b >= 0xE0 && b < 0xF0 && tail(at + 1) && tail(at + 2)) {
    return {char32_t((b & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu)), 3};
  }
  if (b >= 0xC2 && b < 0xE0 && tail(at + 1)) {
    return {char32_t((b & 0x1Fu) << 6 | (byte(at + 1) & 0x3Fu)), 2};
  }
  if (b >= 0xF0 && b < 0xF5 && tail(at + 1) && tail(at + 2) && tail(at + 3)) {
    return {char32_t((b & 0x07u) << 18 | (byte(at + 1) & 0x3Fu) << 12 |
                     (byte(at + 2) & 0x3Fu) << 6 | (byte(at + 3) & 0x3Fu)),
            4};
  }
  return {0xFFFD, 1};
}

// Where the next character begins. On bytes that begin none, the next byte.
[[nodiscard]] inline std::size_t next(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return at + (byte < 0xC0 ? 1u : byte < 0xE0 ? 2u : byte < 0xF0 ? 3u : 4u);
}

// The code point that ends just before `at` (at > 0).
[[nodiscard]] inline Decoded decode_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) {
    --begin;
  }
  const Decoded d = decode(text, begin);
  return begin + d.size == at ? d : Decoded{0xFFFD, 1};
}

// The end of the run of characters U+4000–U+9FFF from `at` on: Chinese ones that fold to
// themselves, print and are no marks, so that most of a text is passed over quickly.
[[nodiscard]] inline std::size_t skip_han(std::string_view text, std::size_t at, std::size_t end) {
  for (; at + 3 <= end; at += 3) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (byte(0) < 0xE4 || byte(0) > 0xE9 || (byte(1) & 0xC0) != 0x80 || (byte(2) & 0xC0) != 0x80)
      break;
  }
  return at;
}

inline void append(std::string& out, char32_t cp) {
  if (cp < 0x80) {
    out += static_cast<char>(cp);
  } else if (cp < 0x800) {
    out += static_cast<char>(0xC0 | cp >> 6);
    out += static_cast<char>(0x80 | (cp & 0x3F));
  } else if (cp < 0x10000) {
    out += static_cast<char>(0xE0 | cp >> 12);
    out += static_cast<char>(0x80 | (cp >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (cp & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | cp >> 18);
    out += static_cast<char>(0x80 | (cp >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (cp >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (cp & 0x3F));
  }
}

// 汉字: unified ideographs, extensions, 〇 and compatibility ideographs.
[[nodiscard]] constexpr bool is_han(char32_t cp) {
  return (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3400 && cp <= 0x4DBF) || cp == 0x3007 ||
         (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x20000 && cp <= 0x3FFFF);
}
[[nodiscard]] constexpr bool is_digit(char32_t cp) { return cp >= '0' && cp <= '9'; }
[[nodiscard]] constexpr bool is_latin(char32_t cp) {
  return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') ||
         (cp >= 0xC0 && cp <= 0x24F && cp != 0xD7 && cp != 0xF7);
}
[[nodiscard]] constexpr bool is_blank(char32_t cp) {
  return cp == ' ' || cp == '\t' || cp == 0xA0 || cp == 0x3000 || (cp >= 0x2000 && cp <= 0x200A) ||
         cp == 0x202F || cp == 0x205F;
}
// Characters that print nothing: zero-width, bidi controls, soft hyphen, BOM, variation selectors.
[[nodiscard]] constexpr bool is_invisible(char32_t cp) {
  return cp == 0xAD || (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x202A && cp <= 0x202E) ||
         (cp >= 0x2060 && cp <= 0x206F) || cp == 0xFEFF || (cp >= 0xFE00 && cp <= 0xFE0F) ||
         (cp < 0x20 && cp != '\n' && cp != '\t') || cp == 0x7F;
}

}  // namespace guanlan::utf8
