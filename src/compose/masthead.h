// The masthead's patterns filled for a period.
#pragma once

#include "compose/style.h"

namespace guanlan::compose {

// {year} {month} {day} {number} of the period's end, {running} where the style counts from a month.
void fill_masthead(Outline& outline, const Style& style, const Period& period);
// 一, 十二, 二十三: ordinals of parts and sections.
[[nodiscard]] std::string chinese_number(int n);

}  // namespace guanlan::compose
