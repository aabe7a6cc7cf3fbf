// Chinese numerals (数词) in all spellings: 1,500 · 1.2万 · 3000余万 · 十二 · 三百零五 · 伍拾万 ·
// 二〇二四 · 百分之三点五 · 三分之一 · 一半 · 上万 (over) · 1亿2000万 · 数十 (no value).
// Rules after GB/T 15835-2011 (出版物上数字用法).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "guanlan/passage.h"

namespace guanlan {

// The longest numeral that begins at `at` in folded text and ends by `limit`.
// Nothing where none begins there: in the middle of a word (IPv6), a version (1.2.3), a code.
// Of a dotted date (2024.4.12) the year alone is a numeral; 半 is one before a span of time only.
[[nodiscard]] std::optional<Numeral> numeral_at(std::string_view text, std::uint32_t at,
                                                std::uint32_t limit);

// Whether a numeral can begin with this character: a cheap look before numeral_at.
[[nodiscard]] bool begins_numeral(char32_t cp);

// The value of a text that is one numeral from end to end: 第"四十四"条.
[[nodiscard]] std::optional<double> numeral_value(std::string_view text);

// 十二, 四十四, 一千零三: a count up to 9999 as laws number their articles; others in Arabic
// numerals.
[[nodiscard]] std::string chinese_numeral(int n);

}  // namespace guanlan
