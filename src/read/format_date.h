// Serial numbers of spreadsheets as dates and times.
#pragma once

#include <string>

#include "read/format_code.h"

namespace guanlan {

// Days since 1899-12-30 (or 1904-01-01) under a code with date placeholders; ######## for what is
// no date in the years 1900 to 9999.
[[nodiscard]] std::string format_date(double value, const FormatCode& format, bool since_1904);

}  // namespace guanlan
