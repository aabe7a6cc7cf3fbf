// Bytes at rest: zlib streams (RFC 1950).
#pragma once

#include <string>
#include <string_view>

#include "guanlan/result.h"

namespace guanlan {

[[nodiscard]] std::string deflated(std::string_view bytes);
// damaged: not a stream of exactly `size` bytes.
[[nodiscard]] Result<std::string> inflated(std::string_view stream, std::size_t size);

}  // namespace guanlan
