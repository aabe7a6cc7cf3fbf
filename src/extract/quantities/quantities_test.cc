#include <gtest/gtest.h>

#include <cmath>

#include "guanlan/mention.h"
#include "testing/rule_corpus.h"

namespace guanlan {
namespace {

// "735000 条 over", "0.3333", "100 美元".
std::vector<std::string> printed(const Passage& passage) {
  std::vector<std::string> out;
  for (const QuantityMention& q : find_quantities(passage, {})) {
    std::string line(32, '\0');
    line.resize(
        static_cast<std::size_t>(std::snprintf(line.data(), line.size(), "%.10g", q.value)));
    if (std::abs(q.value) >= 1e9) line = std::to_string(static_cast<long long>(q.value));
    if (!q.unit.empty()) line += " " + q.unit;
    if (q.approx != Approx::none) line += " " + std::string(name(q.approx));
    out.push_back(line);
  }
  return out;
}

TEST(Quantities, FollowTheCorpus) { testing::check_corpus("quantities", printed); }

TEST(Quantities, HoldTheirWords) {
  const std::string text = "清理近1600件,约占总量的2.1%。";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  const auto figures = find_quantities(p, {});
  ASSERT_EQ(figures.size(), 2u);
  EXPECT_EQ(p.of(figures[0].span), "近1600件");
  EXPECT_EQ(p.of(figures[0].number), "1600");
  EXPECT_STREQ(figures[0].why.rule, "figure.qualifier-before");
  EXPECT_EQ(p.of(figures[1].span), "约占总量的2.1%");
  EXPECT_STREQ(figures[1].why.rule, "figure.qualifier-over-noun");
}

TEST(Quantities, SurviveHostileText) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "1/";
  for (int i = 0; i < 20000; ++i) text += "三四";
  for (int i = 0; i < 20000; ++i) text += "5家";
  for (int i = 0; i < 5000; ++i) text += "“《(1万万万余";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  EXPECT_FALSE(find_quantities(p, {}).empty());
}

}  // namespace
}  // namespace guanlan
