#include "guanlan/diff.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace guanlan {
namespace {

using Json = nlohmann::ordered_json;

Json record(int n, const std::string& title) {
  return Json{
      {"file", "a.txt"},
      {"n", n},
      {"title", title},
      {"body", "正文" + title},
      {"kind", "other"},
      {"span", {{"page", 1}, {"begin", n * 100}, {"end", n * 100 + 50}}},
      {"sources", {"示例报"}},
      {"spans", {{"sources", {{{"page", 1}, {"begin", n}, {"end", n + 9}}}}}},
      {"figures",
       {{{"value", 5}, {"unit", "家"}, {"approx", nullptr}, {"span", {{"begin", 7}}}},
        {{"value", 1.5}, {"unit", nullptr}, {"approx", "over"}, {"span", {{"begin", 9}}}}}}};
}

std::vector<std::string> lines(const Difference& difference) {
  std::vector<std::string> out;
  for (const Change& c : difference.changes) {
    out.push_back(std::string(name(c.kind)) + " " + std::to_string(c.n) + " " + c.field + " " +
                  c.value);
  }
  return out;
}
using Lines = std::vector<std::string>;

TEST(DiffTest, TheSameRecordsDifferInNothing) {
  const std::vector<Json> records{record(1, "甲"), record(2, "乙")};
  const Difference same = compare(records, records);
  EXPECT_TRUE(same.changes.empty());
  EXPECT_FALSE(same.has_losses());
  EXPECT_EQ(same.fields.front().field, "items");
  EXPECT_EQ(same.fields.front().same, 2);
}

TEST(DiffTest, NamesValuesThatCameWentAndMoved) {
  Json after = record(1, "甲");
  after["figures"][0]["unit"] = "户";
  after["figures"][1]["span"]["begin"] = 10;
  after["spans"]["sources"][0]["begin"] = 4;
  const Difference d = compare({record(1, "甲")}, {after});
  EXPECT_EQ(lines(d), (Lines{"moved 1 sources 示例报", "lost 1 figures 5 家",
                             "moved 1 figures 1.5 over", "gained 1 figures 5 户"}));
  EXPECT_TRUE(d.has_losses());
}

TEST(DiffTest, GainsAloneAreNoLoss) {
  Json after = record(1, "甲");
  after["sources"].push_back("另一报");
  const Difference d = compare({record(1, "甲")}, {after, record(2, "乙")});
  EXPECT_FALSE(d.has_losses());
  EXPECT_EQ(lines(d), (Lines{"gained 1 sources 另一报", "gained 2 items 乙"}));
}

TEST(DiffTest, PairsByTitleThenPlaceThenFirstWords) {
  Json renamed = record(1, "甲（更正）");
  Json shifted = record(9, "丙丙");  // another place, another title, the same body
  shifted["body"] = "正文乙";
  const Difference d =
      compare({record(1, "甲"), record(2, "乙"), record(3, "丁")}, {shifted, renamed});
  EXPECT_EQ(d.fields.front().same, 2);
  EXPECT_EQ(d.fields.front().lost, 1);
  EXPECT_EQ(d.fields.front().gained, 0);
}

TEST(DiffTest, RepeatedTitlesArePairedInOrder) {
  const std::vector<Json> twice{record(1, "甲"), record(2, "甲")};
  EXPECT_TRUE(compare(twice, twice).changes.empty());
}

TEST(DiffTest, AChangeIsTheSentenceOfItsWords) {
  const auto record = [](Json figures) {
    return Json{{"file", "a.txt"},
                {"n", 1},
                {"title", "示例"},
                {"span", {{"begin", 0}, {"end", 60}}},
                {"body", "先说3人。再说3人参加；\n末了一句。"},
                {"figures", std::move(figures)}};
  };
  const Json three{{"value", 3},
                   {"unit", "人"},
                   {"approx", nullptr},
                   {"text", "3人"},
                   {"span", {{"begin", 22}, {"end", 26}}}};
  const Difference lost = compare({record(Json::array({three}))}, {record(Json::array())});
  ASSERT_EQ(lost.changes.size(), 1u);
  EXPECT_EQ(lost.changes[0].sentence, "再说3人参加；");
}

TEST(DiffTest, ADeadlineIsTheSentenceOfItsDate) {
  const Json span{{"page", 1}, {"begin", 12}, {"end", 20}};
  const auto record = [&](Json deadlines, Json spans) {
    return Json{
        {"file", "a.txt"},
        {"n", 1},
        {"title", "示例"},
        {"span", {{"begin", 0}, {"end", 60}}},
        {"body", "甲。请于5月10日前报送。乙。"},
        {"dates",
         {{{"value", "2024-05-10"}, {"role", "deadline"}, {"text", "5月10日"}, {"span", span}}}},
        {"deadlines", std::move(deadlines)},
        {"spans", {{"deadlines", std::move(spans)}}}};
  };
  const Difference lost = compare({record({"2024-05-10"}, Json::array({span}))},
                                  {record(Json::array(), Json::array())});
  ASSERT_EQ(lost.changes.size(), 1u);
  EXPECT_EQ(lost.changes[0].sentence, "请于5月10日前报送。");
}

TEST(DiffTest, AnyJsonIsTaken) {
  const std::vector<Json> odd{
      Json{{"n", "x"}, {"figures", 3}, {"spans", 1}, {"path", {1, Json::object()}}}, Json::object(),
      Json{{"event_date", {{"value", 1}}}}};
  EXPECT_EQ(compare(odd, {}).changes.size(), compare({}, odd).changes.size());
  EXPECT_TRUE(compare(odd, odd).changes.empty());
}

TEST(FieldValuesTest, AreOneLineEach) {
  const Json r{{"path", {"一", "（一）"}},
               {"event_date", {{"value", "2024-04-12"}, {"role", "on"}}},
               {"regions", {{{"path", "甘肃省/天水市"}}}},
               {"citations", {{{"instrument", "网络安全法"}, {"provision", nullptr}}}},
               {"enumerations", {{{"announced", 7}, {"listed", 6}}}},
               {"sanctions",
                {{{"type", "fine"},
                  {"target", "某公司"},
                  {"amount", 30000},
                  {"currency", "元"},
                  {"count", 2}}}},
               {"authorities", {{{"name", "公安部"}}}},
               {"number", nullptr}};
  const auto values = [&](const char* field) { return field_values(r, field); };
  using V = std::vector<std::string>;
  EXPECT_EQ(values("path"), V{"一 > （一）"});
  EXPECT_EQ(values("event_date"), V{"2024-04-12 on"});
  EXPECT_EQ(values("regions"), V{"甘肃省/天水市"});
  EXPECT_EQ(values("citations"), V{"网络安全法"});
  EXPECT_EQ(values("enumerations"), V{"7/6"});
  EXPECT_EQ(values("sanctions"), V{"fine 某公司 30000 元 ×2"});
  EXPECT_EQ(values("authorities"), V{"公安部"});
  EXPECT_EQ(values("number"), V{});
  EXPECT_EQ(values("nothing"), V{});
}

}  // namespace
}  // namespace guanlan
