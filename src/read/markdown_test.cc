#include "read/markdown.h"

#include <gtest/gtest.h>

namespace guanlan {
namespace {

Source source_of(std::string text) {
  auto sources = read_markdown({std::move(text), "UTF-8", {}}, "a.md", {});
  EXPECT_TRUE(sources);
  return std::move(sources->front());
}

std::vector<std::string> lines(const Source& source) {
  std::vector<std::string> out;
  for (const Line& line : source.lines) out.emplace_back(line.span.of(source.raw));
  return out;
}

TEST(Markdown, IsToldByNameAndHeading) {
  EXPECT_TRUE(is_markdown("# 标题\n正文\n", "a.md"));
  EXPECT_TRUE(is_markdown("正文\n\n## 标题\n", "a.markdown"));
  EXPECT_TRUE(is_markdown("---\ntitle: 示例\n---\n", "a.md"));
  EXPECT_FALSE(is_markdown("# 标题\n", "a.txt"));
  EXPECT_FALSE(is_markdown("正文 #1\n#标签\n", "a.md"));
}

TEST(Markdown, MarksBecomeRoles) {
  const Source s = source_of(
      "---\ntitle: 示例\ndate: 2025-03-31\nissue: \"第3期\"\n---\n\n> 草稿\n\n# 部分\n\n**导读**：一句。\n\n### 1. 标题\n\n1\\. 甲\\*乙\\<丙\n续行\n\n![图](a.png)\n");
  EXPECT_EQ(lines(s), (std::vector<std::string>{"示例", "第3期", "2025-03-31", "部分",
                                                "导读：一句。", "1. 标题", "1. 甲*乙<丙 续行"}));
  EXPECT_EQ(s.published, "2025-03-31");
  EXPECT_EQ(s.lines[3].role, Role::heading);
  EXPECT_EQ(s.lines[5].level, 3);
}

TEST(Markdown, PipesAreTables) {
  const Source s = source_of("# 表\n\n| 月份 | 数\\|量 |\n| --- | --- |\n| 3月 | 2 |\n");
  ASSERT_EQ(s.tables.size(), 1u);
  EXPECT_EQ(s.tables[0].rows[0][1].text, "数|量");
  EXPECT_EQ(s.tables[0].rows[1][0].text, "3月");
}

TEST(Markdown, BrokenMarksStayText) {
  EXPECT_EQ(lines(source_of("---\ntitle: 无尾\n")), (std::vector<std::string>{"--- title: 无尾"}));
  EXPECT_EQ(lines(source_of("# a\n\n[无尾](x\n|\n")).size(), 2u);
}

}  // namespace
}  // namespace guanlan
