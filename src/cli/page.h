// One HTML page that stands alone: no scripts, nothing from outside; light and dark as the reader
// has it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/app.h"

namespace guanlan::cli {

// `title` is shown as text; `body` is markup.
[[nodiscard]] std::string page(const Call& call, std::string_view title, std::string_view body);

// <td>, the text escaped; a number stands to the right.
[[nodiscard]] std::string cell(std::string_view text, bool number = false);
[[nodiscard]] std::string row_of(const std::vector<std::string>& cells);
[[nodiscard]] std::string head_of(const std::vector<std::string_view>& titles);

}  // namespace guanlan::cli
