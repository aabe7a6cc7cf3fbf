#include "guanlan/search.h"

#include <gtest/gtest.h>

#include "guanlan/store.h"
#include "testing/readings.h"
#include "testing/scratch.h"

namespace guanlan {
namespace {

TEST(SearchTest, FindsWhatWasJustPut) {
  const testing::Scratch scratch;
  auto store = open_store(scratch / "a.db", testing::stopped_clock());
  ASSERT_TRUE(store);
  Reading reading = testing::reading();
  reading.sources[0].items[0].record =
      R"({"title":"某公司被处罚","body":"因违反《网络安全法》，罚款10万元。","kind":"enforcement"})";
  ASSERT_TRUE((*store)->put(reading));
  auto search = open_search(scratch / "a.db");
  ASSERT_TRUE(search) << search.error().message;
  const auto answer = (*search)->find({.query = "网络安全 罚款"});
  ASSERT_TRUE(answer) << answer.error().message;
  ASSERT_EQ(answer->total, 1);
  EXPECT_EQ(answer->hits[0].title, "某公司被处罚");
  ASSERT_TRUE((*store)->put(testing::reading("另一个文件")));
  EXPECT_EQ((*search)->find({.query = "通报"})->total, 2);
}

}  // namespace
}  // namespace guanlan
