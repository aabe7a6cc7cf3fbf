#include "store/record_members.h"

#include <gtest/gtest.h>

namespace guanlan {
namespace {

TEST(RecordMembers, GivesTheTextOfEachValue) {
  const RecordMembers record(
      R"({"n":3,"title":"甲\"乙\\","regions":[{"path":"中国/a,b","code":null}],"event_date":null,"spans":{"path":[{"page":1}]}})");
  EXPECT_EQ(record["n"], "3");
  EXPECT_EQ(record["title"], R"("甲\"乙\\")");
  EXPECT_EQ(record["regions"], R"([{"path":"中国/a,b","code":null}])");
  EXPECT_EQ(record["event_date"], "null");
  EXPECT_EQ(record["spans"], R"({"path":[{"page":1}]})");
}

// A member of the same name further in is not one of the record's own.
TEST(RecordMembers, LooksAtTheOutermostObjectOnly) {
  const RecordMembers record(R"({"spans":{"title":{"page":1}},"title":"甲"})");
  EXPECT_EQ(record["title"], R"("甲")");
  EXPECT_EQ(record["page"], "null");
}

TEST(RecordMembers, EndsWhereTheObjectCeasesToBeOne) {
  for (const std::string_view broken : {R"({"a":1,"b":"x)", R"({"a":1,"b":[{)", R"({"a":1,"b)",
                                        R"({"a":1,"b")", R"({"a":1,"b":"x\)"}) {
    const RecordMembers record(broken);
    EXPECT_EQ(record["a"], "1") << broken;
    EXPECT_EQ(record["b"], "null") << broken;
  }
  for (const std::string_view none : {"", "{", "{}", "[1]", "null"})
    EXPECT_EQ(RecordMembers(none)["a"], "null") << none;
}

}  // namespace
}  // namespace guanlan
