// The date that the item reports its main event under.
#pragma once

#include <optional>
#include <vector>

#include "extract/dates/expression.h"
#include "extract/dates/role.h"

namespace guanlan::dates {

struct Event {
  std::size_t index = 0;  // into the expressions
  bool reported = false;
  const char* rule = "";
};

// Rules:
//   event.signed      落款: the date below the names that sign a notice, or in its last line
//   event.reported    4月9日消息, 新华社4月9日电, 发布时间:2024-04-09
//   event.lead        the first day or month in the lead that is no background date
//   event.year        a year that opens the text: 2016年,…
//   event.as-of       截至8月底 opens the text where the items before open with months
//   event.page        (find_dates) none of these, but the page gives the day of a single notice
//   event.today       今天(1月10日) in a lead that a year opens
//   event.stated      公示日期为2025年6月20日
//   event.near-page   the lead names none: a day of the month before a page's own opens a sentence
//   on
//                     what a body did
//   event.title       of several days in the lead, the one whose sentence tells the title
// None where 近日, 日前 stands before the first date.
[[nodiscard]] std::optional<Event> find_event(const Passage& passage,
                                              const std::vector<Expression>& expressions,
                                              const std::vector<Reading>& readings);

}  // namespace guanlan::dates
