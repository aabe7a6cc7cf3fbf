#include "text/code_points.h"

#include <algorithm>

#include "text/utf8.h"

namespace guanlan {

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    out += d.cp;
    at += d.size;
  }
  return out;
}

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string utf8_of(std::u32string_view text) {
  std::string out;
  for (const char32_t cp : text) utf8::append(out, cp);
  return out;
}

}  // namespace guanlan
