#include <gtest/gtest.h>

#include "extract/instruments/titles.h"
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

// "上述规定=数据安全法 第二十七条"; candidates are joined by " ? ".
std::vector<std::string> pointed(const Passage& passage) {
  std::vector<std::string> out;
  for (const ReferenceMention& r : extract(passage).references) {
    std::string line = std::string(passage.of(r.span)) + "=";
    for (const CitedProvision& c : r.candidates) {
      line += (line.ends_with('=') ? "" : " ? ") + c.instrument + " " +
              (c.provision.empty() ? "-" : c.provision);
    }
    out.push_back(std::move(line));
  }
  return out;
}

TEST(References, FollowTheCorpus) { testing::check_corpus("references", pointed); }

TEST(Citations, SurviveHostileText) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "第一条至";
  for (int i = 0; i < 10000; ++i) text += "《网络安全法》";
  for (int i = 0; i < 10000; ++i) text += "第一条、";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  Mentions done;
  find_citations(p, find_titles(p), done);
}

}  // namespace
}  // namespace guanlan
