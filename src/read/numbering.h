// Numbers as typesetting programs print them: 1, 二, Ⅲ, ④, (5), 己.
#pragma once

#include <string>

namespace guanlan {

enum class NumberFormat {
  none,             // prints nothing
  bullet,           // a mark, not a number
  decimal,          // 1 2 3
  decimal_zero,     // 01 02 … 10
  decimal_full,     // １ ２
  upper_roman,      // I II
  lower_roman,      // i ii
  upper_letter,     // A … Z AA
  lower_letter,     // a … z aa
  chinese,          // 一 … 十 十一 二十 一百零五
  chinese_digits,   // 一 … 九 一〇 一一
  chinese_legal,    // 壹 贰 拾
  stems,            // 甲 乙 … 癸 (天干)
  branches,         // 子 丑 … 亥 (地支)
  enclosed_circle,  // ① … ⑳
  enclosed_paren,   // ⑴ … ⒇
  enclosed_stop,    // ⒈ … ⒛
};

// The number in that format; where the format has no such number (㉑ of ①…⑳), in decimal.
[[nodiscard]] std::string format_number(int value, NumberFormat format);

}  // namespace guanlan
