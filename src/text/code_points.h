// Text as code points and back, for what counts and compares characters.
#pragma once

#include <string>
#include <string_view>

namespace guanlan {

[[nodiscard]] std::u32string code_points(std::string_view utf8);
// How many there are.
[[nodiscard]] std::size_t characters(std::string_view utf8);
[[nodiscard]] std::string utf8_of(std::u32string_view text);

}  // namespace guanlan
