// The year of a single notice that prints no date of its own: the one that makes its first undated
// day (4月12日) agree with what the text names.
//
//   past     2023年12月, 文号〔2024〕3号, 2023年全年: the day is not before it
//   ahead    自2025年1月1日起施行, 于2024年5月10日前: the day is not after it
// Of several years the nearest to that evidence is taken; beyond two years none is.
#pragma once

#include <string_view>

#include "outline/issue_date.h"

namespace guanlan::outlining {

// `dates`: what find_full_dates found in the text. Year 0: no such day, or no evidence.
[[nodiscard]] FullDate first_open_day(std::string_view text, const std::vector<FullDate>& dates);

// The latest month or year of `dates` that is past for a text that calls a year 今年 or 去年; year
// 0: it calls none so, or none of `dates` is past.
[[nodiscard]] FullDate latest_named(std::string_view text, const std::vector<FullDate>& dates);

// Whether every year of `dates` is told of as history (2016年的某案), so that none of them dates
// the notice.
[[nodiscard]] bool all_history(std::string_view text, const std::vector<FullDate>& dates);

}  // namespace guanlan::outlining
