#include "guanlan/layout.h"

#include <gtest/gtest.h>

#include "layout/furniture.h"
#include "layout/tables.h"

namespace guanlan {
namespace {

Source text(std::string raw) { return std::move((*read_bytes(raw, "a.txt"))[0]); }

std::string clean(const std::string& raw) { return lay_out(text(raw)).clean.text; }

TEST(Layout, BlanksBetweenScriptsGo) {
  EXPECT_EQ(clean("2024 年 5 月，IPv6 规模部署"), "2024年5月,IPv6规模部署\n");
  EXPECT_EQ(clean("Recorded Future News 报道"), "Recorded Future News报道\n");
  EXPECT_EQ(clean("上句一二三 下句四五六"), "上句一二三 下句四五六\n");
  EXPECT_EQ(clean("戴 文 渊 表 示， 即 便 是"), "戴文渊表示,即便是\n");
  EXPECT_EQ(clean(" 2 020 年 9 月 17 日，大会举行。"), "2020年9月17日,大会举行。\n");
}

TEST(Layout, InvisibleCharactersGo) {
  EXPECT_EQ(clean("网\u200b信\u202e办\ufeff"), "网信办\n");
  EXPECT_EQ(clean("\u2f26\u5170"), "子兰\n");  // a Kangxi radical
}

TEST(Layout, FactsOfThePageBeginALine) {
  const std::string title = "示例省互联网信息办公室关于发布示例人工智能服务已备案信息的公告";
  const std::string raw =
      title +
      "\n发布日期：2024-04-03 10:12　来源：示例省互联网信息办公室\n\n为促进示例服务创新发展和规范应用，网信部门会同相关部门开展备案工作，现予公告。\n";
  const Layout layout = lay_out(text(raw));
  ASSERT_FALSE(layout.paragraphs.empty());
  EXPECT_EQ(layout.paragraphs[0].span.of(layout.clean.text), title);
}

TEST(Layout, WrapsAreUndone) {
  const std::string raw =
      "某市网信办会同有关部门，近日开展了网络数据安全\n"
      "专项检查，共检查单位三十家，发现问题隐患若干处，\n"
      "要求有关单位限期整改，落实网络安全主体责任，切实\n"
      "保护个人信息权益。\n"
      "下一步，该办将持续加大检查力度，督促有关单位落实\n"
      "责任。\n";
  const Layout layout = lay_out(text(raw));
  ASSERT_EQ(layout.paragraphs.size(), 2u);
  const Span second = layout.paragraphs[1].span;
  EXPECT_EQ(second.of(layout.clean.text), "下一步,该办将持续加大检查力度,督促有关单位落实责任。");
  EXPECT_EQ(layout.clean.surface(second, raw),
            "下一步，该办将持续加大检查力度，督促有关单位落实责任。");
}

TEST(Layout, TheSurfaceHasATabBetweenCellsAndALineEndBetweenParagraphs) {
  const std::string raw =
      "具体收入构成如下：  \n\n收入类别\n1-7月收入\n（亿元）\n同比　占比\n\n甲类业务 39.3  7.2% 65.1%\n"
      "乙类业务 13.3 12.2% 22%\n丙类业务 2.1 -2.9% 3.5%\n\nOpen\tSource 是其名称。\n";
  const Layout layout = lay_out(text(raw));
  EXPECT_EQ(
      layout.clean.surface({0, static_cast<std::uint32_t>(layout.clean.text.size())}, raw),
      "具体收入构成如下：\n收入类别\t1-7月收入（亿元）\t同比\t占比\n甲类业务\t39.3\t7.2%\t65.1%\n"
      "乙类业务\t13.3\t12.2%\t22%\n丙类业务\t2.1\t-2.9%\t3.5%\nOpen Source是其名称。\n");
}

TEST(Layout, AHeaderSetAgainWhereATableGoesOnIsFurniture) {
  const std::string head = "<table><tr><th>类别</th><th>收入</th></tr>";
  const std::string raw = "<html><body><h1>示例收入情况</h1><p>具体收入构成如下：</p>" + head +
                          "<tr><td>甲</td><td>1</td></tr></table>" + head +
                          "<tr><td>乙</td><td>2</td></tr></table><p>完。</p></body></html>";
  const Layout layout = lay_out((*read_bytes(raw, "a.html"))[0]);
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].rows.size(), 2u);
  EXPECT_NE(layout.clean.text.find("类别\t收入\n甲\t1\n乙\t2\n完。"), std::string::npos)
      << layout.clean.text;
}

TEST(Layout, ASentenceGoesOnOverAPageAndItsNumber) {
  std::string raw;
  for (int page = 1; page <= 4; ++page) {
    raw += "第" + std::string(page == 2 ? "二" : "一") +
           "段说明有关部门持续加强网络安全工作，推动各项措施落到实处，取得了阶段性的成效，并且\n\n";
    raw += "- " + std::to_string(page) + " -\n\n";
    raw += "将继续推进下一阶段的各项重点任务。\n\n";
  }
  const Layout layout = lay_out(text(raw));
  EXPECT_EQ(layout.paragraphs.size(), 4u);
  EXPECT_EQ(layout.clean.text.find('-'), std::string::npos);
}

TEST(Layout, WhatCannotEndALineGoesOn) {
  EXPECT_EQ(
      clean(
          "某地通报情况，要求企业落实责任。\n来源：示例信息通信业、示例省通信管理局、\n示例市通信管理局\n"),
      "某地通报情况,要求企业落实责任。\n来源:示例信息通信业、示例省通信管理局、示例市通信管理局\n");
}

TEST(Layout, ATitleWithoutItsEndKeepsNoParagraphOpen) {
  const std::string raw =
      "1. 示例局印发《示例空间行动计划（2024—2028年）\n"
      "3月5日，示例局印发《示例空间行动计划（2024—2028年）》，提出示例目标。\n"
      "2. 示例部发布《示例指南\n"
      "该部发布《示例指南》，给出建议。\n"
      "3. 示例省通报两起案件\n"
      "3月6日，示例省通报，“当事人称“不知情\"。\n"
      "4. 示例市启动“示例\"行动\n"
      "3月7日，示例市启动行动。\n"
      "5. 示例县公布结果\n";
  const Layout layout = lay_out(text(raw));
  ASSERT_GE(layout.paragraphs.size(), 4u);
  EXPECT_EQ(layout.paragraphs[0].span.of(layout.clean.text),
            "1.示例局印发《示例空间行动计划(2024—2028年)");
  EXPECT_EQ(layout.paragraphs.back().span.of(layout.clean.text), "5.示例县公布结果");
  EXPECT_EQ(layout.paragraphs.size(), 9u);
}

TEST(Layout, ABylineIsNoPartOfTheHeadlineAboveIt) {
  const std::string raw =
      "示例热点周报：本周两个示例缺陷得到修复，示例服务与示例系统须更新\n示例安全 CERT 2024-07-08 17:30\n\n"
      "示例资讯\n\n7月5日，示例公司修复两个示例缺陷，建议用户尽快更新。\n\n7月6日，示例公司发布公告。\n";
  const Layout layout = lay_out(text(raw));
  ASSERT_GE(layout.paragraphs.size(), 2u);
  EXPECT_EQ(layout.paragraphs[1].span.of(layout.clean.text), "示例安全CERT 2024-07-08 17:30");
}

TEST(Layout, TheNumberOfAPartStandsAlone) {
  const std::string raw =
      "• 示例公司若干设备出现示例缺陷：因一处示例设置错误所致\n\nPART01\n\n示例情报\n\n"
      "1.示例代码执行缺陷风险通告\n\n11月30日，示例公司监测到缺陷，建议尽快自查。\n";
  const Layout layout = lay_out(text(raw));
  ASSERT_EQ(layout.paragraphs.size(), 5u);
  EXPECT_EQ(layout.paragraphs[1].span.of(layout.clean.text), "PART01");
}

TEST(Layout, AnAddressInALineOfItsOwnEndsThere) {
  const std::string raw =
      "示例公司表示，“名单完整。示例公司仍在核对，结果另行公布。\n\n原文链接：\n\n"
      "https://example.org/news/Abc0Def1Ghi2Jkl3\n\n3.示例名单被错误公开，示例局说明情况\n\n"
      "示例局发表声明。\n";
  const Layout layout = lay_out(text(raw));
  ASSERT_EQ(layout.paragraphs.size(), 5u);
  EXPECT_EQ(layout.paragraphs[3].span.of(layout.clean.text), "3.示例名单被错误公开,示例局说明情况");
}

TEST(Layout, ADropCapitalJoins) {
  EXPECT_EQ(clean("今\n年以来，某公司加快工程建设，取得积极进展。\n"),
            "今年以来,某公司加快工程建设,取得积极进展。\n");
}

TEST(Layout, ContentsAreKeptAside) {
  const Layout layout = lay_out(
      text("目 录\n第一部分 要闻\t1\n1. 甲部门印发办法........2\n2. 乙部门召开关于某某工作的\n"
           "推进会议 ..... 3\n第一部分 要闻\n1. 甲部门印发办法\n5月1日，甲部门印发办法。\n"));
  ASSERT_EQ(layout.contents.size(), 3u);
  EXPECT_EQ(layout.contents[2].text, "2. 乙部门召开关于某某工作的推进会议");
  EXPECT_EQ(layout.contents[2].page, 3);
  EXPECT_EQ(layout.paragraphs.size(), 3u);
}

TEST(Layout, ContentsWithoutPages) {
  const Layout layout = lay_out(text(
      "目录\n甲协会召开理事会\n乙公司上线平台\n\n甲协会召开理事会\n5月1日，甲协会召开理事会。\n"
      "乙公司上线平台\n5月2日，乙公司上线平台。\n"));
  EXPECT_EQ(layout.contents.size(), 2u);
  EXPECT_EQ(layout.paragraphs.size(), 4u);
}

TEST(Layout, ContentsWithoutPagesAndALongHeading) {
  std::string long_heading = "行业观察：";
  for (int i = 0; i < 8; ++i) long_heading += "某协会举办第" + std::to_string(i) + "期培训班、";
  const Layout layout =
      lay_out(text("目录\n要闻\n1. 甲部门印发办法\n" + long_heading +
                   "等\n1. 乙协会召开年会\n\n要闻\n1. "
                   "甲部门印发办法\n5月1日，甲部门印发办法。\n\n" +
                   long_heading + "等\n1. 乙协会召开年会\n5月2日，乙协会召开年会。\n"));
  EXPECT_EQ(layout.contents.size(), 4u);
  EXPECT_EQ(layout.clean.text.find("要闻"), 0u);
}

TEST(Layout, PageNumbersOfContentsThatWereMisread) {
  const Layout layout = lay_out(text(
      "要闻……人\n1.甲部门印发办法……2\n2.乙部门召开会议……71\n3.丙部门发布标准……4\n4.丁市开展检查"
      "……5\n\n5月1日，甲部门印发办法。\n"));
  ASSERT_EQ(layout.contents.size(), 5u);
  EXPECT_EQ(layout.contents[0].text, "要闻");
  EXPECT_EQ(layout.contents[0].page, 0);
  EXPECT_EQ(layout.contents[2].page, 0);
  EXPECT_EQ(layout.contents[4].page, 5);
}

TEST(Layout, TablesInText) {
  const Layout layout =
      lay_out(text("表1 访问量排名\n\n排名 网站 网址\n访问量\n（万次）\n\n1 甲网 www.a.cn 58.4\n2 "
                   "乙网 www.b.cn 30.1\n"
                   "- 7 -\n3 丙网 www.c.cn 2.9\n"));
  ASSERT_EQ(layout.tables.size(), 1u);
  const Table& table = layout.tables[0];
  EXPECT_EQ(table.title, "表1 访问量排名");
  ASSERT_EQ(table.columns.size(), 4u);
  EXPECT_EQ(table.columns[3].text, "访问量（万次）");
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table.rows[2][1].text, "丙网");
}

TEST(Layout, PageNumbers) {
  for (const auto* line : {"-3-", "—12—", "第3页", "第3页共10页", "3/10", "Page3of10", "·3·"}) {
    EXPECT_EQ(page_number(line).form, PageNumber::decorated) << line;
  }
  EXPECT_EQ(page_number("3").form, PageNumber::bare);
  for (const auto* line : {"-3", "3月", "10/3", "", "--", "123456", "(3)", "第3条"}) {
    EXPECT_EQ(page_number(line).form, PageNumber::no) << line;
  }
}

TEST(Layout, RunningHeadsGo) {
  std::string raw;
  for (int page = 1; page <= 5; ++page) {
    raw += "某某动态 2024年第" + std::to_string(page) + "期\n";
    raw += "第" + std::to_string(page) + "段的内容，说明某部门开展某项工作的情况。\n";
    raw += "第 " + std::to_string(page) + " 页 共 5 页\n";
  }
  EXPECT_EQ(lay_out(text(raw)).paragraphs.size(), 5u);
}

TEST(Layout, NothingBreaksIt) {
  for (const std::string& raw :
       {std::string(), std::string("\n\n\n"), std::string("\0\0", 2), std::string("\xff\xfe\x80"),
        std::string(100000, '('), std::string("1\n2\n3\n4\n"), std::string("目录\n目录\n目录\n")}) {
    Source source;
    source.raw = raw;
    for (std::uint32_t at = 0; at <= raw.size();) {
      const auto end = std::min(raw.find('\n', at), raw.size());
      Line line;
      line.span = {at, static_cast<std::uint32_t>(end)};
      source.lines.push_back(line);
      at = static_cast<std::uint32_t>(end) + 1;
    }
    const Layout layout = lay_out(source);
    for (const Paragraph& p : layout.paragraphs) EXPECT_LE(p.span.end, layout.clean.text.size());
  }
}

}  // namespace
}  // namespace guanlan
