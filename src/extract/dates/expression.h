// Date expressions: the words that name a date, before it is known which year they mean.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/dates/calendar.h"
#include "guanlan/passage.h"

namespace guanlan::dates {

// How the year (or month) that is not written is to be found.
enum class Reckoning : std::uint8_t {
  written,            // 2024年…
  from_issue,         // 今年, 去年: `shift` years from the issue
  from_before,        // 次年, 同年: `shift` years from the date before
  month_from_anchor,  // 上月, 下月: `shift` months from the month the item is about
  month_from_before,  // 同月, 次月
  open,               // 4月12日, 12日, 上半年
};

struct Expression {
  Span span;
  Point point;
  Reckoning reckoning = Reckoning::open;
  int shift = 0;
  bool range_first = false;  // the next expression is the end of a range that begins here
  bool range_last = false;
  bool year_alone = false;     // nothing but a year is written
  bool in_title = false;       // inside 《》
  std::uint32_t sentence = 0;  // index into Passage::sentences
  std::uint32_t paragraph = 0;
};

// All expressions of the body, ascending. Forms:
//   2024年4月12日 · 二〇二四年四月 · 2024-04-12 · 2024/4/12 · 2024.4.12 · 24年4月12日
//   4月12日 · 12日 · 4月(初 中旬 底) · 2023年底 · 2024年度
//   上半年 · 2020年下半年 · 第三季度 · 今年8月 · 去年 · 次年3月 · 上月 · 同月15日
//   ranges: 9月14日至20日 · 1-8月 · 2015-2016年 · (2024—2026年)
// None: 〔2020〕4号, 4/5G, 5·17, 12.9%, 24小时, 第3批, 3月龄, 十四五, 6日内, 2024年第3批.
[[nodiscard]] std::vector<Expression> find_expressions(const Passage& passage);

// Where the first word stands after which a date cannot be the event's (近日, 日前); the body's end
// if there is none.
[[nodiscard]] std::uint32_t first_vague_time(const Passage& passage);

}  // namespace guanlan::dates
