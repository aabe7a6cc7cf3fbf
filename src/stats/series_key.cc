#include "guanlan/stats.h"

namespace guanlan {
namespace {

bool is_period(std::string_view base) {
  return !base.empty() && base.find_first_not_of("0123456789-/") == std::string_view::npos;
}

}  // namespace

Measure measure_named(std::string_view name_) {
  for (const Measure m : {Measure::total, Measure::added, Measure::share, Measure::yoy,
                          Measure::mom, Measure::rank, Measure::penetration}) {
    if (name(m) == name_) return m;
  }
  return Measure::total;
}

SeriesKey series_key(const Observation& o) {
  SeriesKey key;
  key.indicator = o.canonical.empty() ? o.indicator : o.canonical;
  key.region = o.region;
  key.operator_name = o.operator_name;
  key.measure = o.measure;
  key.whole = o.measure == Measure::rank ? o.rank_of : is_period(o.base) ? std::string() : o.base;
  const auto converted = convert(o.value, o.unit);
  key.unit = converted ? std::string(converted->unit) : o.unit;
  return key;
}

double in_series_unit(const Observation& o) {
  const auto converted = convert(o.value, o.unit);
  return converted ? converted->value : o.value;
}

}  // namespace guanlan
