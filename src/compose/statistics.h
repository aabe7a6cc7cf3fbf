// The statistics section of an issue, written from the stored observations (docs/composing.md).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compose/style.h"
#include "guanlan/monthly.h"

namespace guanlan::compose {

// The last month of the period that the store has figures of becomes one section a region under the
// style's statistics part: items with sentences, tables and charts. A statistics report of the desk
// whose every figure is said there is dropped with that reason; of another nothing is taken.
// What was there before and is not now, and what sources disagree on, is said in an item of its
// own.
[[nodiscard]] Result<void> add_statistics(const Store& store, const ObservationStore& observations,
                                          const Style& style, const Period& period, Desk& desk);

// The chart that goes with a section's observations: its leading indicator over the last 13 months
// where three of them are stored, else the indicator that most operators or places have a value of;
// none where neither gives three points.
[[nodiscard]] Result<std::optional<Chart>> chart_for(const ObservationStore& store,
                                                     const std::vector<StoredObservation>& said,
                                                     const std::string& month);

// The months of a period, the last first: 2024-12, 2024-11, 2024-10.
[[nodiscard]] std::vector<std::string> months_of(const Period& period);
// The month `n` before: 2020-01, 1 → 2019-12.
[[nodiscard]] std::string month_before(const std::string& month, int n);

}  // namespace guanlan::compose
