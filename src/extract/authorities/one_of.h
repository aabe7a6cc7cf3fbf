// Whether a text is, begins with or ends with one of some words.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace guanlan::authorities {

[[nodiscard]] inline bool is_one_of(std::string_view text,
                                    std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}
[[nodiscard]] inline bool starts_with_one(std::string_view text,
                                          std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto w) { return text.starts_with(w); });
}
[[nodiscard]] inline bool ends_with_one(std::string_view text,
                                        std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto w) { return text.ends_with(w); });
}

}  // namespace guanlan::authorities
