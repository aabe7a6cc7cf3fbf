#include "guanlan/clock.h"

#include <fmt/format.h>

namespace guanlan {

namespace chrono = std::chrono;

Clock system_clock() {
  return [] { return chrono::floor<chrono::seconds>(chrono::system_clock::now()); };
}

std::string iso8601(chrono::sys_seconds time) {
  const auto day = chrono::floor<chrono::days>(time);
  const chrono::year_month_day date{day};
  const chrono::hh_mm_ss clock{time - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

}  // namespace guanlan
