#include "guanlan/notice_text.h"
#include "guanlan/outline.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "testing/golden.h"
#include "testing/variants.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

struct Read {
  Source source;
  Layout layout;
  Issue issue;
};

Read read_text(const std::string& raw) {
  Read r;
  auto sources = read_bytes(raw, "a.txt");
  if (sources && !sources->empty()) r.source = std::move(sources->front());
  r.layout = lay_out(r.source);
  r.issue = outline(r.layout, r.source);
  return r;
}

std::string bare(std::string text) {
  std::erase(text, '\n');
  std::erase(text, '\t');
  return text;
}

// The first and the last characters of a text.
std::string ends(const std::string& text) {
  constexpr std::size_t kChars = 14;
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < text.size(); i += utf8::decode(text, i).size) at.push_back(i);
  if (at.size() <= 2 * kChars + 2) return text;
  return text.substr(0, at[kChars]) + " … " + text.substr(at[at.size() - kChars]);
}

std::string surface(const Read& r, Span span) {
  return bare(r.layout.clean.surface(span, r.source.raw));
}

std::string describe(const Read& r) {
  const Issue& issue = r.issue;
  std::string out;
  if (!issue.masthead.name.empty()) {
    out += "masthead: " + issue.masthead.name + " | " + issue.masthead.issue + " | " +
           issue.masthead.running_number + "\n";
  }
  for (const auto& [label, body] : issue.masthead.bodies) out += label + ": " + body + "\n";
  for (const Person& p : issue.masthead.people) {
    out += p.role + ": " + p.name + (p.office.empty() ? "" : ", " + p.office) + "\n";
  }
  out += "date: " + std::to_string(issue.date.year) + "-" + std::to_string(issue.date.month) + "-" +
         std::to_string(issue.date.day) + " (" + issue.date.reason + ")\n";
  for (const Part& p : issue.parts) {
    if (p.lead) out += "lead of " + p.path_text + ": " + ends(surface(r, *p.lead)) + "\n";
    for (const Span k : p.keywords)
      out += "keywords of " + p.path_text + ": " + surface(r, k) + "\n";
  }
  std::vector<std::string> before;
  for (const Item& item : issue.items) {
    if (const auto now = path(issue, item); now != before) {
      out += "#";
      for (const std::string& heading : now) out += " " + heading + " >";
      out += "\n";
      before = now;
    }
    out += std::to_string(item.n) + ". [" + item.number + "] " + surface(r, item.title) + "\n";
    out += "   " + ends(surface(r, text_of(r.layout, r.issue, item))) + "\n";
    if (!item.sources.empty()) {
      out += "   sources:";
      for (const Span s : item.sources) out += " " + surface(r, s) + ";";
      out += "\n";
    }
    for (const SubReport& part : item.parts) {
      out += "   (" + part.number + ") " + surface(r, part.title) + ": " +
             ends(surface(r, part.body)) + "\n";
    }
  }
  return out;
}

// What must not change with the typesetting.
std::string essence(const Read& r) {
  std::string out;
  const auto print = [&](Span s) {
    std::string clean(s.of(r.layout.clean.text));
    std::erase(clean, '\n');
    std::erase(clean, '\t');
    std::erase(clean, ' ');
    return clean;
  };
  for (const Item& item : r.issue.items) {
    for (std::int32_t p = item.part; p >= 0;
         p = r.issue.parts[static_cast<std::size_t>(p)].parent) {
      out += print(r.issue.parts[static_cast<std::size_t>(p)].heading) + " < ";
    }
    out += item.number + "|" + print(item.title) + "|" + print(item.body);
    for (const Span s : item.sources) out += "|" + print(s);
    out += "\n";
  }
  return out;
}

// 2. … 3.9国… 4. …: a headline that begins with a count, not a decimal.
TEST(Outline, CountsOverHeadlinesThatLookLikeDecimals) {
  const Read r = read_text(
      "示例网络安全月报\n2024年3月\n一、政策法规\n1.1部门发布示例通知\n"
      "某部门近日发布示例通知，要求加强管理。（来源：示例网）\n2.某公司发生示例事件\n"
      "某公司近日发生示例事件，正在调查。（来源：示例网）\n3.9国联合发布示例指南\n"
      "九国近日联合发布示例指南，流量增长2.5亿。（来源：示例网）\n4.某地开展示例检查\n"
      "某地近日开展示例检查，发现问题。（来源：示例网）\n");
  std::vector<std::string> numbers;
  for (const Item& item : r.issue.items) numbers.push_back(item.number);
  EXPECT_EQ(numbers, (std::vector<std::string>{"1", "2", "3", "4"}));
}

TEST(Outline, Golden) {
  testing::check_golden("outline", [](const std::string& input) {
    return std::optional(describe(read_text(input)));
  });
}

Read read_as(const std::string& bytes, const char* name) {
  Read r;
  auto sources = read_bytes(bytes, name);
  if (sources && !sources->empty()) r.source = std::move(sources->front());
  r.layout = lay_out(r.source);
  r.issue = outline(r.layout, r.source);
  return r;
}

// A report that opens with its day in full tells what lies behind it; one that opens with a day
// without a year is told after what it dates in full.
TEST(Outline, TheYearOfAnOpenDay) {
  const auto date = [](const std::string& body) {
    const IssueDate d =
        read_as("示例局介绍有关情况\n\n" + body + "请社会各界予以关注，维护群众合法权益。\n",
                "a.txt")
            .issue.date;
    return std::tuple(d.year, d.month, d.day);
  };
  EXPECT_EQ(date("2024年4月20日，示例局介绍了有关情况。2月28日，约谈该公司。"),
            std::tuple(2024, 4, 20));
  EXPECT_EQ(date("2023年12月28日，示例警方接到报案。1月5日，抓获嫌疑人。"), std::tuple(2024, 1, 5));
  EXPECT_EQ(date("2月28日，示例局介绍了有关情况。2023年4月20日，约谈该公司。"),
            std::tuple(2024, 2, 28));
}

std::vector<std::string> titles(const Read& r) {
  std::vector<std::string> out;
  for (const Item& item : r.issue.items) out.push_back(surface(r, item.title));
  return out;
}

// Nothing but the levels of its headings tells where a report of this issue ends.
TEST(Outline, LevelsAreTheOutlineOfAnIssueWithoutSourceMarks) {
  const std::string issue =
      "---\ntitle: 示例通讯\nissue: 2024年第5期\ndate: 2024-05-15\n---\n\n# 要闻\n\n**导读**：本期要闻两条。\n\n"
      "### 1. 示例协会召开理事会\n\n会议审议了两项议题。\n\n（一）年度工作\n\n会议通过了工作报告。\n\n"
      "### 2. 示例平台上线\n\n平台分三期建设\n\n一是建设门户。\n\n# 统计\n\n## （一）示例省\n\n"
      "### 1. 网站数量（因系统升级，暂不提供）\n\n### 2. 用户数量\n\n用户数量为12万户。\n\n"
      "### 3. 终端数量\n\n终端数量为3万台。\n\n### 4. 流量\n\n流量增长一成。\n\n"
      "### 5. 收入\n\n收入增长一成。\n\n### 6. 投诉\n\n投诉下降一成。\n\n### 7. 专利\n\n专利增长一成。\n\n"
      "### 8. 标准\n\n发布标准三项。\n";
  const Read r = read_as(issue, "a.md");
  EXPECT_EQ(titles(r), (std::vector<std::string>{
                           "示例协会召开理事会", "示例平台上线", "网站数量（因系统升级，暂不提供）",
                           "用户数量", "终端数量", "流量", "收入", "投诉", "专利", "标准"}));
  EXPECT_EQ(path(r.issue, r.issue.items[2]), (std::vector<std::string>{"统计", "（一）示例省"}));
  EXPECT_EQ(r.issue.date.month, 5);
  // An article with sections is no issue, whatever its levels.
  const Read article = read_as(
      "# 示例协会年度报告\n\n一年来的工作如下。\n\n## 主要工作\n\n做了几件事。\n\n### 会员服务\n\n服务会员。\n\n"
      "### 行业自律\n\n签署公约。\n",
      "b.md");
  EXPECT_EQ(article.issue.items.size(), 1u);
}

TEST(Outline, AWebPageSaysWhichIssueItIs) {
  const Read r = read_as(
      "<!DOCTYPE html><html><head><title>示例通讯 2024年第5期</title><script type=\"application/ld+json\">"
      "{\"@context\":\"https://schema.org\",\"@type\":\"PublicationIssue\",\"issueNumber\":\"2024年第5期\","
      "\"datePublished\":\"2024-05-15\",\"isPartOf\":{\"@type\":\"Periodical\",\"name\":\"示例通讯\"}}</script>"
      "</head><body><header><p>示例通讯</p><p>EXAMPLE</p><p>2024年第5期</p></header><main><h1>要闻</h1>"
      "<article><h2>示例协会召开理事会</h2><p>会议审议了两项议题，并讨论了下一步的工作安排。</p><p>会议通过了工作报告。</p></article>"
      "<article><h2>示例平台上线</h2><p>平台分三期建设，今年建成门户，明年开通服务。</p></article></main></body></html>",
      "a.html");
  EXPECT_EQ(titles(r), (std::vector<std::string>{"示例协会召开理事会", "示例平台上线"}));
  EXPECT_EQ(r.issue.masthead.name, "示例通讯");
  EXPECT_EQ(r.issue.masthead.issue, "2024年第5期");
  EXPECT_EQ(r.issue.date.day, 15);
}

// Invented sentences of many lengths.
std::string sentence(std::uint32_t& seed) {
  constexpr const char* kWords[] = {
      "网络安全", "数据", "治理", "部门", "依法", "推动", "平台",   "开展", "专项", "检查",
      "个人信息", "保护", "制度", "企业", "落实", "责任", "24个月", "IPv6", "有关", "单位"};
  const auto next = [&](std::uint32_t n) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 16) % n;
  };
  std::string out;
  const std::uint32_t clauses = 1 + next(4);
  for (std::uint32_t c = 0; c < clauses; ++c) {
    if (c > 0) out += "，";
    for (std::uint32_t w = 0, n = 3 + next(6); w < n; ++w) out += kWords[next(20)];
  }
  return out + "。";
}

std::string monthly(std::uint32_t seed, bool marks) {
  std::string out = "示例治理月刊\n2024年5月第5期（总第10期）\n主办单位：示例研究中心\n";
  const char* parts[] = {"境内观察：政策立法", "境内观察：治理实践", "境外观察：速览"};
  for (int p = 0; p < 3; ++p) {
    out += std::string(parts[p]) + "\n导读：4月，" + sentence(seed) + "\n关键词：数据、治理\n";
    for (int s = 0; s < 2; ++s) {
      out += s == 0 ? "（一）部委层面\n" : "（二）地方层面\n";
      for (int i = 1; i <= 4; ++i) {
        out +=
            std::to_string(i) + ". 第" + std::to_string(p * 8 + s * 4 + i) + "部门印发示例办法\n";
        out += "4月" + std::to_string(i + 1) + "日，某部门印发示例办法，" + sentence(seed) + "\n";
        for (std::uint32_t k = seed % 3; k > 0; --k)
          out += "办法规定，" + sentence(seed) + sentence(seed) + "\n";
        if (marks) {
          out.pop_back();
          out += "（来源：示例网）\n";
        }
      }
    }
  }
  return out;
}

TEST(Outline, StaysTheSameHoweverItIsSet) {
  for (const bool marks : {true, false}) {
    for (std::uint32_t seed = 1; seed <= (marks ? 12 : 7); ++seed) {
      const std::string raw = monthly(seed, marks);
      const Read plain = read_text(raw);
      ASSERT_EQ(plain.issue.items.size(), 24u) << describe(plain);
      const std::string want = essence(plain);
      EXPECT_EQ(want, essence(read_text(testing::crlf(raw))));
      EXPECT_EQ(want, essence(read_text(testing::half_width(raw)))) << "half width";
      for (const std::size_t width : {60u, 68u, 78u}) {
        const std::string wrapped = testing::rewrap(raw, width);
        EXPECT_EQ(want, essence(read_text(wrapped))) << "seed " << seed << " width " << width;
        EXPECT_EQ(want, essence(read_text(testing::paginate(wrapped, 30))))
            << "seed " << seed << " paged at width " << width;
      }
    }
  }
}

TEST(Outline, ASiteHeadingAboveTheTitleIsNoPartOfIt) {
  const Read r = read_text(
      "新闻中心\n公司动态\n王某当选示例网络空间协会副理事长\n\n2023年12月2日，示例网络空间协会在示例市举行会员代表大会，选举产生新一届理事会。\n");
  ASSERT_EQ(r.issue.items.size(), 1u);
  EXPECT_EQ(surface(r, r.issue.items[0].title), "王某当选示例网络空间协会副理事长");
}

TEST(Outline, ASubjectApartOpensAPartBehindPlainSections) {
  std::string raw = "示例治理月刊\n2024年5月第5期\n主办单位：示例研究中心\n\n";
  int day = 1;
  const auto section = [&](const std::string& headings) {
    raw += headings;
    for (int i = 1; i <= 2; ++i, ++day) {
      raw += std::to_string(i) + ". 某部门印发第" + std::to_string(day) + "号示例办法\n";
      raw += "4月" + std::to_string(day) +
             "日，某部门印发示例办法，对有关示例事项作出规定，自公布之日起施行。（来源：示例网）\n";
    }
  };
  section("执法动态\n网信部门\n");
  section("公安机关\n");
  section("域外观察\n");
  const Read r = read_text(raw);
  ASSERT_EQ(r.issue.items.size(), 6u);
  EXPECT_EQ(path(r.issue, r.issue.items[2]), (std::vector<std::string>{"执法动态", "公安机关"}));
  EXPECT_EQ(path(r.issue, r.issue.items[4]), (std::vector<std::string>{"域外观察"}));
}

TEST(Outline, ANumberedListDatedAlikeBehindAPlainLineIsAnotherPart) {
  const std::string raw =
      "示例安全周报：示例组织利用示例缺陷\n2024-10-28 17:06\n\n安全资讯导视\n• 示例国政府发布首份关于示例人工智能的备忘录\n\nPART01\n\n安全事件\n\n"
      "1.示例市两公司泄露数据被罚\n\n10月23日示例网消息，示例市网信办对两家公司作出行政处罚。\n\n"
      "原文链接：\n\nhttps://example.org/a\n\n"
      "2.示例医院系统遭勒索攻击\n\n10月24日示例报消息，示例医院系统遭到攻击，部分服务中断。\n\n"
      "原文链接：\n\nhttps://example.org/b\n\n"
      "PART02\n\n政策法规\n\n"
      "1.示例部印发《示例管理办法》\n\n10月25日，示例部印发《示例管理办法》，自明年起施行。\n\n"
      "2.示例局发布《示例指南》\n\n10月26日，示例局发布《示例指南》，给出了建议。\n\n"
      "原文链接：https://example.org/d\n\n"
      "行业动态\n\n1.示例公司发布示例产品\n\n10月27日，示例公司发布示例产品，用于示例场景。\n\n"
      "原文链接：\n\nhttps://example.org/e\n\n往期精彩推荐\n\n示例通告\n";
  const Read r = read_text(raw);
  ASSERT_EQ(r.issue.items.size(), 5u);
  EXPECT_EQ(path(r.issue, r.issue.items[0]), (std::vector<std::string>{"安全事件"}));
  EXPECT_EQ(path(r.issue, r.issue.items[4]), (std::vector<std::string>{"行业动态"}));
  EXPECT_EQ(path(r.issue, r.issue.items[2]), (std::vector<std::string>{"政策法规"}));
  EXPECT_EQ(surface(r, r.issue.items[4].body), "10月27日，示例公司发布示例产品，用于示例场景。");
  EXPECT_EQ(surface(r, r.issue.items[1].body),
            "10月24日示例报消息，示例医院系统遭到攻击，部分服务中断。");
  EXPECT_EQ(surface(r, r.issue.items[3].body), "10月26日，示例局发布《示例指南》，给出了建议。");
}

TEST(Outline, TheLastLineOfAMastheadIsNoPart) {
  const Read r = read_text(
      "示例数据动态\n2025年第4期（总第40期）\n2025年5月6日\n主办：示例市网络安全协会\n目 录\n"
      "一、政策法规............1\n1. 示例部印发示例办法............1\n2. 示例局发布示例指南............1\n\n"
      "一、政策法规\n1. 示例部印发示例办法\n4月11日，示例部印发示例办法，对示例事项作出规定。\n"
      "2. 示例局发布示例指南\n4月12日，示例局发布示例指南，给出了示例建议。\n");
  ASSERT_EQ(r.issue.items.size(), 2u);
  EXPECT_EQ(path(r.issue, r.issue.items[0]), (std::vector<std::string>{"一、政策法规"}));
}

// 一、…案 | 二、…案 are sub-reports whatever the headline announces; 一、总体要求 is not.
TEST(Outline, NumberedCasesOfANoticeAreItsParts) {
  const auto parts = [](const char* first, const char* second) {
    const Read r = read_text(
        "示例省公安厅公布5起典型案例\n\n2024年4月12日，示例省公安厅公布典型案例。\n\n一、" +
        std::string(first) + "\n2024年3月10日，示例市公安局查处此案。\n\n二、" + second +
        "\n2024年1月9日，示例县公安局立案侦查。\n");
    return r.issue.items.at(0).parts.size();
  };
  EXPECT_EQ(parts("示例市查处李某编造谣言案", "示例县侦破王某等人诈骗案"), 2u);
  EXPECT_EQ(parts("总体要求", "示例县侦破王某等人诈骗案"), 0u);
  EXPECT_EQ(parts("总体要求", "工作安排"), 0u);
}

TEST(Outline, WhatHasComeAboutByADayIsPast) {
  const Read r = read_text(
      "示例服务完成备案\n记者4月8日从示例市网信办获悉，截至2025年3月31日，已有46款示例服务完成备案。\n");
  EXPECT_EQ(r.issue.date.year, 2025);
}

TEST(Outline, SpansReproduceTheWording) {
  const Read r = read_text(testing::rewrap(monthly(3, true), 56));
  for (const Item& item : r.issue.items) {
    for (const Span s : {item.title, item.body}) {
      const std::string raw =
          r.source.raw.substr(r.layout.clean.raw(s).begin, r.layout.clean.raw(s).size());
      std::string a, b;
      for (const char c : raw)
        if (c != '\n' && c != ' ') a += c;
      for (const char c : r.layout.clean.surface(s, r.source.raw))
        if (c != '\n' && c != ' ') b += c;
      EXPECT_EQ(a, b);
    }
  }
}

TEST(Outline, LargeTextsTakeLinearTime) {
  std::string big;
  for (std::uint32_t seed = 1; big.size() < 4'000'000; ++seed) big += monthly(seed, seed % 2 == 0);
  EXPECT_GE(read_text(big).issue.items.size(), 1000u);
  EXPECT_EQ(read_text(std::string(3'000'000, 'a')).issue.items.size(), 1u);
  std::string lines;
  for (int i = 0; i < 200'000; ++i) lines += "1. 标题\n正文一句。\n";
  EXPECT_FALSE(read_text(lines).issue.items.empty());
}

}  // namespace
}  // namespace guanlan
