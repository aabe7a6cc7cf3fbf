#include <gtest/gtest.h>

#include "guanlan/mention.h"
#include "testing/rule_corpus.h"

namespace guanlan {
namespace {

std::vector<std::string> printed(const Passage& passage) {
  Mentions m;
  m.bodies = find_bodies(passage);
  m.authorities = find_authorities(passage, m);
  std::vector<std::string> out;
  for (const NameMention& n : find_orgs(passage, m)) {
    out.push_back(n.name.empty() ? std::string(passage.of(n.span)) : n.name);
  }
  return out;
}

TEST(Orgs, FollowTheCorpus) { testing::check_corpus("orgs", printed); }

TEST(Orgs, SurviveHostileText) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "北京示例有限公司、";
  for (int i = 0; i < 20000; ++i) text += "等等";
  for (int i = 0; i < 3000; ++i) text += "协会委员会(";
  for (int i = 0; i < 30000; ++i)
    text += "桐乡市民政局负责人为协会揭牌。(";  // was read in the square of its length
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  EXPECT_LT(printed(p).size(), 100u);
}

}  // namespace
}  // namespace guanlan
