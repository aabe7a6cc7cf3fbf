// Conversion between encodings, over ICU.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guanlan {

struct Conversion {
  std::string text;     // UTF-8
  std::size_t bad = 0;  // byte sequences that had no meaning, now U+FFFD each
};

// The IANA name of the encoding that a label means in practice, as browsers read it: gb2312, gbk,
// cp936 → GB18030; big5, cp950 → Big5; utf8 → UTF-8. Empty for labels nobody knows.
[[nodiscard]] std::string charset_name(std::string_view label);

// Bytes in the encoding `charset` (as charset_name gives it) as UTF-8. nullopt: no such encoding.
[[nodiscard]] std::optional<Conversion> convert(std::string_view bytes, std::string_view charset);

}  // namespace guanlan
