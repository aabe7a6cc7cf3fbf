// Invented monthlies of any size for benchmarks and property tests: seeded, deterministic.
#pragma once

#include <cstdint>
#include <string>

namespace guanlan::testing {

struct MonthlyOptions {
  std::uint32_t seed = 1;
  std::size_t bytes = 100'000;  // at least this much UTF-8
};

// A monthly with masthead, parts, sections and numbered items in varied wording.
[[nodiscard]] std::string monthly(const MonthlyOptions& options);

}  // namespace guanlan::testing
