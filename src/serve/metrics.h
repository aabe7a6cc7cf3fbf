// What the server counts.
#pragma once

#include <atomic>
#include <cstdint>

namespace guanlan::serve {

struct Metrics {
  std::atomic<std::uint64_t> requests{0}, refused{0}, failed{0}, bytes{0}, microseconds{0};

  void count(int status, std::uint64_t size, std::uint64_t time) {
    ++requests;
    if (status >= 500) {
      ++failed;
    } else if (status >= 400) {
      ++refused;
    }
    bytes += size;
    microseconds += time;
  }
};

}  // namespace guanlan::serve
