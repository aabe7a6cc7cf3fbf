#include "stats/cell.h"

#include <gtest/gtest.h>

namespace guanlan::stats {
namespace {

struct Good {
  const char* text;
  double value;
  const char* unit;
};

TEST(Cell, ReadsNumbersAsTablesPrintThem) {
  const Good cases[] = {
      {"1234.5", 1234.5, ""},
      {"1,234.5", 1234.5, ""},
      {"1 234,5", 1234.5, ""},
      {"１２３．４", 123.4, ""},
      {"-2.9%", -2.9, "%"},
      {"－2.9％", -2.9, "%"},
      {"8.0%", 8.0, "%"},
      {"↑1", 1, ""},
      {"↓2", -2, ""},
      {"第3位", 3, "位"},
      {"1.2万", 1.2, "万"},
      {"增长3.2%", 3.2, "%"},
      {"下降3.2%", -3.2, "%"},
      {"39.3①", 39.3, ""},
      {"39.3*", 39.3, ""},
      {"39.3[1]", 39.3, ""},
      {"1,234,567", 1234567, ""},
      {" 60.3 ", 60.3, ""},
      {"+0.4", 0.4, ""},
      {"12.5 %", 12.5, "%"},
  };
  for (const Good& c : cases) {
    const CellValue v = read_cell(c.text);
    EXPECT_EQ(v.kind, CellKind::number) << c.text;
    EXPECT_DOUBLE_EQ(v.value, c.value) << c.text;
    EXPECT_EQ(v.unit, c.unit) << c.text;
  }
}

TEST(Cell, KnowsWhereThereIsNone) {
  for (const char* text : {"", " ", "-", "－", "—", "…", "……", "/", "暂无", "无数据", "N/A"}) {
    EXPECT_EQ(read_cell(text).kind, CellKind::no_value) << text;
  }
}

TEST(Cell, RefusesWhatMayBeTwoThings) {
  for (const char* text : {"12,5", "1.234,5", "1,23", "1,2345"}) {
    EXPECT_EQ(read_cell(text).kind, CellKind::ambiguous) << text;
  }
}

TEST(Cell, RefusesWhatIsNoNumber) {
  for (const char* text :
       {"新进", "约3", "见注", "2020/8", "1.2.3", "12-15", "www.a.cn", "%", "第", "↑", "第位"}) {
    EXPECT_EQ(read_cell(text).kind, CellKind::text) << text;
  }
}

}  // namespace
}  // namespace guanlan::stats
