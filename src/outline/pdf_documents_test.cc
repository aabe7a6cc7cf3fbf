// Official documents and newsletters as PDF, drawn line by line: title, paragraphs, signature and
// items come out as they were meant.
#include <gtest/gtest.h>

#include <algorithm>

#include "guanlan/layout.h"
#include "guanlan/outline.h"
#include "testing/pdf_builder.h"
#include "testing/source_checks.h"

namespace guanlan {
namespace {

using testing::PdfBuilder;
using Paragraphs = std::vector<std::string>;

struct Document {
  Source source;
  Layout layout;
  Issue issue;

  explicit Document(const PdfBuilder& pdf) {
    auto sources = read_bytes(pdf.bytes(), "document.pdf");
    if (!sources) {
      ADD_FAILURE() << sources.error().message;
      return;
    }
    source = std::move(sources->front());
    testing::check_source(source);
    layout = lay_out(source);
    issue = outline(layout, source);
  }
  [[nodiscard]] Paragraphs paragraphs() const {
    Paragraphs out;
    for (const Paragraph& p : layout.paragraphs) out.emplace_back(p.span.of(layout.clean.text));
    return out;
  }
  [[nodiscard]] std::string title(std::size_t item) const {
    std::string title(issue.items.at(item).title.of(layout.clean.text));
    std::erase(title, '\n');
    return title;
  }
  [[nodiscard]] std::string body(std::size_t item) const {
    return std::string(issue.items.at(item).body.of(layout.clean.text));
  }
};

// 公文格式 GB/T 9704: red masthead, number, headline in lines of 22 points, text of 16 points with
// indented paragraphs, signature and date at the right, page numbers outside.
PdfBuilder official_document() {
  PdfBuilder pdf;
  pdf.page().text(120, 90, 40, "示例市通信管理局", PdfBuilder::hei);
  pdf.text(220, 180, 16, "示通管〔2024〕17号").rule(79, 210, 521, 210, 1.5F);
  pdf.text(111, 240, 22, "示例市通信管理局关于开展应用软件", PdfBuilder::hei);
  pdf.text(144, 274, 22, "个人信息保护检查工作的通知", PdfBuilder::hei);
  pdf.lines(79, 330, 16, 29, {"各区通信发展办公室，各应用商店："});
  pdf.lines(111, 359, 16, 29, {"为规范应用软件收集使用个人信息的行为，切实保护用户"});
  pdf.lines(79, 388, 16, 29,
            {"合法权益，我局决定开展应用软件个人信息保护检查工作，现", "将有关事项通知如下："});
  pdf.text(111, 446, 16, "一、检查安排", PdfBuilder::hei);
  pdf.lines(111, 475, 16, 29, {"检查工作自即日起至2024年9月30日，共检测应用软件不少"});
  pdf.lines(79, 504, 16, 29, {"于500款。"});
  pdf.text(111, 533, 16, "二、工作要求", PdfBuilder::hei);
  pdf.lines(111, 562, 16, 29, {"各单位应当于2024年7月15日前将联系人报送我局，并对发"});
  pdf.lines(79, 591, 16, 29, {"现的问题限期整改。"}).text(460, 780, 14, "— 1 —");
  pdf.page().text(345, 100, 16, "示例市通信管理局").text(361, 129, 16, "2024年6月18日");
  pdf.text(111, 187, 16, "（此件公开发布）").text(95, 780, 14, "— 2 —");
  return pdf;
}

TEST(PdfDocumentsTest, OfficialDocument) {
  const Document document(official_document());
  ASSERT_EQ(document.issue.items.size(), 1U);
  EXPECT_EQ(document.title(0), "示例市通信管理局关于开展应用软件个人信息保护检查工作的通知");
  const Paragraphs paragraphs = document.paragraphs();
  const auto has = [&](const char* words) {
    return std::find(paragraphs.begin(), paragraphs.end(), words) != paragraphs.end();
  };
  EXPECT_TRUE(has(
      "为规范应用软件收集使用个人信息的行为,切实保护用户合法权益,我局决定开展应用软件个人信息保护"
      "检查工作,现将有关事项通知如下:"));
  EXPECT_TRUE(has("一、检查安排"));
  EXPECT_TRUE(has("检查工作自即日起至2024年9月30日,共检测应用软件不少于500款。"));
  EXPECT_TRUE(has("示例市通信管理局"));
  EXPECT_TRUE(has("2024年6月18日"));
  EXPECT_TRUE(has("(此件公开发布)"));
  EXPECT_EQ(document.issue.date.year, 2024);
  EXPECT_EQ(document.issue.date.day, 18);
}

// A number inside a sentence comes to stand first in its line; the paragraph goes on.
TEST(PdfDocumentsTest, ANumberWithinASentenceBeginsNoParagraph) {
  PdfBuilder pdf;
  pdf.page().text(79, 90, 22, "示例省数据局通报检查结果", PdfBuilder::hei);
  pdf.lines(111, 140, 16, 29, {"检查发现的问题有：（1）没有公开信息收集使用规则；"});
  pdf.lines(79, 169, 16, 29,
            {"（2）没有提供注销账号的入口，用户的投诉也没有在时限内", "得到答复。"});
  pdf.lines(111, 227, 16, 29, {"示例省数据局要求各平台对照问题逐一整改，并在规定期"});
  pdf.lines(79, 256, 16, 29, {"限内报告整改的情况。"});
  const Paragraphs paragraphs = Document(pdf).paragraphs();
  ASSERT_GE(paragraphs.size(), 2U);
  EXPECT_EQ(
      paragraphs[paragraphs.size() - 2],
      "检查发现的问题有:(1)没有公开信息收集使用规则;(2)没有提供注销账号的入口,用户的投诉也没有在时限内得到答复。");
  EXPECT_EQ(paragraphs.back(),
            "示例省数据局要求各平台对照问题逐一整改,并在规定期限内报告整改的情况。");
}

// Two columns under a masthead whose date stands at the right.
TEST(PdfDocumentsTest, NewsletterInTwoColumns) {
  PdfBuilder pdf;
  pdf.page().text(180, 60, 28, "示例数据周报", PdfBuilder::hei);
  pdf.text(210, 110, 10, "2024年第18期（总第96期）示例省协会编");
  pdf.text(440, 110, 10, "2024年5月6日");
  const auto column = [&](float x, float y, const char* headline, const char* first,
                          const std::vector<std::string>& rest) {
    pdf.text(x, y, 13, headline, PdfBuilder::hei).text(x + 20, y + 24, 10, first);
    pdf.lines(x, y + 39, 10, 15, rest);
  };
  const std::vector<std::string> left{
      "责协调推进全省数据基础制度建设，统筹推", "进数据资源整合共享和开发利用工作。有关",
      "负责人表示，将加快构建一体化数据资源体", "系。（来源：示例日报）"};
  const std::vector<std::string> right{
      "发布数据安全评估规范征求意见稿，公开征", "求意见至7月15日。规范提出风险识别、测",
      "试评估、持续监测等要求，适用于重要数据", "处理者。（来源：示例网）"};
  column(60, 150, "1. 示例省数据局揭牌", "4月29日，示例省数据局揭牌，该局负", left);
  column(60, 270, "2. 示例市推进试点", "4月30日，示例省数据局揭牌，该局负", left);
  column(310, 150, "3. 示例部发布规范", "5月2日，示例部有关司局会同各单位", right);
  column(310, 270, "4. 示例区开展检查", "5月3日，示例部有关司局会同各单位", right);
  const Document document(pdf);
  ASSERT_EQ(document.issue.items.size(), 4U);
  EXPECT_EQ(document.title(2), "示例部发布规范");
  EXPECT_EQ(
      document.body(0),
      "4月29日,示例省数据局揭牌,该局负责协调推进全省数据基础制度建设,统筹推进数据资源整合共享和"
      "开发利用工作。有关负责人表示,将加快构建一体化数据资源体系。");
  EXPECT_EQ(document.issue.date.day, 6);
}

// Reports without a number or a source: only the bookmarks tell headlines from （1） in a report,
// and a report in a part without sections stands one level higher than one in a section.
TEST(PdfDocuments, AnIssueIsReadByItsBookmarks) {
  PdfBuilder pdf;
  pdf.page().text(200, 80, 26, "示例通讯", PdfBuilder::hei).text(220, 130, 12, "2024年第5期");
  float y = 180;
  const auto head = [&](const char* words, float size, int level) {
    pdf.bookmark(words, level).text(79, y, size, words, PdfBuilder::hei);
    y += 28;
  };
  const auto text = [&](const char* words) {
    pdf.text(103, y, 12, words);
    y += 20;
  };
  head("要闻", 18, 1);
  head("示例协会召开理事会", 14, 2);
  text("（1）理事会审议了两项议题。");
  text("（2）理事会通过了工作报告。");
  head("示例平台上线", 14, 2);
  text("平台今年建成。");
  head("地方动态", 18, 1);
  head("示例省", 16, 2);
  head("示例省开展检查", 14, 3);
  text("检查分三步进行。");
  const Document read(pdf);
  ASSERT_EQ(read.issue.items.size(), 3u);
  EXPECT_EQ(read.title(0), "示例协会召开理事会");
  EXPECT_EQ(read.title(1), "示例平台上线");
  EXPECT_EQ(read.title(2), "示例省开展检查");
  EXPECT_EQ(read.body(1), "平台今年建成。");
  EXPECT_EQ(path(read.issue, read.issue.items[2]), (Paragraphs{"地方动态", "示例省"}));
}

}  // namespace
}  // namespace guanlan
