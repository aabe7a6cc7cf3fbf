// Gives every expression its year (and month): from the issue, from what stands before it, from
// the items before.
#pragma once

#include <vector>

#include "extract/dates/expression.h"
#include "extract/dates/role.h"

namespace guanlan::dates {

// Sets Expression::point; what cannot be known keeps year 0. `readings` runs along `expressions`.
void anchor(const Passage& passage, const std::vector<Reading>& readings,
            std::vector<Expression>& expressions);

// The month that the items before this one open with (1-8月, 8月份, 9月14日); 0: none. A statistics
// section names it once and goes on with 上月.
[[nodiscard]] int month_of_items_before(const Passage& passage);

// The expressions of the body with their years (and months), names that hold a year left out: for
// callers that need every place where a date stands, not each value once.
[[nodiscard]] std::vector<Expression> anchored_expressions(const Passage& passage);

}  // namespace guanlan::dates
