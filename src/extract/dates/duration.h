// 30日, 十五个工作日, 六个月, 5年: an amount of time, read at a place.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace guanlan::dates {

enum class TimeUnit : std::uint8_t { day, working_day, month, year };

struct Duration {
  int amount = 0;
  TimeUnit unit = TimeUnit::day;
  std::uint32_t end = 0;  // behind the unit
};

// Weeks are given as days. None: 3个月龄, 12345日, a calendar day (5日起).
[[nodiscard]] std::optional<Duration> duration_at(std::string_view text, std::uint32_t at);

// 日, 工作日, 个月, 年: as a derivation prints it.
[[nodiscard]] std::string_view name(TimeUnit unit);

}  // namespace guanlan::dates
