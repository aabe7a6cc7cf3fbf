#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "testing/command_line.h"
#include "testing/scratch.h"

namespace guanlan::cli {
namespace {

using Json = nlohmann::json;

class SearchCommandTest : public ::testing::Test {
 protected:
  testing::Scratch scratch;
  testing::World world;
  std::string db = (scratch / "x.db").string();

  void SetUp() override {
    const std::string file = scratch.write(
        "notice.txt",
        "示例省通信管理局通报3款应用\n\n4月12日，示例省通信管理局通报3款侵害用户权益的应用。\n");
    ASSERT_EQ(world.run({"add", file, "--db", db}).code, 0);
  }
};

TEST_F(SearchCommandTest, MarksWhatWasFound) {
  const auto found = world.run({"search", "侵害用户权益", "--db", db, "--format", "table"});
  EXPECT_EQ(found.code, 0);
  EXPECT_NE(found.out.find("【侵害用户权益】"), std::string::npos) << found.out;
  EXPECT_NE(found.err.find("1 items"), std::string::npos) << found.err;
}

TEST_F(SearchCommandTest, PlacesAreBytesOfTheSource) {
  const auto found = world.run({"search", "侵害用户", "--db", db, "--format", "json"});
  const Json answer = Json::parse(found.out);
  ASSERT_EQ(answer["total"], 1);
  const auto raw = world.run({"read", (scratch / "notice.txt").string(), "--raw"}).out;
  const Json& place = answer["hits"][0]["places"][0];
  EXPECT_EQ(raw.substr(place["begin"],
                       place["end"].get<std::size_t>() - place["begin"].get<std::size_t>()),
            "侵害用户");
}

TEST_F(SearchCommandTest, APointerStandsUnderWhatIsWrong) {
  const auto wrong = world.run({"search", "应用 foo:bar", "--db", db});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.err.find("  应用 foo:bar\n       ^^^\n"), std::string::npos) << wrong.err;
  EXPECT_NE(wrong.err.find("[invalid]"), std::string::npos);
  EXPECT_NE(wrong.err.find("kind:"), std::string::npos);
}

TEST_F(SearchCommandTest, SuggestsWhereNothingIsFound) {
  const auto found = world.run({"search", "侵害拥护权益", "--db", db, "--format", "table"});
  EXPECT_EQ(found.out, "");
  EXPECT_NE(found.err.find("did you mean: 侵害用户权益\n"), std::string::npos) << found.err;
}

TEST_F(SearchCommandTest, AListIsAskedLineByLine) {
  const std::string list =
      scratch.write("list.txt", "# 名单\n通信管理局\r\n\n不在库中的公司\nfoo:bar\n");
  const auto found = world.run({"search", "--batch", list, "--db", db, "--format", "jsonl"});
  EXPECT_EQ(found.code, 3);
  EXPECT_NE(found.err.find("list.txt:5"), std::string::npos) << found.err;
  const auto end = found.out.find('\n');
  const Json first = Json::parse(found.out.substr(0, end)),
             second = Json::parse(found.out.substr(end));
  EXPECT_EQ(first["line"], 2);
  EXPECT_EQ(first["query"], "通信管理局");
  EXPECT_EQ(first["total"], 1);
  EXPECT_EQ(second["total"], 0);
}

}  // namespace
}  // namespace guanlan::cli
