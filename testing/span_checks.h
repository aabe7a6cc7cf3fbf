// Offsets are sacred: what must hold for every value of every record.
#pragma once

#include <string>
#include <vector>

#include "guanlan/record.h"

namespace guanlan::testing {

// One line per value whose span does not lead to its words: raw[begin:end], with wraps undone,
// page furniture (whole lines) left out and widths folded, must be the value as printed (of
// 河南联通 in 河南移动、联通 its own words); and the page must be that of the line. Empty: all is
// well.
[[nodiscard]] std::vector<std::string> span_problems(const Document& document);

}  // namespace guanlan::testing
