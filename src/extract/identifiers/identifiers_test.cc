#include "extract/identifiers/identifiers.h"

#include <gtest/gtest.h>

#include "testing/rule_corpus.h"

namespace guanlan {
namespace {

// "standard GB/T 43698-2024", "doc 川通信管〔2023〕61号", "cve CVE-2024-3400".
std::vector<std::string> printed(const Passage& passage) {
  std::vector<std::string> out;
  for (const IdentifierMention& i : find_identifiers(passage)) {
    const char* kind = i.kind == IdentifierKind::standard     ? "standard "
                       : i.kind == IdentifierKind::doc_number ? "doc "
                                                              : "cve ";
    out.push_back(kind + i.value);
  }
  return out;
}

TEST(Identifiers, FollowTheCorpus) { testing::check_corpus("identifiers", printed); }

// A notice prints its number above its title, outside the passage.
TEST(Identifiers, StandAboveTheTitle) {
  const std::string number = "示例管〔2024〕8号", title = "关于开展检查的通知",
                    body = "现就有关事项通知如下。";
  const std::string text = number + "\n" + title + "\n" + body;
  const auto at = [&](const std::string& words) {
    const auto begin = static_cast<std::uint32_t>(text.find(words));
    return Span{begin, begin + static_cast<std::uint32_t>(words.size())};
  };
  Issue issue;
  issue.items.resize(1);
  Passage passage = scan(text, at(title), at(body), {}, Lexicon::builtin());
  passage.document = &issue;
  const auto found = find_identifiers(passage);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].value, number);
  EXPECT_EQ(passage.of(found[0].span), number);
}

TEST(Identifiers, SurviveHostileText) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "〔2024〕";
  for (int i = 0; i < 10000; ++i) text += "(2024)民";
  for (int i = 0; i < 10000; ++i) text += "GB/T ";
  for (int i = 0; i < 10000; ++i) text += "公告第";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  (void)find_identifiers(p);
}

}  // namespace
}  // namespace guanlan
