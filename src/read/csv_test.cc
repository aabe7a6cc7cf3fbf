#include "read/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "testing/source_checks.h"

namespace guanlan {
namespace {

using testing::check_source;
using ::testing::ElementsAre;

Source csv(const std::string& text, const char* name = "表.csv") {
  auto sources = read_bytes(text, name);
  if (!sources) {
    ADD_FAILURE() << sources.error().message;
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

TEST(Csv, QuotesTitlesNotesAndStackedTables) {
  const Source s =
      csv("\xEF\xBB\xBF表一 "
          "示例,,,\r\n名称,\"数量\r\n（万）\",备注\r\n\"甲,\"\"乙\"\"\",12,\r\n丙,3,"
          "x\r\n注：示例数据,,\r\n,,\r\n"
          "表二,,\r\n年,月,\r\n2024,5,\r\n");
  ASSERT_EQ(s.format, Format::csv);
  ASSERT_EQ(s.tables.size(), 2u);
  EXPECT_EQ(s.tables[0].title, "表一 示例");
  EXPECT_EQ(s.tables[0].header_rows, 1);
  EXPECT_THAT(row(s.tables[0], 0), ElementsAre("名称", "数量（万）", "备注"));
  EXPECT_THAT(row(s.tables[0], 1), ElementsAre("甲,\"乙\"", "12", ""));
  EXPECT_EQ(s.tables[0].rows.size(), 3u);
  EXPECT_EQ(s.tables[1].title, "表二");
  EXPECT_THAT(row(s.tables[1], 1), ElementsAre("2024", "5"));
  EXPECT_EQ(s.lines[4].role, Role::note);
  EXPECT_EQ(s.lines[1].role, Role::table_row);
}

TEST(Csv, OtherDelimitersAndWithoutTheName) {
  EXPECT_EQ(csv("a\tb\tc\n1\t2\t3\n4\t5\t6\n", "x").tables.size(), 1u);
  EXPECT_EQ(csv("a;b;c\n1;2;3\n4;5;6\n", "x").tables.size(), 1u);
  EXPECT_EQ(csv("一段话，没有表格。\n又一段话, 有逗号, 也不是表格。\n再一段话, 还有, 逗号。\n", "x")
                .format,
            Format::text);
}

TEST(Csv, TablesSideBySideWithTitlesOfTheirOwn) {
  const Source s = csv("左表,,,右表,\n名,数,,名,数\n甲,1,,丙,3\n乙,2,,丁,4\n");
  ASSERT_EQ(s.tables.size(), 2u);
  EXPECT_EQ(s.tables[1].title, "右表");
  EXPECT_THAT(row(s.tables[1], 2), ElementsAre("丁", "4"));
}

TEST(CsvBadInput, UnclosedQuotesAndTooManyCells) {
  csv("a,b\n\"c,d\ne,f\n");
  csv("\"\"\"");
  csv(",,,,,\n,,,,\n");
  std::string wide;
  for (int i = 0; i < 3'100'000; ++i) wide += "1,";
  const auto sources = read_bytes(wide, "x.csv");
  ASSERT_FALSE(sources.has_value());
  EXPECT_EQ(sources.error().code, Code::unsupported);
}

std::string squeezed(std::string text) {
  std::erase(text, ' ');
  return text;
}

// Every cell as the answer key has it; the key has header cells without their line breaks.
TEST(TableCorpus, CellsOfCsvAndXlsx) {
  GUANLAN_NEEDS_SHARED();
  const auto shared = testing::shared_folder();
  for (const char* name : {"004.csv", "004.xlsx"}) {
    const auto sources = read(shared / "corpus" / name);
    ASSERT_TRUE(sources.has_value()) << name;
    const Source& s = sources->front();
    check_source(s);
    std::ifstream keys(shared / "eval" / "004_tables.jsonl");
    std::size_t index = 0;
    for (std::string line; std::getline(keys, line); ++index) {
      const auto key = nlohmann::json::parse(line);
      ASSERT_LT(index, s.tables.size()) << name;
      const SourceTable& table = s.tables[index];
      EXPECT_EQ(table.title, key["title"]);
      EXPECT_EQ(table.header_rows, 1);
      auto rows = key["rows"];
      rows.insert(rows.begin(), key["columns"]);
      ASSERT_EQ(table.rows.size(), rows.size());
      for (std::size_t r = 0; r < rows.size(); ++r) {
        ASSERT_EQ(table.rows[r].size(), rows[r].size());
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
          EXPECT_EQ(squeezed(table.rows[r][c].text), squeezed(rows[r][c])) << name << r << c;
        }
      }
    }
    EXPECT_EQ(index, s.tables.size());
  }
}

}  // namespace
}  // namespace guanlan
