// Findings in Word documents: comments at the place, fixes as tracked changes, and nothing else.
#include <gtest/gtest.h>

#include "guanlan/check_report.h"
#include "read/zip.h"
#include "testing/check_run.h"
#include "testing/docx_builder.h"

namespace guanlan {
namespace {

using testing::DocxBuilder;

// A Word document with its findings, as the editor gets it.
struct Proof {
  std::string bytes;  // of the annotated document
  Report report;      // of the original

  [[nodiscard]] std::string part(const char* name) const {
    const auto members = unzip(bytes, [](std::string_view) { return true; });
    return members && members->contains(name) ? members->at(name) : std::string();
  }
  // What is found once all changes are accepted: the reader reads them so.
  [[nodiscard]] Report accepted() const { return check(testing::document_of(bytes, "示例.docx")); }
};

Proof proof_of(const std::string& bytes, std::string_view name) {
  const Document document = testing::document_of(bytes, name);
  Proof out{{}, check(document)};
  auto docx = report_docx({&document, out.report}, bytes, ReportLanguage::zh);
  EXPECT_TRUE(docx) << docx.error().message;
  if (docx) out.bytes = std::move(*docx);
  return out;
}

std::size_t count(std::string_view text, std::string_view word) {
  std::size_t n = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    ++n;
  return n;
}

const std::string kTitle = DocxBuilder::paragraph("示例局发布示例通报");

TEST(ReportDocx, CommentsAndChangesStandAtTheWords) {
  const Proof proof =
      proof_of(DocxBuilder()
                   .body(kTitle + "<w:p>" + DocxBuilder::run("2024年4月2日，示例局布") +
                         DocxBuilder::run("署专项工作，要求整改。", "<w:b/>") + "</w:p>")
                   .str(),
               "示例.docx");
  ASSERT_TRUE(testing::has(proof.report, "word.confusable"));
  EXPECT_FALSE(testing::has(proof.accepted(), "word.confusable"));
  const std::string body = proof.part("word/document.xml");
  EXPECT_EQ(count(body, "<w:commentRangeStart "), proof.report.findings.size());
  EXPECT_EQ(count(body, "<w:commentReference "), proof.report.findings.size());
  EXPECT_NE(body.find("<w:delText xml:space=\"preserve\">布</w:delText>"), std::string::npos)
      << body;
  EXPECT_NE(body.find("<w:t xml:space=\"preserve\">部</w:t>"), std::string::npos) << body;
  EXPECT_EQ(count(body, "<w:b/>"), 2u) << "the bold run is split where the comment ends";
  EXPECT_NE(proof.part("word/comments.xml").find("改为：部署"), std::string::npos);
  EXPECT_NE(proof.part("[Content_Types].xml").find("/word/comments.xml"), std::string::npos);
  EXPECT_NE(proof.part("word/_rels/document.xml.rels").find("comments.xml"), std::string::npos);
}

TEST(ReportDocx, ReachesWordsInTablesAndContentControls) {
  const Proof proof =
      proof_of(DocxBuilder()
                   .body(kTitle + "<w:sdt><w:sdtContent>" +
                         DocxBuilder::paragraph("2024年4月2日，示例局布署专项工作。") +
                         "</w:sdtContent></w:sdt><w:tbl><w:tr>" + DocxBuilder::cell("项目") +
                         DocxBuilder::cell("说明") + "</w:tr><w:tr>" + DocxBuilder::cell("一") +
                         DocxBuilder::cell("布署情况") + "</w:tr></w:tbl>")
                   .str(),
               "示例.docx");
  ASSERT_EQ(count(proof.part("word/document.xml"), "<w:del "), 2u);
  EXPECT_FALSE(testing::has(proof.accepted(), "word.confusable"));
}

TEST(ReportDocx, GoesOnWithCommentsThatAreThere) {
  const std::string old =
      "<w:comments " + std::string(DocxBuilder::kSpace) +
      "><w:comment w:id='7' w:author='编辑'><w:p><w:r><w:t>请核</w:t></w:r></w:p></w:comment></w:comments>";
  const Proof proof =
      proof_of(DocxBuilder()
                   .body(kTitle + DocxBuilder::paragraph("2024年4月2日，示例局布署专项工作。"))
                   .part("comments.xml", "comments", old)
                   .str(),
               "示例.docx");
  const std::string comments = proof.part("word/comments.xml");
  EXPECT_NE(comments.find("请核"), std::string::npos);
  EXPECT_NE(comments.find("w:id=\"8\""), std::string::npos) << comments;
}

TEST(ReportDocx, IsMadeOfAnyFormat) {
  const Proof proof =
      proof_of(testing::notice("2024年4月2日，示例局布署专项工作 <b>&amp;。"), "示例.txt");
  EXPECT_FALSE(testing::has(proof.accepted(), "word.confusable"));
  EXPECT_NE(proof.part("word/document.xml").find("&lt;b&gt;&amp;amp;"), std::string::npos)
      << "text of the document is text";
}

TEST(ReportDocx, TheSameFindingsGiveTheSameBytes) {
  const std::string bytes =
      DocxBuilder().body(kTitle + DocxBuilder::paragraph("4月31日，示例局布署专项工作。")).str();
  EXPECT_EQ(proof_of(bytes, "示例.docx").bytes, proof_of(bytes, "示例.docx").bytes);
}

TEST(ReportDocx, TheRestOfTheDocumentIsKept) {
  const Proof proof = proof_of(
      DocxBuilder()
          .body(kTitle + DocxBuilder::paragraph("2024年4月2日，示例局布署专项工作。"))
          .part("header1.xml", "header", "<w:hdr " + std::string(DocxBuilder::kSpace) + "/>")
          .str(),
      "示例.docx");
  EXPECT_FALSE(proof.part("word/header1.xml").empty());
}

}  // namespace
}  // namespace guanlan
