#include "store/sqlite.h"

#include <gtest/gtest.h>
#include <fstream>

#include "testing/scratch.h"

namespace guanlan::sqlite {
namespace {

TEST(Sqlite, KeepsWhatWasCommittedAndDropsTheRest) {
  const testing::Scratch scratch;
  const auto path = scratch / "commit.db";
  {
    auto db = Database::open(path);
    ASSERT_TRUE(db);
    ASSERT_TRUE(db->run("CREATE TABLE t(a INTEGER, b TEXT)"));
    {
      auto t = Transaction::begin(*db);
      ASSERT_TRUE(t);
      ASSERT_TRUE(
          db->prepare("INSERT INTO t VALUES(?,?)")->bind(1, std::int64_t{7}).bind(2, "甲").run());
      ASSERT_TRUE(t->commit());
    }
    auto t = Transaction::begin(*db);
    ASSERT_TRUE(db->prepare("INSERT INTO t VALUES(8,'乙')")->run());
  }
  auto db = Database::open(path);
  auto rows = db->prepare("SELECT a, b FROM t");
  ASSERT_TRUE(rows);
  ASSERT_TRUE(*rows->step());
  EXPECT_EQ(rows->integer(0), 7);
  EXPECT_EQ(rows->text(1), "甲");
  EXPECT_FALSE(*rows->step());
}

TEST(Sqlite, NamesWhatIsNoDatabase) {
  const testing::Scratch scratch;
  const auto path = scratch / "no.db";
  std::ofstream(path) << std::string(5000, 'x');
  const auto db = Database::open(path);
  ASSERT_FALSE(db);
  EXPECT_EQ(db.error().code, Code::damaged);
  EXPECT_EQ(Database::open("/nonexistent/folder/x.db").error().code, Code::io);
}

}  // namespace
}  // namespace guanlan::sqlite
