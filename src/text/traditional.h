// Traditional characters (繁体字) and their simplified forms: 萬 → 万. Making the table with ICU at
// every start took longer than a search.
#pragma once

#include <string_view>

namespace guanlan {

inline constexpr char32_t kFirstHan = 0x3400, kEndHan = 0xA000;  // where they stand

// A traditional character and its simplified one, and so on; ascending. Characters with several
// simplified forms are not among them.
[[nodiscard]] std::u16string_view traditional_pairs();

}  // namespace guanlan
