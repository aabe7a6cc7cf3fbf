#include <gtest/gtest.h>

#include "guanlan/mention.h"
#include "testing/rule_corpus.h"

namespace guanlan {
namespace {

// "网络安全法 第二十一条"; "网络安全法 -": no article given.
std::vector<std::string> printed(const Passage& passage) {
  std::vector<std::string> out;
  for (const CitationMention& c : extract(passage).citations) {
    out.push_back(c.instrument + " " + (c.provision.empty() ? "-" : c.provision));
  }
  return out;
}

TEST(Citations, FollowTheCorpus) { testing::check_corpus("citations", printed); }

TEST(Citations, SurviveHostileText) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "第一条至";
  for (int i = 0; i < 10000; ++i) text += "《网络安全法》";
  for (int i = 0; i < 10000; ++i) text += "第一条、";
  const Passage p = scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  (void)find_citations(p, {});
}

}  // namespace
}  // namespace guanlan
