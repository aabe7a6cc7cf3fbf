#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "guanlan/mention.h"
#include "testing/rule_corpus.h"

namespace guanlan {
namespace {

// A text without " // " is a title.
std::vector<std::string> printed(const Passage& given) {
  Passage passage = given;
  if (given.title.empty()) {
    passage =
        scan(given.text, given.body, {given.body.end, given.body.end}, given.issue, *given.lexicon);
  }
  return {extract(passage).kind};
}

TEST(Kind, FollowsTheCorpus) { testing::check_corpus("kind", printed); }

TEST(Kind, NamesTheDecidingCue) {
  const std::string text = "公安部部署开展“净网2025”专项行动";
  const Passage p =
      scan(text, {0, static_cast<std::uint32_t>(text.size())}, {0, 0}, {}, Lexicon::builtin());
  const Mentions m = extract(p);
  EXPECT_EQ(m.kind, "campaign");
  EXPECT_STREQ(m.kind_why.rule, "kind.word-in-title");
}

// The kinds that lost have their sums too, and a weight that a deed takes away from the harm.
TEST(Kind, KeepsWhatSpeaksForTheOthers) {
  const std::string text = "泄露用户数据,示例公司被罚900万元";
  const Passage p =
      scan(text, {0, static_cast<std::uint32_t>(text.size())}, {0, 0}, {}, Lexicon::builtin());
  const Mentions m = extract(p);
  EXPECT_EQ(m.kind, "enforcement");
  std::map<std::string, double> sums;
  for (const KindCue& cue : m.kind_cues) sums[cue.kind] += cue.weight;
  EXPECT_GT(sums["enforcement"], sums["incident"]);
  EXPECT_TRUE(std::any_of(m.kind_cues.begin(), m.kind_cues.end(), [](const KindCue& c) {
    return c.kind == "incident" && c.weight < 0 &&
           std::string_view(c.why.rule) == "kind.harm-of-deed";
  }));
}

}  // namespace
}  // namespace guanlan
