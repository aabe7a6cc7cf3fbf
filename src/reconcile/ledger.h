// The figures that a reconciliation can look at, by what they are of.
#pragma once

#include <map>
#include <tuple>
#include <vector>

#include "check/interval.h"
#include "guanlan/reconcile.h"
#include "stats/period.h"

namespace guanlan::reconciling {

using checking::Interval;

struct Entry {
  SeriesKey key;
  Observation observation;
  stats::Period period;
  Interval interval;  // in the unit of the series
  std::string file;
  std::int64_t document = 0;
  int entry = 1;
  bool subject = false;  // of the month or document that is reconciled

  [[nodiscard]] Quotation quotation() const {
    return {file, document, entry, observation.place, observation.text};
  }
  [[nodiscard]] std::string printed() const;  // 75.5万户
};

class Ledger {
 public:
  void add(Entry entry);
  void seal();  // before the first look-up
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

  // The amount of an indicator; the subject's own where there are several. Null: none.
  [[nodiscard]] const Entry* find(const std::string& indicator, const std::string& region,
                                  const std::string& operator_name, Measure measure,
                                  const stats::Period& period) const;
  // The same series as `like` in another period.
  [[nodiscard]] const Entry* find(const SeriesKey& like, const stats::Period& period) const;
  // All of an indicator, measure and period.
  [[nodiscard]] std::vector<const Entry*> all(const std::string& indicator, Measure measure,
                                              const stats::Period& period) const;

 private:
  using At = std::tuple<std::string, Measure, std::string>;  // indicator, measure, period
  std::vector<Entry> entries_;
  std::multimap<At, std::size_t> index_;
};

// 2020-08, 2020-01/2020-08, 2020 as stats::iso() writes them.
[[nodiscard]] stats::Period read_period(std::string_view iso);

}  // namespace guanlan::reconciling
