// What only a database file can get wrong: being killed, a full disk, old and foreign files.
#include "store/sqlite_store.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "guanlan/laws.h"
#include "store/packed_item.h"
#include "store/schema.h"
#include "store/work.h"
#include "testing/readings.h"
#include "testing/scratch.h"

namespace guanlan {
namespace {

using testing::reading;

// A file whose items are many enough that a transaction takes some time.
Reading large(int number) {
  Reading out = reading("文件" + std::to_string(number));
  for (int n = 3; n < 400; ++n) {
    out.sources[0].items.push_back(
        testing::item_reading(n, "第" + std::to_string(n) + "条", "other", ""));
    out.sources[0].items.back().facts = {testing::fact("kind", 0, "other")};
  }
  return out;
}

std::size_t count(const Store& store, std::int64_t document) {
  std::size_t items = 0;
  EXPECT_TRUE(store.each({.document = document}, [&](StoredItem&&) { return ++items > 0; }));
  return items;
}

TEST(SqliteStoreTest, KilledInTheMiddleOfAnAddItKeepsWholeFilesOnly) {
  const testing::Scratch scratch;
  for (int round = 0; round < 5; ++round) {
    const auto path = scratch / ("kill" + std::to_string(round) + ".db");
    int pipe_ends[2];
    ASSERT_EQ(pipe(pipe_ends), 0);
    const pid_t child = fork();
    if (child == 0) {
      auto store = open_store(path, testing::stopped_clock());
      for (int i = 0; store && i < 1000; ++i) {
        if (!(*store)->put(large(i))) break;
        if (write(pipe_ends[1], "x", 1) != 1) break;  // stored: must survive
      }
      _exit(0);
    }
    char mark;
    for (int i = 0; i < 2 + round; ++i) ASSERT_EQ(::read(pipe_ends[0], &mark, 1), 1);
    usleep(static_cast<useconds_t>(round * 3000));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(pipe_ends[1]);
    int confirmed = 2 + round;
    while (::read(pipe_ends[0], &mark, 1) == 1) ++confirmed;
    close(pipe_ends[0]);

    auto store = open_store(path);
    ASSERT_TRUE(store) << store.error().message;
    const auto documents = (*store)->documents();
    ASSERT_TRUE(documents);
    EXPECT_GE(static_cast<int>(documents->size()), confirmed);
    for (const StoredDocument& d : *documents) EXPECT_EQ(count(**store, d.id), 400u);
    EXPECT_TRUE((*store)->put(large(5000)));
  }
}

TEST(SqliteStoreTest, AFullDiskIsNamedAndWhatWasStoredStays) {
  const testing::Scratch scratch;
  auto database = open_database(scratch / "full.db");
  ASSERT_TRUE(database);
  ASSERT_TRUE(database->run("PRAGMA max_page_count = 120"));
  SqliteStore store(std::move(*database), testing::stopped_clock());
  int stored = 0;
  Result<PutResult> put;
  while ((put = store.put(large(stored)))) ASSERT_LT(++stored, 100);
  EXPECT_EQ(put.error().code, Code::io);
  EXPECT_NE(put.error().message.find("磁盘已满"), std::string::npos);
  EXPECT_GE(stored, 1);
  const auto documents = store.documents();
  ASSERT_TRUE(documents);
  EXPECT_EQ(documents->size(), static_cast<std::size_t>(stored));
  for (const StoredDocument& d : *documents) EXPECT_EQ(count(store, d.id), 400u);
}

TEST(SqliteStoreTest, TwoProcessesMayAddAtOnce) {
  const testing::Scratch scratch;
  const auto path = scratch / "two.db";
  ASSERT_TRUE(open_store(path));
  const pid_t child = fork();
  if (child == 0) {
    auto store = open_store(path);
    bool good = store.has_value();
    for (int i = 0; good && i < 10; ++i) good = (*store)->put(large(i)).has_value();
    _exit(good ? 0 : 1);
  }
  auto store = open_store(path);
  ASSERT_TRUE(store);
  for (int i = 5; i < 15; ++i) EXPECT_TRUE((*store)->put(large(i)));
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ((*store)->documents()->size(), 15u);
}

// An item as that version kept it, with one fact.
void put_old_item(const sqlite::Database& database, int version) {
  constexpr int kPacked = 10;  // since when record and facts are one column
  const std::vector<Fact> facts{
      {"dates", 0, "2024 past", "2024年", {3, {5, 12}}, "date.calendar", "词"}};
  sqlite::Work work(database);
  const std::string packed = ItemPacker().pack("{}", facts);
  constexpr std::string_view kItem =
      "INSERT INTO items VALUES(11,7,1,1,1,'旧条目','other','2023','',0,?,x'',x'')";
  if (version >= kPacked) {
    work.run(kItem, sqlite::Blob{packed});
  } else {
    work.run(kItem, "{}");
    work.run(
        "INSERT INTO facts VALUES(11,'dates',0,'2024 past','2024年',3,5,12,'date.calendar','词')");
  }
  ASSERT_TRUE(work.ok()) << work.result().error().message;
}

// Every version that ever was, opened by today's program.
TEST(SqliteStoreTest, MigratesFromEveryVersion) {
  const testing::Scratch scratch;
  for (const Migration& step : migrations()) {
    SCOPED_TRACE(step.version);
    const auto path = scratch / ("v" + std::to_string(step.version) + ".db");
    {
      auto old = sqlite::Database::open(path);
      ASSERT_TRUE(old);
      ASSERT_TRUE(migrate(*old, step.version));
      ASSERT_TRUE(old->run(
          "INSERT INTO documents "
          "VALUES(7,'sha256:x','旧.txt','2024-01-01T00:00:00Z','0-0',0,x'789c030000000001')"));
      put_old_item(*old, step.version);
    }
    auto store = open_store(path, testing::stopped_clock());
    ASSERT_TRUE(store) << store.error().message;
    EXPECT_EQ((*store)->documents()->front().name, "旧.txt");
    EXPECT_EQ((*store)->item(11)->title, "旧条目");
    EXPECT_EQ((*store)->item(11)->record, "{}");
    ASSERT_EQ((*store)->facts(11)->size(), 1u);
    EXPECT_EQ((*store)->facts(11)->front().cue, "词");
    EXPECT_EQ(*(*store)->bytes(7), "");
    Reading again = reading("");
    again.digest = "sha256:x";
    const auto put = (*store)->put(again);
    ASSERT_TRUE(put) << put.error().message;
    EXPECT_EQ(put->what, Stored::reread);
    EXPECT_EQ((*store)->revisions()->size(), 1u);
  }
}

TEST(SqliteStoreTest, MigrationsAscend) {
  int version = 0;
  for (const Migration& step : migrations()) {
    EXPECT_GT(step.version, version);
    version = step.version;
    EXPECT_FALSE(step.what.empty());
  }
}

TEST(SqliteStoreTest, LeavesFilesOfOthersAlone) {
  const testing::Scratch scratch;
  {
    auto other = sqlite::Database::connect(scratch / "other.db");
    ASSERT_TRUE(other->run("CREATE TABLE notes(a)"));
    auto marked = sqlite::Database::connect(scratch / "marked.db");
    ASSERT_TRUE(marked->run("PRAGMA application_id = 42"));
    auto newer = sqlite::Database::open(scratch / "newer.db");
    ASSERT_TRUE(migrate(*newer, migrations().back().version));
    ASSERT_TRUE(newer->run("PRAGMA user_version = 1000"));
  }
  for (const char* name : {"other.db", "marked.db", "newer.db"}) {
    const auto store = open_store(scratch / name);
    ASSERT_FALSE(store) << name;
    EXPECT_EQ(store.error().code, Code::conflict);
    EXPECT_NE(store.error().place.find(name), std::string::npos);
  }
  EXPECT_EQ(open_store(scratch.write("text.db", std::string(9999, 'x'))).error().code,
            Code::damaged);
  EXPECT_EQ(open_store(scratch / "no/such/folder.db").error().code, Code::io);
  EXPECT_FALSE(std::filesystem::exists((scratch / "other.db").string() + "-wal"));
}

TEST(SqliteStoreTest, SharesItsFileWithTheLibraryOfLaws) {
  const testing::Scratch scratch;
  ASSERT_TRUE(LawLibrary::open(scratch / "shared.db"));
  auto store = open_store(scratch / "shared.db");
  ASSERT_TRUE(store) << store.error().message;
  EXPECT_TRUE((*store)->put(reading()));
  EXPECT_TRUE(LawLibrary::open(scratch / "shared.db"));
}

TEST(SqliteStoreTest, ADamagedFileIsNamed) {
  const testing::Scratch scratch;
  auto store = open_store(scratch / "damaged.db");
  ASSERT_TRUE((*store)->put(reading()));
  auto database = sqlite::Database::open(scratch / "damaged.db");
  ASSERT_TRUE(database->run("UPDATE documents SET bytes = x'00'"));
  EXPECT_EQ((*store)->bytes(1).error().code, Code::damaged);
}

}  // namespace
}  // namespace guanlan
