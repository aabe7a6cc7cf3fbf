// What the words before a value make of it: an amount, an increase, a share, a change, a rank.
#pragma once

#include <string>

#include "guanlan/stats.h"
#include "stats/view.h"

namespace guanlan::stats {

enum class Role : std::uint8_t {
  total,        // 总数达到11636.5万户
  added,        // 新增75.5万户, 较上年末净增3285万户
  share,        // 占电信业务收入的70.1%, 占比为15%
  change,       // 同比增长22.6%, 相比上月增加了1721个
  rank,         // 居全国第4位
  rank_change,  // 较上月上升了1位
  left_rank,    // 由上月的第5位(上升至第4位)
  left_share,   // 占…的比重由上年同期的15.6%(提升至15.9%)
  before,       // 较上月的58.4万个(增长4.8%): the amount that is compared with
  average,      // 比全国平均水平低0.5部/百户
  other,        // a contribution (拉动…), a number that nothing is said of
};

struct Lead {
  Role role = Role::total;
  Span subject;  // the words before those that decide; may be empty
  int sign = 1;  // of a fall: -1
  Measure measure = Measure::total;
  Span whole;              // of a share: 电信业务收入
  std::string scope;       // of a rank: 全国
  std::string base;        // words of the comparison: 全国平均水平; empty: by time
  Period versus;           // a named period that is compared with; else none
  bool since = false;      // compared with the end of a year: the period runs from January
  bool of_growth = false;  // 增速较1-3月回落: it is the growth that changed
  bool of_whole = false;   // 占23.8%: a share of what was said before
  bool bare = false;       // 增长9.3%: does not say against what
};

// `lead`: the words between the value before (or the beginning of the clause) and `amount`.
[[nodiscard]] Lead read_lead(const View& view, Span lead, const Amount& amount);

// 与上月持平 in a clause without a value: a change of nothing.
[[nodiscard]] bool says_level(const View& view, Span clause, Lead& out);
// 与去年同期相比 as a clause of its own: what the next change is measured against.
[[nodiscard]] bool says_base(const View& view, Span clause, Lead& out);
// 居全国首位: a first place without a numeral.
[[nodiscard]] bool says_first(const View& view, Span clause, Lead& out);

}  // namespace guanlan::stats
