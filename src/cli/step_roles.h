// The roles of steps in both languages.
#pragma once

#include <string_view>

#include "cli/language.h"

namespace guanlan::cli {

// The role itself where it is none of the table's.
[[nodiscard]] std::string_view step_role(Language language, std::string_view role);

}  // namespace guanlan::cli
