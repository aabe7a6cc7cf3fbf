#include "guanlan/lexicon.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "lexicon/frame.h"

namespace guanlan {
namespace {

// class of each hit and its text, as "region 河南".
std::vector<std::string> scan(std::string_view text, WordClass cls) {
  std::vector<Hit> hits;
  const auto& lexicon = Lexicon::builtin();
  lexicon.scan(text, {0, static_cast<std::uint32_t>(text.size())}, hits);
  std::vector<std::string> out;
  for (const Hit& hit : hits)
    if (hit.cls == cls) out.emplace_back(hit.span.of(text));
  return out;
}

using Words = std::vector<std::string>;

TEST(Lexicon, LoadsEveryBuiltinTable) {
  ASSERT_TRUE(Lexicon::with({}).has_value());
  for (int cls = 0; cls < static_cast<int>(WordClass::count_); ++cls)
    EXPECT_GT(Lexicon::builtin().table(static_cast<WordClass>(cls)).size(), 0u) << cls;
}

TEST(Lexicon, FindsPlacesByFullAndShortName) {
  EXPECT_EQ(scan("甘肃省天水市武山县", WordClass::region),
            (Words{"甘肃省", "甘肃", "天水市", "天水", "武山县", "武山"}));
  EXPECT_EQ(scan("恩施州", WordClass::region), (Words{"恩施州", "恩施"}));
  EXPECT_EQ(scan("上海市临港新片区", WordClass::region), (Words{"上海市", "上海", "临港新片区"}));
}

TEST(Lexicon, ScansNoOrdinaryWordAsAPlace) {
  for (const char* text :
       {"双方合作共赢", "公安机关", "会同县级以上人民政府", "每天全部完成", "在城区和郊区",
        "人民和企业", "面临安全风险", "提高要求", "新建区域", "现场直播"})
    EXPECT_EQ(scan(text, WordClass::region), Words{}) << text;
}

TEST(Lexicon, EndsLatinWordsWhereTheRunEnds) {
  EXPECT_EQ(scan("FTC与FTCA", WordClass::foreign_authority), Words{"FTC"});
  EXPECT_EQ(scan("5G和15G、5GB", WordClass::stopper), Words{"5G"});
  EXPECT_EQ(scan("约30GB", WordClass::unit), Words{"GB"});
}

TEST(Lexicon, GivesLongestFirstAtOnePlace) {
  const auto hits = scan("全国网络安全标准化技术委员会秘书处", WordClass::authority);
  ASSERT_GE(hits.size(), 2u);
  EXPECT_EQ(hits[0], "全国网络安全标准化技术委员会秘书处");
}

TEST(Lexicon, TakesFurtherTables) {
  const auto more = Lexicon::with(
      {{"orgs", "name\tforms\tonly\tkind\tcountry\n示例协会\t示协\t\tassociation\t\n"}});
  ASSERT_TRUE(more.has_value());
  std::vector<Hit> hits;
  more->scan("示协", {0, 6}, hits);
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(more->table(WordClass::org).name(hits[0].row), "示例协会");
}

TEST(Lexicon, NamesTheLineOfABadRow) {
  const auto bad = Lexicon::with({{"orgs", "name\tforms\na\tb\tc\td\te\tf\tg\n"}});
  ASSERT_FALSE(bad.has_value());
  EXPECT_EQ(bad.error().code, Code::invalid);
}

// A class that is spelt wrong in a table would lose its words in silence.
TEST(FrameWords, OfAClassThatNobodyAsksForAreAFault) {
  constexpr std::string_view kOne[] = {"made_up"};
  EXPECT_THROW((void)frame_words("lexicon/frame/names.tsv", kOne), std::logic_error);
}

}  // namespace
}  // namespace guanlan
