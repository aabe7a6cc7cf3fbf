// What a date in a table is for: the head of its column tells (实施日期, 截止时间).
#pragma once

#include <optional>
#include <string_view>

#include "extract/dates/role.h"

namespace guanlan::dates {

// Nothing where the date stands in no table, or the head of its column names no role. Rows are
// lines whose cells are set apart by tabs; the topmost one is the head. `body`: no row outside it
// is looked at.
[[nodiscard]] std::optional<Reading> role_by_column(std::string_view text, Span body, Span date);

}  // namespace guanlan::dates
