#include "reconcile/ledger.h"

#include <fmt/format.h>

#include <charconv>

#include "guanlan/series.h"

namespace guanlan::reconciling {
namespace {

int number(std::string_view digits) {
  int out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

std::pair<int, int> year_and_month(std::string_view iso) {
  return {number(iso.substr(0, 4)), iso.size() >= 7 ? number(iso.substr(5, 2)) : 0};
}

}  // namespace

std::string Entry::printed() const {
  const Observation& o = observation;
  return fmt::format("{:.{}f}{}", o.value, o.decimals, o.unit);
}

stats::Period read_period(std::string_view iso) {
  if (iso.empty()) return {};
  const auto [from_year, from_month] = year_and_month(iso);
  const auto [year, month] = year_and_month(end_of_period(iso));
  return {from_year, from_month, year, month};
}

void Ledger::add(Entry entry) {
  const Range range = range_of(entry.observation);
  entry.interval = {range.low, range.high};
  entry.period = read_period(entry.observation.period);
  entries_.push_back(std::move(entry));
}

void Ledger::seal() {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& e = entries_[i];
    index_.emplace(At{e.key.indicator, e.key.measure, e.observation.period}, i);
  }
}

std::vector<const Entry*> Ledger::all(const std::string& indicator, Measure measure,
                                      const stats::Period& period) const {
  std::vector<const Entry*> out;
  const auto [first, last] = index_.equal_range(At{indicator, measure, stats::iso(period)});
  for (auto it = first; it != last; ++it) out.push_back(&entries_[it->second]);
  return out;
}

const Entry* Ledger::find(const std::string& indicator, const std::string& region,
                          const std::string& operator_name, Measure measure,
                          const stats::Period& period) const {
  const Entry* found = nullptr;
  for (const Entry* e : all(indicator, measure, period)) {
    if (e->key.region != region || e->key.operator_name != operator_name) continue;
    if (found == nullptr || (e->subject && !found->subject)) found = e;
  }
  return found;
}

const Entry* Ledger::find(const SeriesKey& like, const stats::Period& period) const {
  const Entry* found = nullptr;
  for (const Entry* e : all(like.indicator, like.measure, period)) {
    if (e->key == like && (found == nullptr || e->subject)) found = e;
  }
  return found;
}

}  // namespace guanlan::reconciling
