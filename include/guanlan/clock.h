// The clock seam: what asks for the time takes a Clock, so that tests can stop it.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace guanlan {

using Clock = std::function<std::chrono::sys_seconds()>;

[[nodiscard]] Clock system_clock();
[[nodiscard]] std::string iso8601(std::chrono::sys_seconds time);  // 2024-05-01T08:30:00Z

}  // namespace guanlan
