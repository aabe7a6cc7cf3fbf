// 联邦通信委员会(FCC): the letters in the bracket, the name before it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guanlan::checking {

// FCC, NIST, CNIL; not 5G or iPhone.
[[nodiscard]] bool is_abbreviation(std::string_view text);

// The last `characters` Chinese characters before `at`, not before `floor`; fewer where others
// stand.
[[nodiscard]] std::string tail_of_name(std::string_view text, std::uint32_t at, std::uint32_t floor,
                                       int characters);

}  // namespace guanlan::checking
