// fold: one spelling for all widths of a character.
//
// NFKC for the width variants and compatibility forms that typesetting and PDF extraction produce
// (UAX #15): full-width ASCII, half-width katakana excepted, CJK radicals and compatibility
// ideographs, small form variants. Corner brackets become curly quotes. Enclosed and superscript
// numbers (①, ²) are kept: folding them would invent digits.
#pragma once

namespace guanlan {

// The folded form of one code point; itself where nothing is to be folded.
[[nodiscard]] char32_t fold(char32_t cp);

}  // namespace guanlan
