// Cumulative figures (累计): what there was and what came to it.
//
//   sum.cumulative   截至7月底累计查处100起,8月查处20起,截至8月底累计查处120起
// Against an earlier issue it is earlier.cumulative (earlier.cc).
#include <cmath>

#include "check/cues.h"
#include "check/families.h"
#include "check/interval.h"

namespace guanlan::checking {
namespace {

constexpr std::uint32_t kNear = 1;  // paragraphs between the first and the last of the three

bool is_cumulative(std::string_view lead) {
  for (const std::string_view word : cues(Cue::so_far)) {
    if (lead.find(word) != std::string_view::npos) return true;
  }
  return false;
}

// What is counted, the words of time and of adding up aside: 截至8月底累计查处 → 查处.
std::string_view counted(std::string_view label) {
  for (const std::string_view word : {"累计", "新增", "总计已", "共已", "又", "再", "月", "当月"}) {
    const std::size_t at = label.rfind(word);
    if (at != std::string_view::npos) label.remove_prefix(at + word.size());
  }
  return label;
}

struct Three {
  const Amount *before, *added, *now;
};

void judge(Desk& desk, const Three& t) {
  const double sum = t.before->value + t.added->value;
  const double slack = t.before->half + t.added->half + t.now->half + 1e-9 * sum;
  if (std::abs(sum - t.now->value) <= slack) return;
  desk.report({"sum.cumulative",
               in_clean(t.now->span),
               {{"before", desk.printed(t.before->span)},
                {"added", desk.printed(t.added->span)},
                {"sum", in_unit_of(desk.text(), *t.now, sum)}},
               {},
               {in_clean(t.before->span), in_clean(t.added->span)}});
}

bool usable(const Amount& a) { return a.exact && !a.percent() && !a.falls && !a.unit.empty(); }

}  // namespace

void check_cumulative(Desk& desk) {
  const std::string_view text = desk.text();
  for (const Section& section : desk.sections()) {
    // By unit: the last cumulative amount and the one amount of the same thing behind it.
    std::vector<const Amount*> same;
    for (const Amount& a : section.amounts) {
      if (!usable(a)) continue;
      same.push_back(&a);
      if (!is_cumulative(a.lead.of(text)) || same.size() < 3) continue;
      const Three t{same[same.size() - 3], same[same.size() - 2], &a};
      const bool alike = t.before->unit == a.unit && t.added->unit == a.unit &&
                         is_cumulative(t.before->lead.of(text)) &&
                         !is_cumulative(t.added->lead.of(text));
      const std::string_view what = counted(label(text, a));
      if (!alike || a.paragraph - t.before->paragraph > kNear || what.empty()) continue;
      if (counted(label(text, *t.before)) != what || counted(label(text, *t.added)) != what)
        continue;
      judge(desk, t);
    }
  }
}

}  // namespace guanlan::checking
