#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>

#include "guanlan/mention.h"
#include "testing/rule_corpus.h"

namespace guanlan {
namespace {

// "fine 50000", "imprisonment 0.8333", "warning".
std::vector<std::string> printed(const Passage& passage) {
  std::vector<std::string> out;
  for (const SanctionMention& s : extract(passage).sanctions) {
    std::string line = s.type;
    if (s.amount) {
      char amount[40];
      const double value = std::round(*s.amount * 1e4) / 1e4;
      std::snprintf(amount, sizeof amount, "%.12g", value);
      line += std::string(" ") + amount;
    }
    out.push_back(line);
  }
  return out;
}

TEST(Sanctions, FollowTheCorpus) { testing::check_corpus("sanctions", printed); }

TEST(Sanctions, SurviveHostileText) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "罚款5万元";
  for (int i = 0; i < 10000; ++i) text += "责令";
  for (int i = 0; i < 10000; ++i) text += "判处有期徒刑";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  (void)find_sanctions(p, {});
}

}  // namespace
}  // namespace guanlan
