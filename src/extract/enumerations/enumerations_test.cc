#include <gtest/gtest.h>

#include "extract/enumerations/marker.h"
#include "guanlan/mention.h"
#include "testing/rule_corpus.h"

namespace guanlan {
namespace {

// "7 7", "14 2".
std::vector<std::string> printed(const Passage& passage) {
  std::vector<std::string> out;
  for (const EnumerationMention& e : find_enumerations(passage, {})) {
    out.push_back(std::to_string(e.announced) + " " + std::to_string(e.listed));
  }
  return out;
}

TEST(Enumerations, FollowTheCorpus) { testing::check_corpus("enumerations", printed); }

TEST(Enumerations, HoldTheCountAndItsNoun) {
  const std::string text = "方案提出四方面工作:一是甲;二是乙;三是丙;四是丁。";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  const auto found = find_enumerations(p, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(p.of(found[0].span), "四方面工作");
  EXPECT_STREQ(found[0].why.rule, "enumeration.markers");
}

TEST(Enumerations, SurviveHostileText) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "甲、乙、";
  for (int i = 0; i < 10000; ++i) text += "三个方面:";
  for (int i = 0; i < 10000; ++i) text += "(1)一是";
  for (int i = 0; i < 20000; ++i) text += "前20位企业\n";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  (void)find_enumerations(p, {});
}

}  // namespace
}  // namespace guanlan
