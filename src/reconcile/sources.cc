// The same figure elsewhere: another value of the same period; a value that is of another size.
#include <array>
#include <cmath>

#include "reconcile/rules.h"

namespace guanlan::reconciling {
namespace {

constexpr double kSlip = 100;  // no month is a hundred times the one before

}  // namespace

void slip(const Ledger& ledger, const Entry& total, Lines& out) {
  const stats::Period& period = total.period;
  for (const int months : {1, 12}) {
    const Entry* old = ledger.find(total.key, stats::months_before(period, months));
    if (old == nullptr || old == &total) continue;
    const double now = total.interval.middle(), then = old->interval.middle();
    if (now <= 0 || then <= 0) continue;
    const double times = now / then;
    if (times < kSlip && times > 1 / kSlip) return;
    Reconciled found = line("unit.slip", total);
    found.agreement = Agreement::differs;
    found.off = now - then;
    const std::string move = old->printed() + " → " + total.printed();
    found.detail = {"相差百倍以上，疑为单位有误：" + move,
                    "a hundred times apart, the unit may be wrong: " + move};
    found.quotations.push_back(old->quotation());
    out.push_back(std::move(found));
    return;
  }
}

void restated(const Ledger& ledger, const Entry& entry, Lines& out) {
  for (const Entry* other : ledger.all(entry.key.indicator, entry.key.measure, entry.period)) {
    if (other == &entry || other->key != entry.key) continue;
    const bool same_place = other->document == entry.document && other->file == entry.file &&
                            other->observation.place.span == entry.observation.place.span;
    if (same_place || (other->subject && other < &entry)) continue;
    out.push_back(judged("restated", entry, other->interval, other->printed(), {other}));
  }
}

}  // namespace guanlan::reconciling
