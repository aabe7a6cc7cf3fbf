#pragma once

#include <string>
#include <string_view>

namespace guanlan::compose {

[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace guanlan::compose
