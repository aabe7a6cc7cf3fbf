// Averages (平均): a total over what it is spread over.
//
//   average.quotient   罚款120万元,涉及12家企业,平均每家12万元
#include "check/families.h"
#include "check/interval.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

// The unit that an average is of, by the words before it: 平均每家 → 家, 人均 → 人. Empty: none.
std::string_view base_of(std::string_view lead) {
  for (const std::string_view open : {"平均每", "每"}) {
    const std::size_t at = lead.rfind(open);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = lead.substr(at + open.size());
    const std::string_view unit = rest.substr(0, rest.empty() ? 0 : utf8::decode(rest, 0).size);
    const std::string_view behind = rest.substr(unit.size());
    if (open == "平均每" || behind.starts_with("平均") || behind.starts_with("均")) return unit;
  }
  const std::size_t at = lead.rfind("均");
  if (at == std::string_view::npos || at == 0) return {};
  const auto before = utf8::decode_before(lead, at);
  return lead.substr(at - before.size, before.size);
}

// 人 counts 人, 名 and 位; any other unit counts itself.
bool counts(std::string_view unit, std::string_view base) {
  if (base == "人") return unit == "人" || unit == "名" || unit == "位" || unit == "人次";
  return unit == base;
}

// The one amount of the sentence before `average` that `fits`; null where there are none or
// several.
template <typename Fits>
const Amount* only_one(const std::vector<Amount>& all, const Amount& average, Fits fits) {
  const Amount* found = nullptr;
  for (const Amount& a : all) {
    if (a.sentence != average.sentence || a.span.begin >= average.span.begin) continue;
    if (a.percent() || a.kind == Kind::change || !fits(a)) continue;
    if (found != nullptr) return nullptr;
    found = &a;
  }
  return found;
}

void average(Desk& desk, const std::vector<Amount>& all, const Amount& average) {
  if (average.percent() || average.unit.empty() || !average.exact) return;
  const std::string_view base = base_of(average.lead.of(desk.text()));
  if (base.empty() || base == average.unit) return;
  const Amount* count =
      only_one(all, average, [&](const Amount& a) { return counts(a.unit, base); });
  const Amount* total =
      only_one(all, average, [&](const Amount& a) { return a.unit == average.unit; });
  if (count == nullptr || total == nullptr || count->value <= count->half) return;
  if (!count->exact || !total->exact) return;
  const Interval right = ratio(interval(*total), interval(*count));
  const double half = average.half > 0 ? average.half : 0.5;  // a whole number is rounded too
  if (right.meets({average.value - half, average.value + half})) return;
  const double exact = total->value / count->value;
  desk.report({"average.quotient",
               in_clean(average.span),
               {{"total", desk.printed(total->span)},
                {"count", desk.printed(count->span)},
                {"right", in_unit_of(desk.text(), average, exact)}},
               {},
               {in_clean(total->span), in_clean(count->span)}});
}

}  // namespace

void check_averages(Desk& desk) {
  for (const Section& section : desk.sections()) {
    for (const Amount& a : section.amounts) average(desk, section.amounts, a);
  }
}

}  // namespace guanlan::checking
