// Dates as metadata spells them, for Source::published.
#pragma once

#include <string>
#include <string_view>

namespace guanlan {

// The first calendar date in the text as YYYY-MM-DD: 2024-05-15, 2024/5/15, 2024.5.15,
// 2024年5月15日, 20240515, and RFC 5322's 15 May 2024. Empty: none.
[[nodiscard]] std::string find_date(std::string_view text);

}  // namespace guanlan
