// Change over time (变动): growth, increases and moves of a rank against the value of the period
// before; cumulative figures against the month and what stood before it.
#include <cmath>

#include "reconcile/rules.h"

namespace guanlan::reconciling {
namespace {

using stats::Period;

Bilingual no_value(const Period& period, std::string_view indicator) {
  const std::string at = stats::iso(period) + " " + std::string(indicator);
  return {"没有对比期的数值：" + at, "no value of the period compared with: " + at};
}

Measure amount_measure(const SeriesKey& key) {
  if (const Indicator* known = find_indicator(key.indicator); known && known->unit == "%")
    return Measure::penetration;
  return Measure::total;
}

// 8月 is a flow's month where the figure is of a month; a stock stands at its end.
Period before(const Period& period, Measure measure) {
  return stats::months_before(period, measure == Measure::yoy ? 12 : 1);
}

bool of_rank(const SeriesKey& key) { return key.unit == "位"; }

const Entry* rank_in(const Ledger& ledger, const SeriesKey& key, const Period& period) {
  return ledger.find(key.indicator, key.region, key.operator_name, Measure::rank, period);
}

void rank_move(const Ledger& ledger, const Entry& move, Lines& out) {
  constexpr std::string_view kRule = "rank.move";
  const Period then = before(move.period, move.key.measure);
  const Entry* now = rank_in(ledger, move.key, move.period);
  const Entry* old = rank_in(ledger, move.key, then);
  if (now == nullptr || old == nullptr) {
    out.push_back(missing(kRule, move, no_value(now == nullptr ? move.period : then, "排名")));
    return;
  }
  const double places = old->observation.value - now->observation.value;
  out.push_back(judged(kRule, move, {places, places},
                       "第" + old->printed() + " − 第" + now->printed(), {now, old}));
}

Interval growth(const Interval& now, const Interval& old) {
  const Interval times = checking::ratio(now, old);
  return {(times.low - 1) * 100, (times.high - 1) * 100};
}

}  // namespace

void change(const Ledger& ledger, const Entry& change, Lines& out) {
  constexpr std::string_view kRule = "growth.previous";
  const SeriesKey& key = change.key;
  if (of_rank(key)) return rank_move(ledger, change, out);
  if (key.unit == "个百分点" || !key.whole.empty()) return;  // of a rate; against an average
  const Period then = before(change.period, key.measure);
  const auto amount = [&](const Period& period) {
    return ledger.find(key.indicator, key.region, key.operator_name, amount_measure(key), period);
  };
  const Entry* now = amount(change.period);
  const Entry* old = amount(then);
  if (now == nullptr || old == nullptr) {
    out.push_back(missing(kRule, change, no_value(now ? then : change.period, key.indicator)));
    return;
  }
  if (now->key.unit != old->key.unit) return;
  if (key.unit == "%") {
    if (now->interval.low <= 0 || old->interval.low <= 0) return;
    out.push_back(judged(kRule, change, growth(now->interval, old->interval),
                         now->printed() + " ÷ " + old->printed() + " − 1", {now, old}));
  } else if (key.unit == now->key.unit) {
    out.push_back(
        judged(kRule, change,
               {now->interval.low - old->interval.high, now->interval.high - old->interval.low},
               now->printed() + " − " + old->printed(), {now, old}));
  }
}

void increase(const Ledger& ledger, const Entry& added, Lines& out) {
  constexpr std::string_view kRule = "new.total";
  const SeriesKey& key = added.key;
  const Indicator* known = find_indicator(key.indicator);
  const bool stock = known != nullptr && known->kind == IndicatorKind::stock;
  if (!stock || !key.whole.empty() || added.period.month == 0) return;
  const Period first{added.period.from_year, added.period.from_month, added.period.from_year,
                     added.period.from_month};
  const Period then = stats::months_before(first, 1);
  const auto amount = [&](const Period& period) {
    return ledger.find(key.indicator, key.region, key.operator_name, Measure::total, period);
  };
  const Entry* now = amount(stats::end_of(added.period));
  const Entry* old = amount(then);
  if (now == nullptr || old == nullptr) {
    const Period& lacking = now == nullptr ? stats::end_of(added.period) : then;
    out.push_back(missing(kRule, added, no_value(lacking, key.indicator)));
    return;
  }
  if (now->key.unit != key.unit || old->key.unit != key.unit) return;
  out.push_back(
      judged(kRule, added,
             {now->interval.low - old->interval.high, now->interval.high - old->interval.low},
             now->printed() + " − " + old->printed(), {now, old}));
}

void cumulative(const Ledger& ledger, const Entry& total, Lines& out) {
  constexpr std::string_view kRule = "cumulative";
  const Period& period = total.period;
  const bool since_january = period.range() && period.from_month == 1 &&
                             period.from_year == period.year && period.month > 1;
  if (!since_january) return;
  const Period before{period.year, 1, period.year, period.month - 1};
  const Entry* old = ledger.find(total.key, before.month == 1 ? stats::end_of(before) : before);
  const Entry* month = ledger.find(total.key, stats::end_of(period));
  if (old != nullptr && month != nullptr) {
    const Interval sum{old->interval.low + month->interval.low,
                       old->interval.high + month->interval.high};
    out.push_back(
        judged(kRule, total, sum, old->printed() + " + " + month->printed(), {old, month}));
    return;
  }
  if (old == nullptr) {
    out.push_back(missing(kRule, total, no_value(before, total.key.indicator)));
    return;
  }
  if (total.key.measure == Measure::total && total.interval.high < old->interval.low) {
    Reconciled fell = line(kRule, total);
    fell.agreement = Agreement::differs;
    fell.off = total.interval.middle() - old->interval.middle();
    fell.detail = {"累计数减少：" + old->printed() + " → " + total.printed(),
                   "a cumulative figure fell: " + old->printed() + " → " + total.printed()};
    fell.quotations.push_back(old->quotation());
    out.push_back(std::move(fell));
    return;
  }
  out.push_back(missing(kRule, total, no_value(stats::end_of(period), total.key.indicator)));
}

}  // namespace guanlan::reconciling
