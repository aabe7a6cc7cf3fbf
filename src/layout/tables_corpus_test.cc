// The tables of a statistics report, from every format it is at hand in: every cell as printed.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "guanlan/layout.h"
#include "testing/source_checks.h"

namespace guanlan {
namespace {

using testing::shared_folder;
using Row = std::vector<std::string>;

struct Printed {
  Row columns;
  std::vector<Row> rows;
};

Row texts(const std::vector<TableCell>& cells) {
  Row out;
  for (const TableCell& cell : cells) out.push_back(cell.text);
  return out;
}

std::vector<Printed> tables_of(const std::filesystem::path& file) {
  std::vector<Printed> out;
  auto sources = read(file);
  EXPECT_TRUE(sources) << (sources ? "" : sources.error().message);
  if (!sources) return out;
  for (const Source& source : *sources) {
    for (const Table& table : lay_out(source).tables) {
      Printed& printed = out.emplace_back();
      printed.columns = texts(table.columns);
      for (const auto& row : table.rows) printed.rows.push_back(texts(row));
    }
  }
  return out;
}

class TablesCorpusTest : public ::testing::TestWithParam<const char*> {};

TEST_P(TablesCorpusTest, EveryCellIsRight) {
  GUANLAN_NEEDS_SHARED();
  const auto tables = tables_of(shared_folder() / "corpus" / GetParam());
  std::ifstream key(shared_folder() / "eval/004_tables.jsonl");
  std::size_t n = 0;
  for (std::string line; std::getline(key, line); ++n) {
    const auto wanted = nlohmann::json::parse(line);
    ASSERT_LT(n, tables.size()) << wanted.at("title");
    EXPECT_EQ(tables[n].columns, wanted.at("columns").get<Row>());
    EXPECT_EQ(tables[n].rows, wanted.at("rows").get<std::vector<Row>>()) << wanted.at("title");
  }
  EXPECT_EQ(tables.size(), n);
}
INSTANTIATE_TEST_SUITE_P(All, TablesCorpusTest,
                         ::testing::Values("004.txt", "004.pdf", "004.xlsx", "004.csv"));

}  // namespace
}  // namespace guanlan
