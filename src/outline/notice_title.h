// What the title of a notice and its text are both held against.
#pragma once

#include <string>
#include <string_view>

#include "guanlan/span.h"

namespace guanlan::outlining {

// Letters, digits and Chinese characters, folded; at most some 600 bytes.
[[nodiscard]] std::string bare(std::string_view text);
// (2024年7月8日发布), not (2024年第3批,总第38批)
[[nodiscard]] bool names_day(std::string_view text, Span line);

}  // namespace guanlan::outlining
