// The name of a file's bytes.
#pragma once

#include <string>
#include <string_view>

namespace guanlan {

// "sha256:" and 64 hexadecimal digits.
[[nodiscard]] std::string sha256_digest(std::string_view bytes);

}  // namespace guanlan
