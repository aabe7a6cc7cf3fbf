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

// Whom each of them meets, as printed; nothing where the sentence names nobody.
TEST(Sanctions, NameWhomTheyMeet) {
  const auto target = [](std::string_view text) {
    const Passage p =
        scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
    const auto found = extract(p).sanctions;
    return found.empty() ? std::string("none") : found.front().target;
  };
  EXPECT_EQ(target("徐某等12名犯罪嫌疑人因涉嫌诈骗罪被检察机关依法批准逮捕。"),
            "徐某等12名犯罪嫌疑人");
  EXPECT_EQ(target("二人已被海淀公安分局刑事拘留。"), "二人");
  EXPECT_EQ(target("示例公司因未履行义务被罚款5万元。"), "示例公司");
  EXPECT_EQ(target("示例两公司违反规定被罚款5万元。"), "示例两公司");
  EXPECT_EQ(target("网信办对示例公司处以罚款5万元。"), "示例公司");
  EXPECT_EQ(target("公安局对主要责任人作出人民币5万元罚款的处罚。"), "主要责任人");
  EXPECT_EQ(target("网信办依法处以罚款5万元。"), "");
  EXPECT_EQ(target("警方抓获犯罪嫌疑人124人。"), "犯罪嫌疑人");
  EXPECT_EQ(target("法院判令被告赔偿3080元。"), "");
}

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
