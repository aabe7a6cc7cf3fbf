// Validation and repair of UTF-8 (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guanlan::utf8 {

// Bytes of the longest valid prefix; text.size() when all of it is valid. Above 1 GB/s.
[[nodiscard]] std::size_t valid_prefix(std::string_view text);
[[nodiscard]] inline bool is_valid(std::string_view text) {
  return valid_prefix(text) == text.size();
}

// Appends text with every maximal invalid subpart as one U+FFFD; returns how many there were.
std::size_t append_repaired(std::string& out, std::string_view text);

}  // namespace guanlan::utf8
