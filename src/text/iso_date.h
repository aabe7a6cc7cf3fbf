// Dates as records and queries have them (ISO 8601, and halves and quarters beside it).
#pragma once

#include <string_view>

namespace guanlan {

// 2024, 2024-05, 2024-05-01; no month 13, no day 32.
[[nodiscard]] bool is_iso_date(std::string_view text);
// Those, 2024-H1 and 2024-Q3.
[[nodiscard]] bool is_record_date(std::string_view text);

}  // namespace guanlan
