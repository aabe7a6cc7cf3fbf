#include "cli/in_order.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>

namespace guanlan::cli {
namespace {

TEST(InOrder, TakesEveryResultOnceInTheOrderOfTheInputs) {
  for (const std::size_t jobs : {1, 2, 3, 8}) {
    for (const std::size_t count : {0, 1, 2, 7, 200}) {
      std::atomic<std::size_t> worked{0};
      std::vector<std::size_t> taken;
      in_order(
          count, jobs,
          [&](std::size_t i) {
            if (i % 5 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
            ++worked;
            return i * i;
          },
          [&](std::size_t i, std::size_t result) {
            EXPECT_EQ(result, i * i);
            taken.push_back(i);
            return true;
          });
      EXPECT_EQ(worked, count);
      ASSERT_EQ(taken.size(), count);
      for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(taken[i], i);
    }
  }
}

TEST(InOrder, StopsWhenTold) {
  for (const std::size_t jobs : {1, 4}) {
    std::size_t taken = 0;
    std::atomic<std::size_t> worked{0};
    in_order(
        1000, jobs, [&](std::size_t i) { return ++worked, i; },
        [&](std::size_t i, std::size_t) { return ++taken, i < 10; });
    EXPECT_EQ(taken, 11U);
    EXPECT_LE(worked, 11U + 3 * jobs);
  }
}

TEST(InOrder, ThrowsWhatTheWorkThrows) {
  for (const std::size_t jobs : {1, 4}) {
    std::size_t taken = 0;
    const auto run = [&] {
      in_order(
          100, jobs,
          [](std::size_t i) {
            if (i == 7) throw std::runtime_error("seven");
            return i;
          },
          [&](std::size_t, std::size_t) { return ++taken, true; });
    };
    EXPECT_THROW(run(), std::runtime_error);
    EXPECT_EQ(taken, 7U);
  }
}

}  // namespace
}  // namespace guanlan::cli
