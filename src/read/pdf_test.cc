#include "read/pdf.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "read/child.h"
#include "testing/place.h"
#include "testing/pdf_builder.h"
#include "testing/source_checks.h"

namespace guanlan {
namespace {

using testing::PdfBuilder;
using testing::text_of;
using Lines = std::vector<std::string>;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string sample(const char* name) {
  return bytes_of(testing::root() / "testing/data/pdf" / name);
}

Source read_one(std::string_view bytes, const ReadOptions& options = {}) {
  auto sources = read_bytes(bytes, "test.pdf", options);
  if (!sources) {
    ADD_FAILURE() << sources.error().message;
    return {};
  }
  testing::check_source(sources->front());
  return std::move(sources->front());
}

Error fails(std::string_view bytes, const ReadOptions& options = {}) {
  const auto sources = read_bytes(bytes, "test.pdf", options);
  return sources ? Error{Code::invalid, "no error", "", ""} : sources.error();
}

Lines lines_of(const Source& source, Role role) {
  Lines lines;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    if (source.lines[i].role == role) lines.push_back(text_of(source, i));
  }
  return lines;
}

Lines cells(const SourceTable& table, std::size_t row) {
  Lines out;
  for (const auto& cell : table.rows.at(row)) out.push_back(cell.text);
  return out;
}

TEST(PdfTest, LinesWithBoxesSizesAndPages) {
  const auto source = read_one(PdfBuilder()
                                   .page()
                                   .text(150, 80, 20, "示例市网络安全通报", PdfBuilder::hei)
                                   .text(90, 130, 10.5, "今年1月，全市共检查App 128款，")
                                   .text(90, 146, 10.5, "同比增长12.5%。")
                                   .page()
                                   .text(90, 80, 10.5, "第二页的文字。")
                                   .bytes());
  EXPECT_EQ(source.format, Format::pdf);
  EXPECT_EQ(source.pages, 2);
  EXPECT_EQ(
      source.raw,
      "示例市网络安全通报\n今年1月，全市共检查App 128款，\n同比增长12.5%。\n第二页的文字。\n");
  EXPECT_NEAR(source.lines[0].font_size, 20, 0.1);
  EXPECT_TRUE(source.lines[0].bold);
  EXPECT_FALSE(source.lines[1].bold);
  EXPECT_EQ(source.lines[3].page, 2);
  const Box& box = source.boxes.at(static_cast<std::size_t>(source.lines[1].box));
  EXPECT_NEAR(box.x0, 90, 0.1);
  EXPECT_NEAR(box.y0, 130, 0.1);
}

TEST(PdfTest, RunningHeadsAndPageNumbersAreFurniture) {
  PdfBuilder pdf;
  for (int page = 1; page <= 4; ++page) {
    pdf.page()
        .text(90, 40, 9, "示例网络安全月刊")
        .text(420, 40, 9, "2023年第9期")
        .text(90, 90, 10.5, "正文第" + std::to_string(page) + "段，各不相同。")
        .text(90, 700, 10.5, "页末" + std::string(static_cast<std::size_t>(page), 'x'))
        .text(page % 2 == 0 ? 90 : 490, 800, 9, "— " + std::to_string(page) + " —");
  }
  const auto source = read_one(pdf.bytes());
  const auto furniture = lines_of(source, Role::furniture);
  ASSERT_EQ(furniture.size(), 8U);
  EXPECT_EQ(furniture[0], "示例网络安全月刊 2023年第9期");
  EXPECT_EQ(furniture[1], "— 1 —");
  EXPECT_EQ(lines_of(source, Role::unknown).size(), 8U);
}

TEST(PdfTest, BookmarksTellTheHeadings) {
  const auto source = read_one(PdfBuilder()
                                   .page()
                                   .bookmark("一、要闻")
                                   .text(90, 80, 14, "一、要闻")
                                   .bookmark("1. 示例部门印发 《示例办法 (试行)》", 2)
                                   .text(90, 110, 10.5, "1.示例部门印发《示例")
                                   .text(90, 126, 10.5, "办法（试行）》")
                                   .text(90, 142, 10.5, "示例部门印发示例办法。")
                                   .bookmark("没有印出的一条", 2)
                                   .bookmark("二、动态")
                                   .page()
                                   .text(90, 80, 10.5, "二、动态")
                                   .bytes());
  EXPECT_EQ(lines_of(source, Role::heading),
            (Lines{"一、要闻", "1.示例部门印发《示例办法（试行）》"}));
  EXPECT_EQ(source.lines[0].level, 1);
  EXPECT_EQ(source.lines[1].level, 2);
  EXPECT_NEAR(source.boxes.at(static_cast<std::size_t>(source.lines[1].box)).y1, 136, 4);
  EXPECT_EQ(lines_of(source, Role::unknown),
            (Lines{"示例部门印发示例办法。", "二、动态"}));  // leads elsewhere
}

TEST(PdfTest, AWatermarkIsFurniture) {
  PdfBuilder pdf;
  for (int page = 1; page <= 3; ++page) {
    pdf.page();
    for (int line = 0; line < 12; ++line) {
      pdf.text(90, 200 + 20.F * static_cast<float>(line), 10.5,
               "第" + std::to_string(page) + "页的正文各不相同，第" + std::to_string(line) +
                   "行一直写到右边。");
    }
    pdf.text(150, 240, 80, "草").text(280, 300, 80, "稿");
  }
  const auto source = read_one(pdf.bytes());
  EXPECT_EQ(lines_of(source, Role::furniture), (Lines{"草", "稿", "草", "稿", "草", "稿"}));
  EXPECT_EQ(lines_of(source, Role::unknown).size(), 36U);
}

TEST(PdfTest, RuledTables) {
  PdfBuilder pdf;
  pdf.page().text(220, 90, 10.5, "表3.1 各区县接入单位数量");
  pdf.grid({90, 150, 270, 390, 500}, {110, 145, 165, 185});
  pdf.text(105, 122, 9, "排名").text(180, 122, 9, "区县名称");
  pdf.text(305, 114, 9, "接入单位").text(310, 128, 9, "（家）");
  pdf.text(410, 114, 9, "排名较上").text(415, 128, 9, "季度变化");
  pdf.text(115, 150, 9, "1").text(160, 150, 9, "东湖区").text(320, 150, 9, "86");
  pdf.text(440, 150, 9, "-");
  pdf.text(115, 170, 9, "2").text(160, 170, 9, "西山区").text(320, 170, 9, "71");
  pdf.text(430, 170, 9, "↑1");
  pdf.text(90, 200, 10.5, "表格之后的正文。");
  const auto source = read_one(pdf.bytes());
  ASSERT_EQ(source.tables.size(), 1U);
  const auto& table = source.tables[0];
  EXPECT_EQ(table.title, "表3.1 各区县接入单位数量");
  EXPECT_EQ(table.title_span.of(source.raw), table.title);
  EXPECT_EQ(table.header_rows, 1);
  EXPECT_EQ(cells(table, 0), (Lines{"排名", "区县名称", "接入单位（家）", "排名较上季度变化"}));
  EXPECT_EQ(cells(table, 2), (Lines{"2", "西山区", "71", "↑1"}));
  EXPECT_EQ(lines_of(source, Role::table_row)[1], "1\t东湖区\t86\t-");
  EXPECT_EQ(text_of(source, source.lines.size() - 1), "表格之后的正文。");
}

TEST(PdfTest, MergedCellsAreRepeated) {
  PdfBuilder pdf;
  pdf.page();
  for (const float y : {100.F, 140.F, 160.F}) pdf.rule(90, y, 390, y);
  pdf.rule(190, 120, 390, 120);
  for (const float x : {90.F, 190.F, 390.F}) pdf.rule(x, 100, x, 160);
  pdf.rule(290, 120, 290, 160);
  pdf.text(125, 115, 9, "地区").text(275, 105, 9, "检查").text(225, 125, 9, "数量");
  pdf.text(325, 125, 9, "占比").text(130, 145, 9, "甲市").text(230, 145, 9, "620");
  pdf.text(325, 145, 9, "48.2%");
  const auto source = read_one(pdf.bytes());
  ASSERT_EQ(source.tables.size(), 1U);
  EXPECT_EQ(cells(source.tables[0], 0), (Lines{"地区", "检查", "检查"}));
  EXPECT_EQ(cells(source.tables[0], 1), (Lines{"地区", "数量", "占比"}));
  EXPECT_EQ(source.tables[0].header_rows, 2);
}

TEST(PdfTest, TablesWithoutRulings) {
  PdfBuilder pdf;
  pdf.page().text(90, 80, 10.5, "上半年各区县的情况见下表，单位为家，数据截至6月30日。");
  pdf.text(110, 110, 9, "区县").text(230, 110, 9, "单位数").text(350, 110, 9, "同比");
  const char* names[] = {"东湖区", "西山区", "南岭区"};
  for (int i = 0; i < 3; ++i) {
    const float y = 130 + 16 * static_cast<float>(i);
    pdf.text(108, y, 9, names[i]).text(240, y, 9, std::to_string(86 - i));
    pdf.text(350, y, 9, std::to_string(i) + ".5%");
  }
  pdf.text(90, 200, 10.5, "从表中可以看到，接入单位的数量持续增加，增速有所放缓。");
  const auto source = read_one(pdf.bytes());
  ASSERT_EQ(source.tables.size(), 1U);
  EXPECT_EQ(source.tables[0].rows.size(), 4U);
  EXPECT_EQ(cells(source.tables[0], 0), (Lines{"区县", "单位数", "同比"}));
  EXPECT_EQ(cells(source.tables[0], 3), (Lines{"南岭区", "84", "2.5%"}));
}

TEST(PdfTest, ContentsListsAreNoTables) {
  PdfBuilder pdf;
  pdf.page().text(260, 80, 16, "目 录");
  for (int i = 1; i <= 6; ++i) {
    const float y = 110 + 18 * static_cast<float>(i);
    pdf.text(90, y, 10.5, std::to_string(i) + ". 示例省开展专项行动");
    pdf.text(260, y, 10.5, std::string(40, '.')).text(490, y, 10.5, std::to_string(i * 2));
  }
  const auto source = read_one(pdf.bytes());
  EXPECT_TRUE(source.tables.empty());
  EXPECT_TRUE(text_of(source, 1).starts_with("1. 示例省开展专项行动"));
  EXPECT_TRUE(text_of(source, 1).ends_with(" 2"));
}

TEST(PdfTest, SampleNotice) {
  const auto source = read_one(sample("notice.pdf"));
  ASSERT_EQ(source.tables.size(), 4U);
  EXPECT_EQ(source.tables[0].title, "表 1 2023 年 1—4 月检查情况");
  EXPECT_EQ(cells(source.tables[0], 4), (Lines{"4 月", "355", "28", "-12.4%"}));
  EXPECT_EQ(cells(source.tables[1], 2),
            (Lines{"2", "小山记账", "示例市小山网络科技有限公司", "2.1.1", "应用商店乙",
                   "未经用户同意向第三方提供个人信息；频繁自启动和关联启动"}));
  EXPECT_EQ(source.tables[1].rows.size() + source.tables[2].rows.size(), 2U + 15U);
  EXPECT_EQ(cells(source.tables[3], 1), (Lines{"地区", "数量", "占比", "数量", "占比"}));
  EXPECT_EQ(lines_of(source, Role::furniture),
            (Lines{"示例省通信管理局 通报", "— 1 —", "示例省通信管理局 通报", "— 2 —"}));
  EXPECT_TRUE(source.lines[1].bold);
}

TEST(PdfTest, SampleNewsletterInTwoColumns) {
  const auto source = read_one(sample("newsletter.pdf"));
  std::string text;
  for (const auto& line : lines_of(source, Role::unknown)) text += line;
  std::erase(text, ' ');
  EXPECT_NE(
      text.find("随着示例市城市网络安全运营中心正式启用，全市重点单位的安全监测实现了统一接入"),
      std::string::npos);
  EXPECT_NE(text.find("9月6日，在随后的研讨会上，与会专家围绕数据安全、供应链安全"),
            std::string::npos);
  const auto first = text.find("来源：示例日报"), second = text.find("“护航2023”演练举行");
  EXPECT_LT(first, second);
  EXPECT_EQ(text.find("多部门安全处置网络事件"), second + std::string("“护航2023”演练举行").size());
  ASSERT_EQ(source.tables.size(), 1U);
  EXPECT_EQ(cells(source.tables[0], 0),
            (Lines{"排名", "区县名称", "接入单位（家）", "排名较上季度变化"}));
}

TEST(PdfBadInputTest, RandomAndTruncatedFilesAreDamaged) {
  const auto good = PdfBuilder().page().text(90, 80, 10, "正文").bytes();
  EXPECT_EQ(fails("%PDF-1.7\n" + std::string(5000, '\x93')).code, Code::damaged);
  EXPECT_EQ(fails("%PDF-1.7").code, Code::damaged);
  const auto cut = fails(sample("notice.pdf").substr(0, 30000));
  EXPECT_EQ(cut.code, Code::damaged);
  EXPECT_NE(cut.message.find("不完整"), std::string::npos) << cut.message;
  EXPECT_FALSE(cut.hint.empty());
  for (std::size_t size = 0; size < good.size(); size += good.size() / 9) {
    const auto sources = read_bytes(std::string_view(good).substr(0, size), "cut.pdf");
    if (sources) testing::check_source(sources->front());
  }
}

TEST(PdfBadInputTest, WithoutPagesOrWords) {
  EXPECT_EQ(fails(PdfBuilder().bytes()).code, Code::damaged);
  const auto blank = fails(PdfBuilder().page().page().bytes());
  EXPECT_EQ(blank.code, Code::unsupported);
  ReadOptions no_ocr;
  no_ocr.ocr = false;
  EXPECT_EQ(fails(PdfBuilder().page().bytes(), no_ocr).code, Code::unsupported);
}

TEST(PdfBadInputTest, APasswordIsNamed) {
  if (find_program("qpdf").empty()) GTEST_SKIP() << "skipped: no qpdf";
  const auto file = AnonymousFile::with(PdfBuilder().page().text(90, 80, 10, "正文").bytes());
  Child qpdf;
  qpdf.program = "qpdf";
  qpdf.arguments = {"--encrypt", "secret", "owner", "256", "--", "/dev/stdin", "-"};
  qpdf.input = &*file;
  const auto locked = run(qpdf);
  ASSERT_TRUE(locked && locked->ok());
  const auto error = fails(locked->out);
  EXPECT_EQ(error.code, Code::unsupported);
  EXPECT_NE(error.message.find("口令"), std::string::npos);
  qpdf.arguments[1] = "";  // only printing is restricted: it can be read
  const auto open = run(qpdf);
  ASSERT_TRUE(open && open->ok());
  EXPECT_EQ(read_one(open->out).raw, "正文\n");
}

TEST(PdfBadInputTest, MissingToolsAreNamedWithTheirPackage) {
  const auto pdf = PdfBuilder().page().text(90, 80, 10, "正文").bytes();
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);
  const auto error = fails(pdf);
  ::setenv("PATH", path.c_str(), 1);
  EXPECT_EQ(error.code, Code::unsupported);
  EXPECT_NE(error.hint.find("poppler-utils"), std::string::npos);
}

TEST(PdfBadInputTest, ManyPagesAreCappedWithAWarning) {
  PdfBuilder pdf;
  for (int i = 0; i < 40; ++i) pdf.page().text(90, 80, 10, "第" + std::to_string(i) + "段");
  ReadOptions options;
  options.max_pages = 12;
  const auto source = read_one(pdf.bytes(), options);
  EXPECT_EQ(source.lines.back().page, 12);
  ASSERT_EQ(source.warnings.size(), 1U);
  EXPECT_NE(source.warnings[0].find("40"), std::string::npos);
}

TEST(PdfBadInputTest, TenThousandPagesEndInTime) {
  PdfBuilder pdf;
  for (int i = 0; i < 10000; ++i) pdf.page().text(90, 80, 10, "正文");
  const auto begin = std::chrono::steady_clock::now();
  const auto sources = read_bytes(pdf.bytes(), "long.pdf");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(40));
  ASSERT_TRUE(sources);
  EXPECT_FALSE(sources->front().warnings.empty());
}

TEST(PdfBadInputTest, PilesOfWordsAreReadInLinearTime) {
  PdfBuilder pdf;
  pdf.page();
  for (int i = 0; i < 20000; ++i)
    pdf.text(static_cast<float>(i % 7), static_cast<float>(i % 11), 8, "叠 字");
  const auto begin = std::chrono::steady_clock::now();
  const auto sources = read_bytes(pdf.bytes(), "pile.pdf");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
  if (sources) testing::check_source(sources->front());
}

}  // namespace
}  // namespace guanlan
