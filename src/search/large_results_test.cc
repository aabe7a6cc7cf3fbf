#include "search/large_results.h"

#include <gtest/gtest.h>

namespace guanlan {
namespace {

std::shared_ptr<const Results> of_size(std::size_t size) {
  auto results = std::make_shared<Results>();
  results->candidates.resize(size);
  return results;
}

TEST(LargeResults, AreKeptUntilSomethingIsStored) {
  LargeResults kept;
  const auto many = of_size(100'000);
  kept.keep("通报", 20, 7, many);
  EXPECT_EQ(kept.find("通报", 20, 7), many);
  EXPECT_EQ(kept.find("通报", std::nullopt, 7), many);
  EXPECT_EQ(kept.find("通报", 10, 7), nullptr);
  EXPECT_EQ(kept.find("公告", 20, 7), nullptr);
  EXPECT_EQ(kept.find("通报", 20, 8), nullptr);
  kept.keep("公告", 20, 8, of_size(100'000));
  kept.keep("通报", 20, 7, many);  // of an older state
  EXPECT_EQ(kept.find("通报", 20, 8), nullptr);
  EXPECT_NE(kept.find("公告", 20, 8), nullptr);
}

TEST(LargeResults, AreFewAndLarge) {
  LargeResults kept;
  kept.keep("少", 20, 1, of_size(100));
  EXPECT_EQ(kept.find("少", 20, 1), nullptr);
  for (int i = 0; i < 5; ++i) kept.keep(std::to_string(i), 20, 1, of_size(1'000'000));
  EXPECT_EQ(kept.find("0", 20, 1), nullptr);
  EXPECT_NE(kept.find("1", 20, 1), nullptr);
  EXPECT_NE(kept.find("4", 20, 1), nullptr);
}

}  // namespace
}  // namespace guanlan
