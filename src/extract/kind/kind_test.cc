#include <gtest/gtest.h>

#include "guanlan/mention.h"
#include "testing/rule_corpus.h"

namespace guanlan {
namespace {

// A text without " // " is a title.
std::vector<std::string> printed(const Passage& given) {
  Passage passage = given;
  if (given.title.empty()) {
    passage = scan(given.text, given.body, {given.body.end, given.body.end}, given.issue, *given.lexicon);
  }
  return {extract(passage).kind};
}

TEST(Kind, FollowsTheCorpus) { testing::check_corpus("kind", printed); }

TEST(Kind, NamesTheDecidingCue) {
  const std::string text = "公安部部署开展“净网2025”专项行动";
  const Passage p = scan(text, {0, static_cast<std::uint32_t>(text.size())}, {0, 0}, {}, Lexicon::builtin());
  const Mentions m = extract(p);
  EXPECT_EQ(m.kind, "campaign");
  EXPECT_STREQ(m.kind_why.rule, "kind.word-in-title");
}

}  // namespace
}  // namespace guanlan
