// ZIP containers that come out the same byte for byte: no clock, no zone, members in order.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "guanlan/result.h"

namespace guanlan::compose {

[[nodiscard]] Result<std::string> zip(const std::vector<std::pair<std::string, std::string>>& members);

}  // namespace guanlan::compose
