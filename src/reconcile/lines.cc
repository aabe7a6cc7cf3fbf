#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "guanlan/series.h"
#include "reconcile/rules.h"

namespace guanlan::reconciling {
namespace {

// A number in the unit of the series, in the scale that `subject` prints.
std::string in_printed_scale(const Entry& subject, double number) {
  const Observation& o = subject.observation;
  const double factor =
      o.value != 0 && subject.interval.middle() != 0 ? subject.interval.middle() / o.value : 1;
  return fmt::format("{:.{}f}{}", number / factor, o.decimals + 1, o.unit);
}

}  // namespace

Reconciled line(std::string_view rule, const Entry& subject) {
  Reconciled out;
  out.rule = rule;
  out.indicator = subject.key.indicator;
  out.period = subject.observation.period;
  out.region = subject.key.region;
  out.operator_name = subject.key.operator_name;
  out.unit = subject.key.unit;
  out.quotations.push_back(subject.quotation());
  return out;
}

Reconciled judged(std::string_view rule, const Entry& subject, Interval right,
                  const std::string& sum, const std::vector<const Entry*>& others) {
  Reconciled out = line(rule, subject);
  if (right.low > right.high) std::swap(right.low, right.high);
  const bool fits = right.meets(subject.interval);
  out.agreement = fits ? Agreement::agrees : Agreement::differs;
  out.off = fits ? 0 : subject.interval.middle() - right.middle();
  const std::string result = in_printed_scale(subject, right.middle());
  out.detail.zh = sum + " = " + result + "，文中 " + subject.printed();
  out.detail.en = sum + " = " + result + ", printed " + subject.printed();
  for (const Entry* other : others) out.quotations.push_back(other->quotation());
  return out;
}

Reconciled missing(std::string_view rule, const Entry& subject, Bilingual why) {
  Reconciled out = line(rule, subject);
  out.detail = std::move(why);
  return out;
}

}  // namespace guanlan::reconciling
