// 期间: days that the text gives by reckoning, not in print.
//
//   自公布之日起施行                    effective = the day of the notice
//   自公布之日起30日后施行              effective = the day after the period
//   自通知印发之日起10个工作日内        deadline (comment_by where opinions are asked for)
//   自2024年5月1日起30日内              deadline from a printed day
//   有效期5年, 试行2年                  expires, from the day of effect before it
//   自2024年11月起,为期3个月            end
//   自即日起开展为期两个月的…           end, from the day of the notice
//   自收到决定书之日起十五日内          deadline without a value: its day is not in the text
// Rules: term.effective, term.within, term.lasting.
#pragma once

#include <vector>

#include "extract/dates/expression.h"
#include "extract/dates/role.h"
#include "guanlan/mention.h"

namespace guanlan::dates {

// `event`: the day of the notice, from which 公布之日起 reckons. Linear in hits and expressions.
[[nodiscard]] std::vector<TermMention> find_terms(const Passage& passage,
                                                  const std::vector<Expression>& expressions,
                                                  const std::vector<Reading>& readings,
                                                  const std::optional<DateMention>& event);

}  // namespace guanlan::dates
