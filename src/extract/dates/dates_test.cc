#include <gtest/gtest.h>

#include "extract/dates/calendar.h"
#include "guanlan/mention.h"
#include "testing/rule_corpus.h"

namespace guanlan {
namespace {

// "2024-04-12 on", "2024-05-10 deadline!": ! marks what stands in the deadlines too.
std::vector<std::string> printed(const Passage& passage) {
  const Dates dates = find_dates(passage);
  std::vector<std::string> out;
  if (dates.event) out.push_back(dates.event->value + " " + dates.event->role);
  for (const DateMention& d : dates.others) {
    std::string line = d.value + " " + d.role;
    for (const DateMention& due : dates.deadlines) {
      if (due.value == d.value) line += "!";
    }
    out.push_back(line);
  }
  return out;
}

TEST(Dates, FollowTheCorpus) { testing::check_corpus("dates", printed); }

TEST(Dates, SayWhy) {
  const std::string text = "办法自2024年5月1日起施行。";
  const Passage p = scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())},
                         {2024, 5, 0, ""}, Lexicon::builtin());
  const Dates dates = find_dates(p);
  ASSERT_EQ(dates.others.size(), 1u);
  EXPECT_EQ(p.of(dates.others[0].span), "2024年5月1日");
  EXPECT_STREQ(dates.others[0].why.rule, "date.effective");
  EXPECT_EQ(p.of(dates.others[0].why.cue), "起施行");
}

TEST(Dates, ReadTheMonthFromTheItemsBefore) {
  const std::string text = "8月份,全省用户新增。与上月持平。";
  const auto cut = static_cast<std::uint32_t>(text.find("与"));
  Issue issue;
  issue.items.resize(2);
  issue.items[0].body = {0, cut};
  issue.items[1].body = {cut, static_cast<std::uint32_t>(text.size())};
  Passage p = scan(text, {0, 0}, issue.items[1].body, {2020, 9, 0, ""}, Lexicon::builtin());
  p.document = &issue;
  p.item = &issue.items[1];
  const Dates dates = find_dates(p);
  ASSERT_EQ(dates.others.size(), 1u);
  EXPECT_EQ(dates.others[0].value, "2020-07");
}

TEST(Dates, SurviveHostileText) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "2024年1月1日至";
  for (int i = 0; i < 20000; ++i) text += "1-";
  for (int i = 0; i < 5000; ++i) text += "《“(今年";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  EXPECT_FALSE(find_dates(p).others.empty());
  const std::string empty;
  EXPECT_FALSE(find_dates(scan(empty, {0, 0}, {0, 0}, {}, Lexicon::builtin())).event);
}

TEST(Calendar, KeepsThePrecision) {
  using namespace dates;
  EXPECT_EQ(iso({2024, 5, 1}), "2024-05-01");
  EXPECT_EQ(iso({2024, 5}), "2024-05");
  EXPECT_EQ(iso({2024, 0, 0, 2}), "2024-H2");
  EXPECT_EQ(iso({2024, 0, 0, 0, 3}), "2024-Q3");
  EXPECT_EQ(iso({0, 5, 1}), "");
  EXPECT_EQ(shifted({2024, 1}, -1), (Point{2023, 12}));
  EXPECT_FALSE(valid({2023, 2, 30}));
}

}  // namespace
}  // namespace guanlan
