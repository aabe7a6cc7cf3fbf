#include "search/query.h"

#include <gtest/gtest.h>

#include "search/fields.h"

namespace guanlan::query {
namespace {

std::string shown(const Node& node) {
  std::string children;
  for (const Node& child : node.children) children += " " + shown(child);
  switch (node.op) {
    case Op::everything:
      return "*";
    case Op::both:
      return "(and" + children + ")";
    case Op::either:
      return "(or" + children + ")";
    case Op::without:
      return "(not" + children + ")";
    case Op::near:
      return "(near/" + std::to_string(node.distance) + children + ")";
    case Op::text:
      return (node.where == Where::title ? "title:" : "") + node.text + (node.prefix ? "*" : "");
    case Op::name:
      return "name" + std::to_string(static_cast<int>(node.field)) + ":" + node.text;
    case Op::file:
      return "file:" + node.text;
    case Op::days:
      return "date:" + day_text(node.days.begin) + ".." + day_text(node.days.end);
    case Op::fine:
      return "fine:" + std::to_string(node.least) + ".." + std::to_string(node.most);
    case Op::has:
      return "has:" + std::to_string(node.bit);
  }
  return {};
}

TEST(QueryTest, Parses) {
  const std::pair<const char*, const char*> kCases[] = {
      {"", "*"},
      {"  ", "*"},
      {"罚款", "罚款"},
      {"网络安全 罚款", "(and 网络安全 罚款)"},
      {"网络安全，罚款、警告。", "(and 网络安全 罚款 警告)"},
      {"\"个人 信息\"", "个人 信息"},
      {"“个人信息”", "个人信息"},
      {"「个人信息」", "个人信息"},
      {"a OR b c", "(or a (and b c))"},
      {"甲 或 乙", "(or 甲 乙)"},
      {"甲|乙", "(or 甲 乙)"},
      {"或者", "或者"},
      {"ORACLE", "ORACLE"},
      {"甲 -乙", "(and 甲 (not 乙))"},
      {"甲 －乙", "(and 甲 (not 乙))"},
      {"甲 NOT 乙", "(and 甲 (not 乙))"},
      {"（甲 OR 乙） 丙", "(and (or 甲 乙) 丙)"},
      {"甲 NEAR/5 乙", "(near/5 甲 乙)"},
      {"甲 NEAR 乙", "(near/10 甲 乙)"},
      {"app*", "app*"},
      {"GB/T-43698", "GB/T-43698"},
      {"12:30", "12:30"},
      {"1,000", "1,000"},
      {"kind:enforcement", "name0:enforcement"},
      {"类别：enforcement", "name0:enforcement"},
      {"org:\"示例 公司\"", "name8:示例 公司"},
      {"title:通报", "title:通报"},
      {"date:2024-04..2024-11", "date:2024-04-01..2024-12-01"},
      {"date:2024-Q2", "date:2024-04-01..2024-07-01"},
      {"date:2024年2月", "date:2024-02-01..2024-03-01"},
      {"fine:1万..2.5万", "fine:1000000..2500000"},
      {"fine:>100000", "fine:10000001..18446744073709551615"},
      {"罚款：＞＝１０万", "fine:10000000..18446744073709551615"},
  };
  for (const auto& [query, tree] : kCases) {
    const Parsed parsed = parse(query);
    EXPECT_FALSE(parsed.problem) << query << ": " << parsed.problem->error.message;
    EXPECT_EQ(shown(parsed.root), tree) << query;
  }
}

TEST(QueryTest, SaysWhereItIsWrong) {
  const std::pair<const char*, const char*> kCases[] = {
      {"甲 foo:bar", "foo"},
      {"甲 (乙", "("},
      {"甲 乙)", ")"},
      {"\"甲", "\"甲"},
      {"date:昨天", "昨天"},
      {"date:2024-13", "2024-13"},
      {"fine:很多", "很多"},
      {"has:foo", "foo"},
      {"kind:", "kind:"},
      {"甲 OR", ""},
      {"OR 甲", "O"},
      {"！！", "！！"},
      {"kind:a NEAR 甲", "kind:a"},
      {"甲 NEAR/0 乙", "NEAR/0"},
  };
  for (const auto& [query, words] : kCases) {
    const auto problem = check_query(query);
    ASSERT_TRUE(problem) << query;
    EXPECT_EQ(problem->span.of(query), words) << query;
    EXPECT_EQ(problem->error.code, Code::invalid);
    EXPECT_FALSE(problem->error.hint.empty()) << query;
    EXPECT_FALSE(problem->error.place.empty()) << query;
  }
}

TEST(QueryTest, DeepAndLongQueriesAreRefused) {
  EXPECT_TRUE(check_query(std::string(5000, '(')));
  std::string negations, words;
  for (int i = 0; i < 500; ++i) negations += "NOT ";
  for (int i = 0; i < 500; ++i) words += "字" + std::to_string(i) + " ";
  EXPECT_TRUE(check_query(negations + "甲"));
  EXPECT_TRUE(check_query(words));
}

TEST(QueryTest, EveryExampleOfAFieldCanBeAsked) {
  for (const QueryField& field : query_fields()) {
    EXPECT_FALSE(check_query(field.example)) << field.example;
    EXPECT_FALSE(check_query(std::string(field.chinese) +
                             std::string(field.example.substr(field.example.find(':')))));
  }
}

}  // namespace
}  // namespace guanlan::query
