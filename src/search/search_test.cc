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

TEST(SearchTest, FindsWhatFiguresCount) {
  const testing::Scratch scratch;
  auto store = open_store(scratch / "a.db", testing::stopped_clock());
  ASSERT_TRUE(store);
  Reading reading = testing::reading();
  reading.sources[0].items[0].record =
      R"({"title":"示例","body":"抓获犯罪嫌疑人12人。","kind":"campaign","figures":[{"value":12,"unit":"人",)"
      R"("counts":{"noun":"captured-persons","text":"犯罪嫌疑人"}},{"value":2,"unit":"年"}]})";
  ASSERT_TRUE((*store)->put(reading));
  auto search = open_search(scratch / "a.db");
  ASSERT_TRUE(search) << search.error().message;
  for (const char* query :
       {"figure:犯罪嫌疑人", "figure:嫌疑人", "figure:captured-persons", "数量:犯罪嫌疑人"}) {
    EXPECT_EQ((*search)->find({.query = query})->total, 1) << query;
  }
  EXPECT_EQ((*search)->find({.query = "figure:账号"})->total, 0);
}

// What a query that finds nothing is answered with.
std::vector<std::string> meant(std::string_view query) {
  const testing::Scratch scratch;
  auto store = open_store(scratch / "a.db", testing::stopped_clock());
  Reading reading = testing::reading();
  reading.sources[0].items[0].record =
      R"({"title":"通报典型案例","body":"某公司未履行网络安全保护义务，泄露个人信息。Android 应用 ransomware","kind":"enforcement"})";
  if (!store || !(*store)->put(reading)) return {"no store"};
  auto search = open_search(scratch / "a.db");
  const auto answer = (*search)->find({.query = std::string(query)});
  return answer ? answer->did_you_mean : std::vector<std::string>{answer.error().message};
}

TEST(SearchTest, SuggestsWhatSoundsAlikeOrIsOneSlipAway) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(meant("网路安全"), Words{"网络安全"});
  EXPECT_EQ(meant("个人心息"), Words{"个人信息"});
  EXPECT_EQ(meant("点型案例"), Words{"典型案例"});    // the first character
  EXPECT_EQ(meant("网络安安全"), Words{"网络安全"});  // one too many
  EXPECT_EQ(meant("典型例案"), Words{"典型案例"});    // two in the wrong order
  EXPECT_EQ(meant("ransomwear"), Words{});            // two slips
  EXPECT_EQ(meant("ransonware"), Words{"ransomware"});
}

TEST(SearchTest, SuggestsWholeQueries) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(meant("泄露 \"个人心息\" kind:enforcement"),
            Words{"泄露 \"个人信息\" kind:enforcement"});
  EXPECT_EQ(meant("网路安全 个人心息"), Words{"网络安全 个人信息"});
  EXPECT_EQ(meant("泄露 -网络安全"), Words{});  // both are there, not together
  EXPECT_EQ(meant("甲乙丙丁"), Words{});
}

}  // namespace
}  // namespace guanlan
