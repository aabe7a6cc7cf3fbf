#include "read/docx.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/docx_builder.h"
#include "testing/source_checks.h"

namespace guanlan {
namespace {

using testing::check_source;
using testing::DocxBuilder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::text_of;

Source document(const DocxBuilder& builder) {
  auto sources = read_bytes(builder.str(), "示例.docx");
  if (!sources) {
    ADD_FAILURE() << sources.error().message << " " << sources.error().place;
    return {};
  }
  check_source(sources->front());
  EXPECT_EQ(sources->front().format, Format::docx);
  return std::move(sources->front());
}

std::string p(const std::string& text, const std::string& properties = "") {
  return DocxBuilder::paragraph(text, properties);
}
std::string run(const std::string& text, const std::string& properties = "") {
  return DocxBuilder::run(text, properties);
}
std::string cell(const std::string& text, const std::string& properties = "") {
  return DocxBuilder::cell(text, properties);
}

std::string style(const std::string& id) { return "<w:pStyle w:val='" + id + "'/>"; }

TEST(Docx, HeadingsByStyleNameAndByOutlineLevelOfTheBase) {
  DocxBuilder b;
  b.styles(
      "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='x'><w:name w:val='节'/><w:basedOn "
      "w:val='y'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='y'><w:name w:val='母'/><w:basedOn w:val='x'/>"
      "<w:pPr><w:outlineLvl w:val='2'/></w:pPr><w:rPr><w:b/><w:sz w:val='30'/></w:rPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='c'><w:name w:val='caption'/></w:style>");
  b.body(p("第一章", style("1")) + p("某节", style("x")) + p("正文。") + p("图1 示例", style("c")) +
         p("直接指定", "<w:outlineLvl w:val='0'/>") +
         p("不是标题", style("x") + "<w:outlineLvl w:val='9'/>"));
  const Source s = document(b);
  ASSERT_EQ(s.lines.size(), 6u);
  EXPECT_EQ(s.lines[0].level, 1);
  EXPECT_EQ(s.lines[1].role, Role::heading);
  EXPECT_EQ(s.lines[1].level, 3);
  EXPECT_TRUE(s.lines[1].bold);
  EXPECT_EQ(s.lines[1].font_size, 15);
  EXPECT_EQ(s.lines[2].role, Role::paragraph);
  EXPECT_EQ(s.lines[3].role, Role::caption);
  EXPECT_EQ(s.lines[4].level, 1);
  EXPECT_EQ(s.lines[5].role, Role::paragraph);
}

std::string level(int i, const std::string& format, const std::string& text,
                  const std::string& more = "") {
  return "<w:lvl w:ilvl='" + std::to_string(i) + "'><w:start w:val='1'/><w:numFmt w:val='" +
         format + "'/><w:lvlText w:val='" + text + "'/>" + more + "</w:lvl>";
}
std::string item(const std::string& text, int num, int lvl) {
  return p(text, "<w:numPr><w:ilvl w:val='" + std::to_string(lvl) + "'/><w:numId w:val='" +
                     std::to_string(num) + "'/></w:numPr>");
}

TEST(Docx, NumbersAreGeneratedAsWordPrintsThem) {
  DocxBuilder b;
  const std::string nothing = "<w:suff w:val='nothing'/>";
  b.numbering("<w:abstractNum w:abstractNumId='0'>" + level(0, "chineseCounting", "%1、", nothing) +
              level(1, "chineseCountingThousand", "（%2）", nothing) + level(2, "decimal", "%3.") +
              level(3, "decimal", "%3.%4", "<w:isLgl/>") +
              "</w:abstractNum>"
              "<w:abstractNum w:abstractNumId='1'>" +
              level(0, "bullet", "•") +
              "</w:abstractNum>"
              "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
              "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"
              "<w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>"
              "<w:startOverride w:val='5'/></w:lvlOverride></w:num>");
  b.body(item("总则", 1, 0) + item("范围", 1, 1) + item("甲", 1, 2) + item("乙", 1, 2) +
         item("丁", 1, 3) + item("原则", 1, 1) + item("丙", 1, 2) + item("附则", 1, 0) +
         item("范围", 1, 1) + item("圆点", 2, 0) + item("重来", 3, 0) + item("无此表", 9, 0));
  const Source s = document(b);
  EXPECT_THAT(testing::texts(s),
              ElementsAre("一、总则", "（一）范围", "1. 甲", "2. 乙", "2.1 丁", "（二）原则",
                          "1. 丙", "二、附则", "（一）范围", "圆点", "五、重来", "无此表"));
  EXPECT_EQ(s.lines[0].role, Role::list_item);
  EXPECT_EQ(s.lines[9].role, Role::list_item);
  EXPECT_EQ(s.lines[11].role, Role::paragraph);
}

TEST(Docx, FieldsTrackedChangesHiddenTextAndBreaks) {
  const auto field = [](const char* type) {
    return "<w:r><w:fldChar w:fldCharType='" + std::string(type) + "'/></w:r>";
  };
  DocxBuilder b;
  b.body("<w:p><w:hyperlink>" + run("第一章 总则") + "<w:r><w:tab/></w:r>" + field("begin") +
         "<w:r><w:instrText> PAGEREF _Toc1 \\h </w:instrText></w:r>" + field("separate") +
         run("12") + field("end") + "</w:hyperlink></w:p>");
  b.body("<w:p>" + run("原") + "<w:del>" + "<w:r><w:delText>删</w:delText></w:r></w:del><w:ins>" +
         run("增") + "</w:ins>" + run("隐", "<w:vanish/>") + "<w:moveFrom>" + run("移走") +
         "</w:moveFrom>" + run(" 尾", "<w:b w:val='0'/>") + "</w:p>");
  b.body("<w:p>" + run("上行") + "<w:r><w:br/></w:r>" + run("　　下行") +
         "<w:r><w:br w:type='page'/></w:r>" + run("次页") + "</w:p>");
  b.body("<w:p><w:r><w:ruby><w:rt>" + run("guān") + "</w:rt><w:rubyBase>" + run("观") +
         "</w:rubyBase></w:ruby>" +
         "</w:r><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r></w:p>");
  const Source s = document(b);
  EXPECT_THAT(testing::texts(s),
              ElementsAre("第一章 总则\t12", "原增 尾", "上行", "下行", "次页", "观a-b"));
  EXPECT_EQ(s.lines[3].page, 1);
  EXPECT_EQ(s.lines[4].page, 2);
  EXPECT_EQ(s.pages, 2);
}

TEST(Docx, RenderedPageBreaksCountAloneWhereThereAreAny) {
  DocxBuilder b;
  b.body(
      "<w:p>" + run("一") +
      "<w:r><w:br "
      "w:type='page'/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>二</w:t></w:r></w:p>");
  EXPECT_EQ(document(b).pages, 2);
}

TEST(Docx, TablesWithMergedAndNestedCells) {
  const std::string borders =
      "<w:tblPr><w:tblBorders><w:top w:val='single'/></w:tblBorders></w:tblPr>";
  DocxBuilder b;
  b.body(p("表1 名单") + "<w:tbl>" + borders + "<w:tr><w:trPr><w:tblHeader/></w:trPr>" +
         cell("类别", "<w:vMerge w:val='restart'/>") + cell("情况", "<w:gridSpan w:val='2'/>") +
         "</w:tr>" + "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("", "<w:vMerge/>") +
         cell("甲") + cell("乙") + "</w:tr>" + "<w:tr>" + cell("1") + "<w:tc><w:tbl><w:tr>" +
         cell("内") + cell("嵌") + "</w:tr></w:tbl>" + p("") + "</w:tc>" + cell("3") +
         "</w:tr></w:tbl>");
  const Source s = document(b);
  ASSERT_EQ(s.tables.size(), 1u);
  const SourceTable& t = s.tables[0];
  EXPECT_EQ(t.title, "表1 名单");
  EXPECT_EQ(t.header_rows, 2);
  ASSERT_EQ(t.rows.size(), 3u);
  EXPECT_EQ(t.rows[1][0].text, "类别");
  EXPECT_EQ(t.rows[0][2].text, "情况");
  EXPECT_EQ(t.rows[2][1].text, "内 嵌");
  EXPECT_THAT(testing::texts(s),
              ElementsAre("表1 名单", "类别\t情况\t", "\t甲\t乙", "1\t内 嵌\t3"));
}

TEST(Docx, TablesWithoutLinesOnlyAlign) {
  DocxBuilder b;
  b.body("<w:tbl><w:tr>" + cell("主编") + cell("某某") + "</w:tr><w:tr>" + cell("编辑") +
         cell("某甲") + "</w:tr></w:tbl>");
  b.body("<w:tbl><w:tr>" + cell("框中的一段话。") + "</w:tr></w:tbl>");
  const Source s = document(b);
  EXPECT_THAT(testing::texts(s), ElementsAre("主编 某某", "编辑 某甲", "框中的一段话。"));
  EXPECT_TRUE(s.tables.empty());
}

TEST(Docx, BoxesNotesHeadersAndFooters) {
  const std::string space = DocxBuilder::kSpace;
  DocxBuilder b;
  b.part("footnotes.xml", "footnotes",
         "<w:footnotes " + space + "><w:footnote w:type='separator' w:id='0'>" + p("线") +
             "</w:footnote>"
             "<w:footnote w:id='2'>" +
             p(" 注释内容。") + "</w:footnote></w:footnotes>");
  b.part("header1.xml", "header", "<w:hdr " + space + ">" + p("刊名") + "</w:hdr>");
  b.part("header2.xml", "header", "<w:hdr " + space + ">" + p("刊名") + "</w:hdr>");
  b.part("footer1.xml", "footer", "<w:ftr " + space + ">" + p("") + "</w:ftr>");
  b.body("<w:p>" + run("正文") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + run("继续。") +
         "<w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:drawing><w:txbxContent>" +
         p("框内") +
         "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
         p("框内") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
  const Source s = document(b);
  EXPECT_THAT(testing::texts(s), ElementsAre("正文继续。", "框内", "1 注释内容。", "刊名"));
  EXPECT_EQ(s.lines[2].role, Role::note);
  EXPECT_EQ(s.lines[3].role, Role::furniture);
}

Error refusal(const std::string& bytes) {
  const auto sources = read_bytes(bytes, "坏.docx");
  return sources ? Error{Code::invalid, "none", "", ""} : sources.error();
}

TEST(DocxBadInput, TruncatedAtEveryPoint) {
  DocxBuilder b;
  for (int i = 0; i < 50; ++i) b.body(p("第" + std::to_string(i) + "段文字。"));
  const std::string whole = b.str();
  for (std::size_t size = 4; size < whole.size(); size += whole.size() / 60) {
    EXPECT_EQ(refusal(whole.substr(0, size)).code, Code::damaged) << size;
  }
}

TEST(DocxBadInput, ZipBombs) {
  testing::ZipBuilder ratio;
  ratio.add("[Content_Types].xml", "<Types/>")
      .add("word/document.xml", std::string(200u << 20, ' '));
  const Error e = refusal(ratio.str());
  EXPECT_EQ(e.code, Code::damaged);
  EXPECT_THAT(e.hint, HasSubstr("压缩炸弹"));
  testing::ZipBuilder many;
  many.add("[Content_Types].xml", "<Types/>");
  for (int i = 0; i < 11'000; ++i) many.add("word/" + std::to_string(i) + ".xml", "");
  EXPECT_EQ(refusal(many.str()).code, Code::damaged);
}

TEST(DocxBadInput, XmlThatIsNoDocument) {
  EXPECT_EQ(refusal(DocxBuilder().body("<w:p><w:r>").str()).code, Code::damaged);
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<w:sdt>";
  EXPECT_EQ(refusal(DocxBuilder().body(deep).str()).code, Code::damaged);
  testing::ZipBuilder entities;
  entities.add("[Content_Types].xml", "<Types/>")
      .add("word/document.xml",
           "<!DOCTYPE a [<!ENTITY x 'y'>]><w:document><w:body>&x;</w:body></w:document>");
  EXPECT_EQ(refusal(entities.str()).code, Code::damaged);
  testing::ZipBuilder empty;
  empty.add("[Content_Types].xml", "<Types/>").add("word/other.xml", "<a/>");
  EXPECT_EQ(refusal(empty.str()).code, Code::damaged);
}

TEST(DocxBadInput, BadCharactersAndReferencesAreRepaired) {
  DocxBuilder b;
  b.body("<w:p>" + run("a&#xD800;b&#0;c\xFF&unknown;") +
         "<w:r><w:footnoteReference w:id='77'/></w:r></w:p>");
  EXPECT_EQ(document(b).lines.size(), 1u);
}

std::string squeezed(const Source& source) {
  std::string out;
  for (const Line& line : source.lines) {
    if (line.role == Role::furniture) continue;
    for (const char c : line.span.of(source.raw)) {
      if (c != ' ' && c != '\t') out += c;
    }
  }
  for (const char* blank : {"\u3000", "\u00A0"}) {
    for (auto at = out.find(blank); at != std::string::npos; at = out.find(blank)) {
      out.erase(at, std::string_view(blank).size());
    }
  }
  return out;
}

TEST(DocxCorpus, SameTextAsTheTextFiles) {
  GUANLAN_NEEDS_SHARED();
  const auto corpus = testing::shared_folder() / "corpus";
  const auto newsletter = read(corpus / "000.docx");
  ASSERT_TRUE(newsletter.has_value());
  check_source(newsletter->front());
  EXPECT_EQ(squeezed(newsletter->front()), squeezed(read(corpus / "000.txt")->front()));
  const auto monthly = read(corpus / "002.docx");
  ASSERT_TRUE(monthly.has_value());
  check_source(monthly->front());
  const auto items = [](const std::string& s) {
    const auto from = s.find("导读：4月，中国");
    return s.substr(from, s.find("为帮助企业解决以上难题") - from);
  };
  EXPECT_EQ(items(squeezed(monthly->front())), items(squeezed(read(corpus / "002.txt")->front())));
}

}  // namespace
}  // namespace guanlan
