#include <gtest/gtest.h>

#include "guanlan/mention.h"
#include "testing/rule_corpus.h"

namespace guanlan {
namespace {

std::vector<RegionMention> read(const Passage& passage, const std::string& kind = {}) {
  Mentions m;
  m.bodies = find_bodies(passage);
  m.authorities = find_authorities(passage, m);
  m.orgs = find_orgs(passage, m);
  m.kind = kind;
  return find_regions(passage, m);
}

std::vector<std::string> printed(const Passage& passage) {
  std::vector<std::string> out;
  for (const RegionMention& r : extract(passage).regions) out.push_back(r.path);
  return out;
}

TEST(Regions, FollowTheCorpus) { testing::check_corpus("regions", printed); }

TEST(Regions, GiveCodesAndReasons) {
  const std::string text = "甘肃天水武山县公安局近日开展检查。";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  const auto found = read(p);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].code, "620524");
  EXPECT_EQ(p.of(found[0].span), "甘肃天水武山县");
  EXPECT_STREQ(found[0].why.rule, "region.seat");
}

TEST(Regions, TakeTheCityOfAPunishedBranch) {
  const std::string text = "中国人民银行对示例保险股份有限公司厦门分公司给予警告,并处罚款10万元。";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  const Mentions found = extract(p);
  ASSERT_EQ(found.kind, "enforcement");
  ASSERT_EQ(found.regions.size(), 1u);
  EXPECT_EQ(found.regions[0].path, "福建省/厦门市");
  EXPECT_STREQ(found.regions[0].why.rule, "region.branch");
}

TEST(Regions, TakeTheCountyOfARuralBank) {
  const std::string text =
      "中国人民银行浙江省分行对浙江临安农村商业银行股份有限公司给予警告,并处罚款10万元。";
  const Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  const Mentions found = extract(p);
  ASSERT_EQ(found.regions.size(), 1u);
  EXPECT_EQ(found.regions[0].path, "浙江省/杭州市/临安区");
}

TEST(Regions, TakeTheHomeOfThePublication) {
  const std::string text = "8月份,全省互联网用户新增75.5万户。";
  Passage p =
      scan(text, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}, {}, Lexicon::builtin());
  EXPECT_TRUE(read(p).empty());
  Setting setting;
  const Gazetteer& map = Lexicon::builtin().gazetteer();
  setting.home = map.abbreviated("豫");
  p.setting = &setting;
  const auto found = read(p, "statistics");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].path, "河南省");
}

}  // namespace
}  // namespace guanlan
