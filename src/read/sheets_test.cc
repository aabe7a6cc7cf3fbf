#include <gtest/gtest.h>

#include "read/csv.h"
#include "read/number_format.h"
#include "testing/zip_builder.h"

namespace guanlan {
namespace {

std::vector<std::vector<std::string>> cells(const SourceTable& table) {
  std::vector<std::vector<std::string>> out;
  for (const auto& row : table.rows) {
    out.emplace_back();
    for (const Cell& cell : row) out.back().push_back(cell.text);
  }
  return out;
}

TEST(Csv, QuotesDelimitersAndLineEndsInFields) {
  const CellGrid grid = parse_csv("a,\"b, \"\"c\"\"\nd\",e\n1,2,3", ',');
  ASSERT_EQ(grid.rows.size(), 2u);
  EXPECT_EQ(grid.rows[0][1].text, "b, \"c\" d");
  EXPECT_EQ(grid.rows[1][2].text, "3");
  EXPECT_EQ(parse_csv("\"never closed,\n", ',').rows.size(), 1u);
  EXPECT_TRUE(parse_csv("", ',').rows.empty());
}

TEST(Csv, StackedTablesKeepTheirTitles) {
  const auto sources = read_bytes(
      "表一 示例排名,,\n排名,名称,数量\n1,甲,20\n2,乙,10\n,,\n表二 "
      "示例占比,,\n类别,占比,\n丙,65.1%,\n丁,34.9%,\n",
      "a.csv");
  ASSERT_TRUE(sources) << sources.error().message;
  const auto& tables = sources->front().tables;
  ASSERT_EQ(tables.size(), 2u);
  EXPECT_EQ(tables[0].title, "表一 示例排名");
  EXPECT_EQ(cells(tables[0])[1], (std::vector<std::string>{"1", "甲", "20"}));
  EXPECT_EQ(cells(tables[1])[2], (std::vector<std::string>{"丁", "34.9%"}));
}

std::string workbook(const std::string& sheet_data) {
  return testing::ZipBuilder()
      .add(
          "[Content_Types].xml",
          R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>)")
      .add(
          "_rels/.rels",
          R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)")
      .add(
          "xl/workbook.xml",
          R"(<workbook xmlns:r="x"><sheets><sheet name="甲" sheetId="1" r:id="r1"/><sheet name="乙" sheetId="2" state="hidden" r:id="r1"/></sheets></workbook>)")
      .add(
          "xl/_rels/workbook.xml.rels",
          R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)")
      .add("xl/worksheets/sheet1.xml", "<worksheet>" + sheet_data + "</worksheet>")
      .str();
}

TEST(Xlsx, ReadsCellsMergesAndNamesFormulasWithoutValue) {
  const auto sources = read_bytes(
      workbook("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c>"
               "<c r=\"B1\" t=\"inlineStr\"><is><t>数量\n（户）</t></is></c></row>"
               "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>示例</t></is></c><c "
               "r=\"B2\"><v>12.5</v></c></row>"
               "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>合计</t></is></c><c "
               "r=\"B3\"><f>SUM(B2)</f></c></row>"
               "</sheetData>"),
      "a.xlsx");
  ASSERT_TRUE(sources) << sources.error().message;
  const Source& source = sources->front();
  ASSERT_EQ(source.tables.size(), 1u);
  EXPECT_EQ(cells(source.tables[0])[0], (std::vector<std::string>{"名称", "数量（户）"}));
  EXPECT_EQ(cells(source.tables[0])[1], (std::vector<std::string>{"示例", "12.5"}));
  ASSERT_EQ(source.warnings.size(), 2u);
  EXPECT_NE(source.warnings[0].find("甲!B3"), std::string::npos);
  EXPECT_NE(source.warnings[1].find("乙"), std::string::npos);
}

TEST(Xlsx, OddPlacesDoNoHarm) {
  for (const char* data :
       {"<sheetData><row r=\"99999999\"><c r=\"ZZZZZ9\"><v>1</v></c></row></sheetData>",
        "<sheetData><row><c><v>x</v></c><c t=\"s\"><v>77</v></c></row></sheetData>",
        "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>", ""}) {
    EXPECT_TRUE(read_bytes(workbook(data), "a.xlsx"));
  }
}

TEST(NumberFormat, ShowsWhatTheCellShows) {
  EXPECT_EQ(show_number(0.07199999999999999, "0.0%"), "7.2%");
  EXPECT_EQ(show_number(0.22, "0%"), "22%");
  EXPECT_EQ(show_number(39.3, "0.0"), "39.3");
  EXPECT_EQ(show_number(1234567.5, "#,##0.00"), "1,234,567.50");
  EXPECT_EQ(show_number(-1234, "#,##0"), "-1,234");
  EXPECT_EQ(show_number(48763452.7, "General"), "48763452.7");
  EXPECT_EQ(show_number(3, "0\"户\""), "3户");
  EXPECT_EQ(show_number(2.5, "0.##"), "2.5");
}

TEST(NumberFormat, ShowsDatesByTheirSerial) {
  EXPECT_EQ(show_number(45383, "yyyy/m/d"), "2024/4/1");
  EXPECT_EQ(show_number(45383, "yyyy-mm-dd"), "2024-04-01");
  EXPECT_EQ(show_number(45383, builtin_format(31)), "2024年4月1日");
  EXPECT_EQ(show_number(45383.5, "yyyy/m/d h:mm"), "2024/4/1 12:00");
  EXPECT_EQ(show_number(1, "yyyy/m/d"), "1900/1/1");
  EXPECT_EQ(show_number(43921, "yyyy/m/d", true), "2024/4/1");
  EXPECT_EQ(show_number(1e300, "yyyy/m/d"), "1e+300");
}

}  // namespace
}  // namespace guanlan
