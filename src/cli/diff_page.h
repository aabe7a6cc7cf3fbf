// Gains and losses as a page: the totals, then each field's changes in their sentences.
#pragma once

#include <string>

#include "cli/app.h"
#include "guanlan/diff.h"

namespace guanlan::cli {

// `field`: only that one; empty: all.
[[nodiscard]] std::string diff_page(const Call& call, const Difference& difference,
                                    std::string_view field);
// The same for a terminal.
[[nodiscard]] std::string diff_text(const Call& call, const Difference& difference,
                                    std::string_view field);

}  // namespace guanlan::cli
