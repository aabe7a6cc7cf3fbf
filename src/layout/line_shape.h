// What a printed line says by itself of where a paragraph begins or ends.
#pragma once

#include <string_view>

#include "layout/line_view.h"

namespace guanlan {

[[nodiscard]] bool closes_bracket(char32_t cp);
[[nodiscard]] bool is_pair_end(char32_t cp);  // the second of two marks: ) 》 ”

// 来源：, 导读：, 附件1: words that open a paragraph of their own.
[[nodiscard]] bool begins_apart(std::string_view raw, const LineView& line);
// 2024年7月8日, 二〇二四年七月八日: nothing else in the line.
[[nodiscard]] bool is_lone_day(std::string_view raw, const LineView& line);
// 党组书记、部长   肖亚庆: an office and, set off by a wide blank, a name.
[[nodiscard]] bool ends_with_name(std::string_view raw, const LineView& line);
// 。 ！ ？ … also where closing marks follow: 。” but not 持“一般”
[[nodiscard]] bool ends_with_stop(std::string_view raw, const LineView& line);
// …。来源：示例网: a report and, without a bracket, its outlet.
[[nodiscard]] bool ends_with_outlet(std::string_view raw, const LineView& line);
// 9月10日，… 近日，…: what follows a headline.
[[nodiscard]] bool begins_report(std::string_view raw, const LineView& line);

}  // namespace guanlan
