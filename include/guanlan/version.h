// The version of the library and the program.
#pragma once

#include <string_view>

namespace guanlan {

[[nodiscard]] std::string_view version();  // "0.1.0"

}  // namespace guanlan
