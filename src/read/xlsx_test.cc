#include "read/xlsx.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/source_checks.h"
#include "testing/zip_builder.h"

namespace guanlan {
namespace {

using testing::check_source;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::ZipBuilder;

constexpr const char* kTypes =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

// A workbook of sheets 1…n: what stands in <sheets> and the content of each.
std::string workbook(const std::string& sheets, const std::vector<std::string>& content,
                     const std::string& strings = "", const std::string& styles = "") {
  ZipBuilder zip;
  const std::string types = kTypes;
  zip.add("[Content_Types].xml", "<Types/>");
  zip.add("_rels/.rels", "<Relationships><Relationship Id='r' Type='" + types +
                             "officeDocument' Target='/xl/workbook.xml'/></Relationships>");
  zip.add("xl/workbook.xml", "<workbook xmlns:r='r'><sheets>" + sheets + "</sheets></workbook>");
  std::string relations = "<Relationship Id='s' Type='" + types +
                          "sharedStrings' Target='sharedStrings.xml'/>"
                          "<Relationship Id='y' Type='" +
                          types + "styles' Target='styles.xml'/>";
  for (std::size_t i = 0; i < content.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    relations += "<Relationship Id='rId" + number + "' Type='" + types +
                 "worksheet' Target='worksheets/sheet" + number + ".xml'/>";
    zip.add("xl/worksheets/sheet" + number + ".xml", "<worksheet>" + content[i] + "</worksheet>");
  }
  zip.add("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
  zip.add("xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
  zip.add("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
  return zip.str();
}

Source sheet(const std::string& bytes) {
  auto sources = read_bytes(bytes, "示例.xlsx");
  if (!sources) {
    ADD_FAILURE() << sources.error().message << " " << sources.error().place;
    return {};
  }
  check_source(sources->front());
  return std::move(sources->front());
}

std::vector<std::string> row(const SourceTable& table, std::size_t index) {
  std::vector<std::string> out;
  for (const Cell& cell : table.rows.at(index)) out.push_back(cell.text);
  return out;
}

TEST(Xlsx, CellsAsTheyAreShown) {
  const std::string styles =
      "<numFmts><numFmt numFmtId='164' formatCode='0.0%'/></numFmts>"
      "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='31'/></cellXfs>";
  const Source s = sheet(workbook(
      "<sheet name='统计' r:id='rId1'/><sheet name='隐' state='hidden' r:id='rId2'/>",
      {"<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c></row>"
       "<row r='3'><c r='B3' t='inlineStr'><is><t>名</t></is></c><c r='C3' t='s'><v>1</v></c><c "
       "r='D3' t='inlineStr'><is><t>日期</t></is></c><c r='E3' t='str'><v>真</v></c></row>"
       "<row r='4'><c r='B4' t='inlineStr'><is><t>甲</t></is></c><c r='C4' "
       "s='1'><v>7.1999999999999995E-2</v></c><c r='D4' s='2'><v>45427</v></c><c r='E4' "
       "t='b'><v>1</v></c></row>"
       "<row><c><f>A1</f></c><c t='inlineStr'><is><t>乙</t></is></c><c "
       "s='1'><v>1</v></c><c><v>3</v></c><c t='e'><v>#N/A</v></c></row>"
       "</sheetData><mergeCells><mergeCell ref='A1:E1'/></mergeCells>",
       "<sheetData/>"},
      "<si><r><t>标</t></r><r><t>题</t></r><rPh><t>biao</t></rPh></si><si><t "
      "xml:space='preserve'>占 比</t></si>",
      styles));
  ASSERT_EQ(s.tables.size(), 1u);
  const SourceTable& t = s.tables[0];
  EXPECT_EQ(t.sheet, "统计");
  EXPECT_THAT(row(t, 0), ElementsAre("名", "占 比", "日期", "真"));
  EXPECT_THAT(row(t, 1), ElementsAre("甲", "7.2%", "2024年5月15日", "TRUE"));
  EXPECT_THAT(row(t, 2), ElementsAre("乙", "100.0%", "3", "#N/A"));
  EXPECT_EQ(testing::text_of(s, 0), "标题");
  EXPECT_THAT(s.warnings,
              ElementsAre("单元格 统计!A5 的公式没有存结果，按空处理", HasSubstr("隐 是隐藏的")));
}

TEST(Xlsx, MergedHeadersStackedTablesAndHiddenColumns) {
  const auto c = [](const char* ref, const char* text) {
    return "<c r='" + std::string(ref) + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
  };
  const Source s = sheet(
      workbook("<sheet name='一' r:id='rId1'/><sheet name='二' r:id='rId2'/>",
               {"<cols><col min='4' max='4' hidden='1'/></cols><sheetData><row r='1'>" +
                    c("A1", "地区") + c("B1", "用户") + c("D1", "暗") + "</row><row r='2'>" +
                    c("B2", "新增") + c("C2", "总数") + "</row><row r='3'>" + c("A3", "某省") +
                    "<c r='B3'><v>1</v></c><c r='C3'><v>2</v></c></row>"
                    "<row r='9'>" +
                    c("A9", "表二") + "</row><row r='10'>" + c("A10", "x") + c("B10", "y") +
                    "</row></sheetData>"
                    "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:C1'/><mergeCell "
                    "ref='A3:ZZ999999'/></mergeCells>",
                "<sheetData><row r='1'>" + c("XFD1", "角") + "</row><row r='1048576'>" +
                    c("A1048576", "底") + "</row></sheetData>"}));
  ASSERT_EQ(s.tables.size(), 2u);
  EXPECT_EQ(s.tables[0].header_rows, 2);
  EXPECT_THAT(row(s.tables[0], 0), ElementsAre("地区", "用户", "用户"));
  EXPECT_THAT(row(s.tables[0], 1), ElementsAre("地区", "新增", "总数"));
  EXPECT_EQ(s.tables[1].title, "表二");
  EXPECT_EQ(s.pages, 2);
  EXPECT_EQ(s.warnings.size(), 1u);
}

TEST(XlsxBadInput, BrokenPartsAndReferences) {
  const auto refused = [](const std::string& bytes) {
    const auto sources = read_bytes(bytes, "坏.xlsx");
    return sources ? Code::invalid : sources.error().code;
  };
  EXPECT_EQ(refused(workbook("<sheet name='一' r:id='rId1'/>", {"<sheetData><row>"})),
            Code::damaged);
  const Source s =
      sheet(workbook("<sheet name='一' r:id='rId1'/><sheet name='无' r:id='rId7'/>",
                     {"<sheetData><row r='-5'><c r='1A' t='s'><v>99</v></c><c "
                      "r='ZZZZZ1'><v>x</v></c><c r='A1' s='77'><v>1e999</v></c></row>"
                      "<row r='99999999'><c><v>5</v></c></row></sheetData><mergeCells><mergeCell "
                      "ref='B2:A1'/><mergeCell ref=':'/></mergeCells>"}));
  EXPECT_GE(s.lines.size(), 1u);
}

}  // namespace
}  // namespace guanlan
