// Text without what cannot be seen at its ends.
#pragma once

#include <string_view>

namespace guanlan {

// Without blanks of any width, line ends and characters that print nothing at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace guanlan
