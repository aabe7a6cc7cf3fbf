#include <gtest/gtest.h>

#include "extract/instruments/titles.h"
#include "guanlan/mention.h"
#include "testing/rule_corpus.h"

namespace guanlan {
namespace {

std::vector<std::string> printed(const Passage& passage) {
  std::vector<std::string> out;
  for (const NameMention& n : find_apps(passage, find_titles(passage), {})) {
    out.push_back(n.name.empty() ? std::string(passage.of(n.span)) : n.name);
  }
  return out;
}

TEST(Apps, FollowTheCorpus) { testing::check_corpus("apps", printed); }

TEST(Apps, SayWhichColumnNamedThem) {
  const std::string text = "序号\t应用名称\t问题\n1\t示例阅读\t强制授权\n";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  const auto found = find_apps(p, find_titles(p), {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_STREQ(found[0].why.rule, "app.table");
  EXPECT_EQ(p.of(found[0].why.cue), "应用名称");
}

// A page whose table lost its lines and its row numbers.
TEST(Apps, ReadATableCellByCell) {
  const std::string text =
      "下列应用存在问题:\n序号\n应用名称\n开发者\n版本\n问题\n"
      "示例阅读\n示江科技有限公司\n2.1\n强制授权\n示例相机\n示海网络有限公司\n3.0\n超范围收集\n";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  EXPECT_EQ(printed(p), (std::vector<std::string>{"示例阅读", "示例相机"}));
}

TEST(Apps, SurviveHostileText) {
  std::string text = "应用名称\t";
  for (int i = 0; i < 3000; ++i) text += "“示例”、等8款APP";
  for (int i = 0; i < 20000; ++i) text += "\t\t\n";
  for (int i = 0; i < 5000; ++i) text += "平台上线系统";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  EXPECT_LT(find_apps(p, find_titles(p), {}).size(), 1000u);
}

}  // namespace
}  // namespace guanlan
