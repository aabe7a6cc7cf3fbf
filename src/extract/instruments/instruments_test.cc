#include <gtest/gtest.h>

#include "extract/instruments/titles.h"
#include "guanlan/mention.h"
#include "testing/rule_corpus.h"

namespace guanlan {
namespace {

// "示例管理办法 = issued". A text without a full stop is a title.
std::vector<std::string> printed(const Passage& given) {
  Passage passage = given;
  if (given.title.empty() && !given.of(given.body).ends_with("。")) {
    passage =
        scan(given.text, given.body, {given.body.end, given.body.end}, given.issue, *given.lexicon);
  }
  std::vector<std::string> out;
  for (const InstrumentMention& i : extract(passage).instruments) {
    out.push_back(std::string(passage.of(i.span)) + " = " + i.status);
  }
  return out;
}

TEST(Instruments, FollowTheCorpus) { testing::check_corpus("instruments", printed); }

TEST(Instruments, SurviveHostileText) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "《示例办法》发布";
  for (int i = 0; i < 10000; ++i) text += "《";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  (void)find_instruments(p, find_titles(p), {});
}

}  // namespace
}  // namespace guanlan
