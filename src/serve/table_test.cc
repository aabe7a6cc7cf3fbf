#include "serve/table.h"

#include <gtest/gtest.h>

#include "guanlan/source.h"

namespace guanlan::serve {
namespace {

Table formulas() {
  return {{"名称", "数"},
          {{std::string("=1+1"), 2.0}, {std::string("a\"b,c"), -0.5}, {std::string("@x"), 1e6}}};
}

TEST(ServeTable, CsvQuotesAndRunsNothing) {
  EXPECT_EQ(csv_of(formulas()),
            "\xEF\xBB\xBF名称,数\r\n'=1+1,2\r\n\"a\"\"b,c\",-0.5\r\n'@x,1000000\r\n");
  for (const char* formula : {"=1", "+1", "-1", "@A1", "\t=1", "\r=1"})
    EXPECT_NE(csv_cell(formula).find('\''), std::string::npos);
}

TEST(ServeTable, AWorkbookHoldsFormulasAsWords) {
  const auto bytes = xlsx_of(formulas());
  ASSERT_TRUE(bytes) << bytes.error().message;
  const auto read = read_bytes(*bytes, "x.xlsx");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_NE(read->front().raw.find("=1+1"), std::string::npos);
  EXPECT_NE(read->front().raw.find("名称"), std::string::npos);
}

}  // namespace
}  // namespace guanlan::serve
