#include <gtest/gtest.h>

#include "guanlan/mention.h"
#include "testing/rule_corpus.h"

namespace guanlan {
namespace {

// Printed deadlines "2024-05-31", reckoned days "= 2024-04-26 deadline", "= - deadline".
std::vector<std::string> due_days(const Passage& passage) {
  const Dates dates = find_dates(passage);
  std::vector<std::string> out;
  for (const DateMention& d : dates.deadlines) out.push_back(d.value);
  for (const TermMention& t : dates.terms) {
    out.push_back("= " + (t.value.empty() ? "-" : t.value) + " " + t.role);
  }
  return out;
}

TEST(Deadlines, FollowTheCorpus) { testing::check_corpus("deadlines", due_days); }

TEST(Deadlines, SayWhatTheyReckonFrom) {
  const std::string text = "自本通知印发之日起10个工作日内完成自查。\n示范省数据局\n2024年4月12日";
  const Passage p = scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())},
                         {2024, 5, 0, ""}, Lexicon::builtin());
  const Dates dates = find_dates(p);
  ASSERT_EQ(dates.terms.size(), 1u);
  const TermMention& term = dates.terms.front();
  EXPECT_EQ(p.of(term.span), "自本通知印发之日起10个工作日内");
  EXPECT_EQ(term.anchor, "2024-04-12");
  EXPECT_EQ(term.anchor_kind, "issue");
  EXPECT_EQ(p.of(term.anchor_span), "2024年4月12日");
  EXPECT_EQ(term.derivation, "2024-04-12 + 10工作日 = 2024-04-26");
  EXPECT_STREQ(term.why.rule, "term.within");
}

// The same period moves with the day it is reckoned from.
TEST(Deadlines, MoveWithTheirAnchor) {
  for (const auto& [day, end] :
       {std::pair{"2024年9月27日", "2024-10-16"}, {"2024年9月30日", "2024-10-18"}}) {
    const std::string text =
        "自印发之日起10个工作日内完成自查。\n示范省数据局\n" + std::string(day);
    const Passage p =
        scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
    const Dates dates = find_dates(p);
    ASSERT_EQ(dates.terms.size(), 1u);
    EXPECT_EQ(dates.terms.front().value, end);
  }
}

}  // namespace
}  // namespace guanlan
