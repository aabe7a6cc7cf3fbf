#include "read/html.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "guanlan/source.h"
#include "testing/source_checks.h"

namespace guanlan {
namespace {

using testing::check_source;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::text_of;

Source page(std::string_view html) {
  auto sources = read_bytes(html, "页面.html");
  if (!sources) {
    ADD_FAILURE() << sources.error().message;
    return {};
  }
  check_source(sources->front());
  EXPECT_EQ(sources->front().format, Format::html);
  return std::move(sources->front());
}

// Paragraphs of a 示例 notice, long enough to stand out.
const std::string kBody =
    "<p>"
    "　　依据有关法律法规，示例省通信管理局组织检测机构对应用软件进行检查，发现部分应用存在违规收集"
    "个人信息的问题。</p>"
    "<p>"
    "　　上述应用应在2025年4月3日前完成整改，逾期不整改的，将依法依规予以处置，并适时向社会公布结果"
    "。</p>";
const std::vector<std::string> kBodyLines = {
    "依据有关法律法规，示例省通信管理局组织检测机构对应用软件进行检查，发现部分应用存在违规收集个人"
    "信息的问题。",
    "上述应用应在2025年4月3日前完成整改，逾期不整改的，将依法依规予以处置，并适时向社会公布结果。"};

std::vector<std::string> with_title(std::string title) {
  return {std::move(title), kBodyLines[0], kBodyLines[1]};
}

TEST(Html, ArticleAmongNavigationOfAGovernmentSite) {
  const Source s = page(
      "<html><head><title>关于示例应用的通报_示例省通信管理局</title>"
      "<meta name='PubDate' content='2025-03-21 09:30'></head><body>"
      "<div class='top'><a href='/'>首页</a><a href='/a'>机构设置</a><a "
      "href='/b'>政策法规</a></div>"
      "<div class='crumb'>您当前的位置：<a href='/'>首页</a> &gt; 正文</div>"
      "<div class='left'><h3>栏目导航</h3><ul><li><a href='/1'>通知公告</a><li><a "
      "href='/2'>工作动态</a></ul></div>"
      "<div class='main'><h1>关于示例应用的通报</h1>"
      "<div>发布时间：2025-03-21 09:30　来源：示例省通信管理局　浏览次数：<span>25</span></div>"
      "<div class='TRS_Editor'>" +
      kBody +
      "</div>"
      "<div>【打印】【关闭】</div><p>上一篇：<a href='/p'>关于另一事项的公告</a></p></div>"
      "<div class='footer'>版权所有：示例省通信管理局　京ICP备00000000号</div></body></html>");
  EXPECT_EQ(testing::article_texts(s), with_title("关于示例应用的通报"));
  EXPECT_EQ(s.title, "关于示例应用的通报");
  EXPECT_EQ(s.published, "2025-03-21");
  ASSERT_EQ(s.outlets.size(), 1u);
  EXPECT_EQ(s.outlets[0].of(s.raw), "示例省通信管理局");
  EXPECT_EQ(s.lines[0].role, Role::heading);
  EXPECT_EQ(s.lines[1].role, Role::note);
}

TEST(Html, TheFiguresOfADrawingAreNoText) {
  const Source s = page(
      "<html><body><article><h1>关于示例应用的通报</h1>" + kBody +
      "<figure><svg><text>12</text></svg><details><summary>图表数据</summary><table><tr><td>甲</td>"
      "<td>12</td></tr></table></details></figure></article></body></html>");
  EXPECT_EQ(testing::article_texts(s), with_title("关于示例应用的通报"));
  EXPECT_TRUE(s.tables.empty());
}

TEST(Html, ArticleWithoutAnyNamesInTablesThatArrangeThePage) {
  const Source s = page(
      "<TABLE><TR><TD COLSPAN=2><A HREF=a>首页</A>|<A HREF=b>概况</A>|<A HREF=c>动态</A></TD></TR>"
      "<TR><TD><TABLE><TR><TD><A HREF=d>关于缴纳会费的通知</A></TD></TR><TR><TD><A "
      "HREF=e>会员登记表</A></TABLE></TD>"
      "<TD><TABLE><TR><TD ALIGN=center><FONT SIZE=5><B>某协会发布年度亮点</B></FONT></TD></TR>"
      "<TR><TD>发布时间：2017-1-19 "
      "17:32:05&nbsp;&nbsp;点击数：5&nbsp;&nbsp;责任编辑：某某</TD></TR><TR><TD>" +
      kBody +
      "</TD></TR></TABLE></TD></TR></TABLE><TITLE>某协会发布年度亮点 - 协会动态 - 某协会</TITLE>");
  EXPECT_EQ(testing::article_texts(s), with_title("某协会发布年度亮点"));
  EXPECT_EQ(s.published, "2017-01-19");
  EXPECT_THAT(s.outlets, IsEmpty());
}

TEST(Html, ParagraphsInBoxesOfTheirOwnStayTogether) {
  const Source s = page(
      "<title>示例公众号文章标题</title><div id=page><h1>示例公众号文章标题</h1>"
      "<div id=js_content style='visibility:hidden'><section><span>" +
      kBodyLines[0] + "</span></section><section><p><br></p></section><section>" + kBodyLines[1] +
      "</section><section>来源：示例日报</section></div></div>");
  auto expected = with_title("示例公众号文章标题");
  expected.emplace_back("来源：示例日报");
  EXPECT_EQ(testing::article_texts(s), expected);
}

TEST(Html, TitleThatTheArticleSpellsItselfIsNotRepeated) {
  const Source s = page(
      "<title>示例观察2024年第5期_示例网</title><h1>示例观察2024年第5期</h1><div id=zoom>"
      "<p>示例观察</p><p>SAMPLE OBSERVER</p><p>2024年第5期</p><p>2024年5月15日</p>" +
      kBody + "</div>");
  EXPECT_THAT(testing::article_texts(s),
              ElementsAre("示例观察", "SAMPLE OBSERVER", "2024年第5期", "2024年5月15日",
                          kBodyLines[0], kBodyLines[1]));
  EXPECT_EQ(s.title, "示例观察2024年第5期");
}

TEST(Html, HiddenElementsScriptsAndControlsAreLeftOut) {
  const Source s = page(
      "<style>.hide,#tip{display:none}</style><body><div>" + kBody +
      "<p class='a hide'>看不见一</p><p id=tip>看不见二</p><p style='display : none'>看不见三</p>"
      "<p hidden>看不见四</p><script>document.write('五')</script><noscript>六</noscript>"
      "<select><option>七</select><p>　&nbsp;</p></div>");
  EXPECT_EQ(testing::article_texts(s), kBodyLines);
}

TEST(Html, LinesRolesAndLists) {
  const Source s =
      page("<article>" + kBody +
           "<h2>一、总体要求</h2><ol><li>完善制度<li><p>加强监管</p><p>抓好落实</p></ol>"
           "<ol start=3 type=a><li>丙</ol><ol><li>（一）自带编号</ol><ul><li>圆点</ul>"
           "<p>第一行<br>第二行</p><pre>甲\n乙</pre><p>H<sub>2</sub>O与10<sup>8</"
           "sup>，<ruby>汉<rt>hàn</rt></ruby>字</p></article>");
  ASSERT_EQ(s.lines.size(), 14u);
  EXPECT_EQ(s.lines[2].role, Role::heading);
  EXPECT_EQ(s.lines[2].level, 2);
  EXPECT_EQ(text_of(s, 3), "1. 完善制度");
  EXPECT_EQ(s.lines[3].role, Role::list_item);
  EXPECT_EQ(text_of(s, 4), "2. 加强监管");
  EXPECT_EQ(text_of(s, 5), "抓好落实");
  EXPECT_EQ(text_of(s, 6), "c. 丙");
  EXPECT_EQ(text_of(s, 7), "（一）自带编号");
  EXPECT_EQ(text_of(s, 8), "圆点");
  EXPECT_EQ(text_of(s, 10), "第二行");
  EXPECT_EQ(s.lines[10].role, Role::paragraph);
  EXPECT_EQ(s.lines[11].role, Role::unknown);
  EXPECT_EQ(text_of(s, 13), "H2O与108，汉字");
}

TEST(Html, TablesKeepMergedCells) {
  const Source s = page(
      "<div>" + kBody +
      "<p>表1 应用名单</p><table><tr><th rowspan=2>类别<th colspan=2>问题<br>情况</tr>"
      "<tr><th>收集<th>存储</tr><tr><td>甲<td>1<td>2</tr><tr><td>乙<td>3<td>4</tr></table></div>");
  ASSERT_EQ(s.tables.size(), 1u);
  const SourceTable& t = s.tables[0];
  EXPECT_EQ(t.title, "表1 应用名单");
  EXPECT_EQ(t.title_span.of(s.raw), "表1 应用名单");
  EXPECT_EQ(t.header_rows, 2);
  ASSERT_EQ(t.rows.size(), 4u);
  ASSERT_EQ(t.rows[1].size(), 3u);
  EXPECT_EQ(t.rows[0][1].text, "问题 情况");
  EXPECT_EQ(t.rows[0][2].text, "问题 情况");
  EXPECT_EQ(t.rows[1][0].text, "类别");
  EXPECT_EQ(t.rows[1][0].span, t.rows[0][0].span);
  EXPECT_EQ(t.rows[3][2].text, "4");
  EXPECT_EQ(text_of(s, 4), "\t收集\t存储");
  EXPECT_EQ(s.lines[4].table, 0);
}

TEST(Html, EncodingAndFallbacks) {
  EXPECT_EQ(page("<html><p>短文</p></html>").lines.size(), 1u);
  EXPECT_THAT(page("<html><body></body></html>").warnings, ElementsAre(HasSubstr("没有找到正文")));
  EXPECT_EQ(page("<!DOCTYPE html><p>a&amp;b&#xD800;&nbsp;&copy;</p>").lines.size(), 1u);
}

Error html_refusal(const std::string& html) {
  const auto start = std::chrono::steady_clock::now();
  const auto sources = read_bytes(html, "x.html");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
  return sources ? Error{} : sources.error();
}

std::string times(int n, std::string_view text) {
  std::string out;
  while (n-- > 0) out += text;
  return out;
}

TEST(HtmlBadInput, NestedTooDeeply) {
  for (const char* tag :
       {"<div>", "<b>", "<table><tr><td>", "<ul><li>", "<span class=a>", "<blink>"}) {
    const Error e = html_refusal("<html>" + times(100'000, tag) + "文字");
    EXPECT_EQ(e.code, Code::damaged) << tag;
    EXPECT_FALSE(e.hint.empty()) << tag;
  }
}

TEST(HtmlBadInput, UnclosedParagraphsAndItemsAreNoNesting) {
  const Source s = page("<html><ul>" + times(20'000, "<li>条目<p>文字") + "</ul>");
  EXPECT_EQ(s.lines.size(), 40'000u);
}

TEST(HtmlBadInput, FormattingThatMultiplies) {
  std::string html = "<html>";
  for (int i = 0; i < 900; ++i) html += fmt::format("<font color={}>", i);
  EXPECT_EQ(html_refusal(html + times(200'000, "<p>x")).code, Code::damaged);
}

TEST(HtmlBadInput, BrokenMarkupIsReadAsBrowsersDo) {
  page("<html><p>未闭合 <b>粗体 <a href='x>断");
  page("<table><tr><td colspan=99999999 rowspan=-1>甲<td rowspan=70000>乙<tr><td>丙</table>");
  page("<html>" + times(3000, "</div></p></table>"));
  page("<html><!-- 没有结束的注释 <p>文字");
}

std::string squeezed(const Source& source, bool lists) {
  std::string out;
  for (const Line& line : source.lines) {
    if (line.role == Role::note) continue;  // the byline
    if (line.role == Role::furniture || (!lists && line.role == Role::list_item)) continue;
    out += line.span.of(source.raw);
  }
  std::string words;
  for (const char c : out) {
    if (c != ' ' && c != '\t' && c != '\n') words += c;
  }
  for (const char* blank : {"\u3000", "\u00A0"}) {
    for (auto at = words.find(blank); at != std::string::npos; at = words.find(blank)) {
      words.erase(at, std::string_view(blank).size());
    }
  }
  return words;
}

TEST(HtmlCorpus, NoticeGivesTheSameTextAsTheTextFileInBothEncodings) {
  GUANLAN_NEEDS_SHARED();
  const auto corpus = testing::shared_folder() / "corpus";
  const std::string text = squeezed(read(corpus / "001.txt")->front(), true);
  for (const char* name : {"001.utf8.html", "001.gb18030.html"}) {
    const auto sources = read(corpus / name);
    ASSERT_TRUE(sources.has_value());
    check_source(sources->front());
    EXPECT_EQ(squeezed(sources->front(), true), text) << name;
  }
  EXPECT_EQ(read(corpus / "001.gb18030.html")->front().charset, "GB18030");
}

TEST(HtmlCorpus, MonthlyGivesTheSameItemsAsTheTextFile) {
  GUANLAN_NEEDS_SHARED();
  const auto corpus = testing::shared_folder() / "corpus";
  const std::string text = squeezed(read(corpus / "002.txt")->front(), true);
  const auto sources = read(corpus / "002.html");
  ASSERT_TRUE(sources.has_value());
  const std::string html = squeezed(sources->front(), false);
  const auto from = [](const std::string& s, const char* mark) { return s.substr(s.find(mark)); };
  const auto until = [](const std::string& s, const char* mark) {
    return s.substr(0, s.find(mark));
  };
  EXPECT_EQ(until(html, "目录"), until(text, "目录"));
  const char* lead = "导读：4月";
  const char* end = "网络安全漏洞数据安全网络安全审查";  // adverts after the items
  EXPECT_EQ(until(from(html, lead), "基础性专业性"),
            until(until(from(text, lead), end), "基础性专业性"));
}

}  // namespace
}  // namespace guanlan
