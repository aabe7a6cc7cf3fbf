#include <gtest/gtest.h>

#include "guanlan/laws.h"
#include "laws/dates.h"

namespace guanlan {
namespace {

constexpr std::string_view kSample =
    "# 中华人民共和国示例法\n\n2016年11月7日 示例会议通过\n\n2017年6月1日 施行\n\n<!-- INFO END "
    "-->\n\n"
    "## 第一章 总则\n\n第一条 为了示例，制定本法。\n\n第二条 本法适用于示例。\n\n示例的第二款。\n\n"
    "（一）第一项；\n\n（二）第二项。\n\n## 第二章 附则\n\n第二条之一 补充的条文。\n\n第三条 "
    "本法自2017年6月1日起施行。\n";

TEST(ParseLaw, ReadsTitleEventsAndProvisions) {
  const auto parsed = parse_law(kSample, "./行政法/示例法(2016-11-07).md");
  ASSERT_TRUE(parsed);
  const LawText& law = parsed->law;
  EXPECT_EQ(law.title, "中华人民共和国示例法");
  EXPECT_EQ(law.key, "示例法");
  EXPECT_EQ(law.category, "行政法");
  EXPECT_EQ(law.version, "2016-11-07");
  EXPECT_EQ(law.effective, "2017-06-01");
  ASSERT_EQ(law.provisions.size(), 4u);
  EXPECT_EQ(law.provisions[1].number, "第二条");
  EXPECT_EQ(law.provisions[1].heading, "第一章 总则");
  EXPECT_EQ(law.provisions[1].text,
            "本法适用于示例。\n示例的第二款。\n（一）第一项；\n（二）第二项。");
  EXPECT_EQ(law.provisions[2].number, "第二条之一");
  EXPECT_EQ(law.provisions[3].heading, "第二章 附则");
  EXPECT_TRUE(parsed->findings.empty());
}

TEST(ParseLaw, NamesWhatIsWrongAndKeepsTheRest) {
  const auto parsed = parse_law(
      "# 示例条例\n2016年13月45日 通过\n<!-- INFO END -->\n第一条 甲。\n第一条 乙。\n第四条 丙。\n",
      "x/示例条例.md");
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->law.provisions.size(), 3u);
  ASSERT_EQ(parsed->findings.size(), 3u);
  EXPECT_NE(parsed->findings[0].message.find("日期不存在"), std::string::npos);
  EXPECT_NE(parsed->findings[1].message.find("条文重复"), std::string::npos);
  EXPECT_NE(parsed->findings[2].message.find("条文缺号"), std::string::npos);
}

TEST(ParseLaw, RefusesWhatIsNoLaw) {
  EXPECT_FALSE(parse_law("", "a.md"));
  EXPECT_FALSE(parse_law("# 只有标题\n", "a.md"));
  EXPECT_EQ(parse_law("第一条 没有标题。\n", "a.md").error().code, Code::damaged);
}

TEST(ParseLaw, TakesTheEffectiveDayFromTheLastProvision) {
  const auto parsed = parse_law(
      "# 示例办法\n2021年6月10日 公布\n<!-- INFO END -->\n第一条 甲。\n第二条 "
      "本办法自2021年9月1日起施行。\n",
      "a.md");
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->law.effective, "2021-09-01");
}

TEST(LawKey, MeetsAllSpellings) {
  EXPECT_EQ(law_key("《中华人民共和国网络安全法》"), "网络安全法");
  EXPECT_EQ(law_key("网络安全法"), "网络安全法");
  EXPECT_EQ(law_key("示例法院关于适用《中华人民共和国示例法》的解释"),
            law_key("《示例法院关于适用〈示例法〉的解释》"));
  EXPECT_EQ(law_key("示例法院关于适用中华人民共和国示例法的解释"),
            law_key("示例法院关于适用《示例法》的解释"));
  EXPECT_EQ(law_key("示例办法（试行）"), "示例办法(试行)");
  EXPECT_NE(law_key("示例办法（试行）"), law_key("示例办法"));
}

TEST(ParseProvision, ReadsAllSpellings) {
  EXPECT_EQ(parse_provision("第四十四条")->article, "第四十四条");
  EXPECT_EQ(parse_provision("44条")->article, "第四十四条");
  EXPECT_EQ(parse_provision("44")->article, "第四十四条");
  EXPECT_EQ(parse_provision("第十七条之一")->article, "第十七条之一");
  const auto deep = parse_provision("第二十条第二款第（三）项");
  ASSERT_TRUE(deep);
  EXPECT_EQ(deep->article, "第二十条");
  EXPECT_EQ(deep->paragraph, 2);
  EXPECT_EQ(deep->item, 3);
  EXPECT_FALSE(parse_provision("某条"));
  EXPECT_FALSE(parse_provision(""));
}

TEST(HanNumber, IsReadBack) {
  EXPECT_EQ(han_number(10), "十");
  EXPECT_EQ(han_number(44), "四十四");
  EXPECT_EQ(han_number(110), "一百一十");
  EXPECT_EQ(han_number(101), "一百零一");
  EXPECT_EQ(han_number(1260), "一千二百六十");
}

}  // namespace
}  // namespace guanlan
