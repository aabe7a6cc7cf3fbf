#include <gtest/gtest.h>

#include "guanlan/mention.h"
#include "testing/rule_corpus.h"

namespace guanlan {
namespace {

std::vector<AuthorityMention> read(const Passage& passage) {
  Mentions m;
  m.bodies = find_bodies(passage);
  return find_authorities(passage, m);
}

std::vector<std::string> printed(const Passage& passage) {
  std::vector<std::string> out;
  for (const AuthorityMention& a : read(passage)) out.push_back(a.name);
  return out;
}

Passage body_of(const std::string& text) {
  return scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
}

TEST(Authorities, FollowTheCorpus) { testing::check_corpus("authorities", printed); }

TEST(Authorities, SayWhyAndInWhichRole) {
  const std::string text = "近日,甘肃天水武山县公安局对3家公司处以罚款。";
  const Passage p = body_of(text);
  const auto found = read(p);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(p.of(found[0].span), "甘肃天水武山县公安局");
  EXPECT_EQ(found[0].role, "punish");
  EXPECT_STREQ(found[0].why.rule, "authority.verb");
  EXPECT_EQ(p.of(found[0].why.cue), "处以");
}

TEST(Authorities, SurviveHostileText) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "北京市、上海市公安局公安局分局的";
  for (int i = 0; i < 5000; ++i) text += "《公安部(";
  for (int i = 0; i < 20000; ++i) text += "按照";
  EXPECT_LT(read(body_of(text)).size(), 50u);
  EXPECT_TRUE(read(body_of("")).empty());
}

}  // namespace
}  // namespace guanlan
