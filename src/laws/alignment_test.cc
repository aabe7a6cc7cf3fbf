#include "laws/alignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "testing/every_pair.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs moved(const std::vector<Provision>& older, const std::vector<Provision>& newer) {
  Pairs out;
  for (const Correspondence& c : correspond(older, newer))
    out.emplace_back(older[c.older].number, newer[c.newer].number);
  return out;
}

const Provision kNet{"第一条", "", "网络运营者应当建立网络信息安全投诉、举报制度。"};
const Provision kLog{"第二条", "", "网络运营者应当按照规定留存相关的网络日志不少于六个月。"};
const Provision kFine{"第三条", "", "违反本法规定，情节严重的，处一万元以上十万元以下罚款。"};

Provision as(std::string number, const Provision& p) { return {std::move(number), "", p.text}; }

TEST(Correspondence, FollowsTheTextWhereAnArticleWasPutIn) {
  const std::vector<Provision> newer = {kNet,
                                        {"第二条", "", "国家支持人工智能基础理论研究。"},
                                        as("第三条", kLog),
                                        as("第四条", kFine)};
  EXPECT_EQ(moved({kNet, kLog, kFine}, newer),
            (Pairs{{"第一条", "第一条"}, {"第二条", "第三条"}, {"第三条", "第四条"}}));
}

TEST(Correspondence, AnArticleThatWasAmendedStaysItself) {
  const Provision longer{"第三条", "",
                         "网络运营者应当按照规定采集并留存相关的网络日志不少于十二个月。"};
  EXPECT_EQ(moved({kLog}, {longer}), (Pairs{{"第二条", "第三条"}}));
}

TEST(Correspondence, WhatIsWrittenAnewHasNone) {
  EXPECT_TRUE(moved({kNet}, {as("第一条", kFine)}).empty());
  EXPECT_TRUE(moved({}, {kNet}).empty());
  EXPECT_TRUE(moved({kNet}, {}).empty());
}

TEST(Correspondence, OfEqualTextsTheNumberDecidesAndThenThePlace) {
  EXPECT_EQ(
      moved({as("第一条", kLog), as("第二条", kLog)}, {as("第一条", kLog), as("第二条", kLog)}),
      (Pairs{{"第一条", "第一条"}, {"第二条", "第二条"}}));
  EXPECT_EQ(
      moved({as("第一条", kLog), as("第二条", kLog)}, {as("第八条", kLog), as("第九条", kLog)}),
      (Pairs{{"第一条", "第八条"}, {"第二条", "第九条"}}));
}

TEST(Correspondence, OneOfTwoThatShareTheirWordsIsTakenOnce) {
  const Provision like{"第五条", "", "网络运营者应当按照规定留存相关的网络日志不少于六年。"};
  EXPECT_EQ(moved({kLog}, {as("第四条", kLog), like}), (Pairs{{"第二条", "第四条"}}));
}

// Laws of random words, amended at random: what was not written anew is found where it went.
class RandomLaw {
 public:
  explicit RandomLaw(std::uint32_t seed) : random_(seed) {}

  std::string words(int least) {
    std::string out;
    for (int i = below(40) + least; i > 0; --i)
      utf8::append(out, U'一' + static_cast<char32_t>(below(2000)));
    return out;
  }
  int below(int limit) { return static_cast<int>(random_() % static_cast<std::uint32_t>(limit)); }

 private:
  std::mt19937 random_;
};

TEST(Correspondence, FindsWhereTheArticlesOfRandomLawsWent) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    RandomLaw random(seed);
    std::vector<Provision> older, newer;
    std::map<std::size_t, std::size_t> want;  // newer → older
    for (int i = 0; i < 60; ++i) {
      const Provision p{std::to_string(i), "", random.words(12)};
      older.push_back(p);
      const int fate = random.below(10);
      if (fate == 0) continue;                                     // deleted
      if (fate == 1) newer.push_back({"", "", random.words(12)});  // one put in
      want[newer.size()] = older.size() - 1;
      newer.push_back(p);
      if (fate == 2) newer.back().text = random.words(1) + newer.back().text.substr(15);
    }
    for (std::size_t i = 0; i < newer.size(); ++i) newer[i].number = std::to_string(i);
    const auto slow = testing::correspond_every_pair(older, newer);
    const auto fast = correspond(older, newer);
    ASSERT_EQ(fast.size(), slow.size()) << seed;
    for (std::size_t i = 0; i < fast.size(); ++i) {
      EXPECT_EQ(fast[i].newer, slow[i].newer) << seed;
      EXPECT_EQ(fast[i].older, slow[i].older) << seed;
      EXPECT_NEAR(fast[i].likeness, slow[i].likeness, 1e-9) << seed;
    }
    std::map<std::size_t, std::size_t> got;
    for (const Correspondence& c : correspond(older, newer)) got[c.newer] = c.older;
    for (const auto& [at, from] : got) EXPECT_EQ(want.at(at), from) << seed;
    for (const auto& [at, from] : want) {
      if (older[from].text == newer[at].text) {
        EXPECT_EQ(got.count(at), 1u) << seed << " " << at;
      }
    }
  }
}

}  // namespace
}  // namespace guanlan
