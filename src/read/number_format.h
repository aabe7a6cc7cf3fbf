// Number formats of spreadsheets (ECMA-376, part 1, 18.8.31): a value as the cell shows it.
#pragma once

#include <string>
#include <string_view>

namespace guanlan {

// `code` like "0.0%", "#,##0.00;[Red]-#,##0.00", "yyyy\"年\"m\"月\"d\"日\"", "[DBNum1]General".
// Dates count days from 1900-01-00, or from 1904-01-01 where `since_1904`.
[[nodiscard]] std::string format_cell(double value, std::string_view code, bool since_1904);

// The codes of the formats that files do not spell out, as Chinese Excel shows them; empty:
// General.
[[nodiscard]] std::string_view builtin_format(int id);

}  // namespace guanlan
