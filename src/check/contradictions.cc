// Contradictions (前后不一): one indicator with two values for the same period, place and operator.
//
//   figure.twice
// What is compared are observations (stats); values agree where rounding explains the difference.
#include <cmath>
#include <map>
#include <tuple>

#include "check/families.h"
#include "guanlan/stats.h"

namespace guanlan::checking {
namespace {

// Half of the last digit printed: 75.5 → 0.05.
double half_unit(std::string_view text, double value) {
  const std::string whole = decimal(std::floor(std::abs(value)), 0);
  const std::size_t at = text.find(whole + ".");
  if (at == std::string_view::npos) return 0.5;
  double half = 0.5;
  for (std::size_t i = at + whole.size() + 1; i < text.size() && text[i] >= '0' && text[i] <= '9';
       ++i)
    half /= 10;
  return half;
}

// Shares and rates of one name often answer several questions; amounts do not.
bool is_amount(const Observation& o) {
  return o.measure == Measure::total || o.measure == Measure::added;
}

bool vague(std::string_view text) {
  constexpr std::string_view kVague[] = {"约", "近", "余", "超", "逾", "多", "以上"};
  for (const std::string_view word : kVague) {
    if (text.find(word) != std::string_view::npos) return true;
  }
  return false;
}

using Key = std::tuple<std::string, std::string, std::string, std::string, Measure, std::string,
                       std::string, std::string>;
Key key_of(const Observation& o) {
  return {o.indicator, o.period, o.region, o.operator_name, o.measure, o.unit, o.rank_of, o.base};
}

}  // namespace

void check_contradictions(Desk& desk) {
  std::map<Key, const Observation*> first;
  const Statistics statistics = observe(desk.document());
  for (const Observation& o : statistics.observations) {
    if (o.period.empty() || o.canonical.empty() || !is_amount(o) || vague(o.text)) continue;
    if (o.unit.empty() || o.unit == "%") continue;
    const auto [found, fresh] = first.emplace(key_of(o), &o);
    if (fresh) continue;
    const Observation& before = *found->second;
    const double room = half_unit(o.text, o.value) + half_unit(before.text, before.value);
    if (std::abs(o.value - before.value) <= room) continue;
    desk.report({"figure.twice",
                 in_raw(o.place.span),
                 {{"indicator", o.indicator},
                  {"period", o.period},
                  {"here", decimal(o.value, 2) + o.unit},
                  {"there", decimal(before.value, 2) + before.unit}},
                 {},
                 {in_raw(before.place.span)}});
  }
}

}  // namespace guanlan::checking
