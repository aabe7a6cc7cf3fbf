#include "store/item_learning.h"

#include <gtest/gtest.h>

#include "guanlan/search.h"
#include "store/item_dictionary.h"
#include "store/packed_item.h"
#include "store/schema.h"
#include "store/work.h"
#include "testing/items.h"
#include "testing/readings.h"
#include "testing/scratch.h"

namespace guanlan {
namespace {

using sqlite::Database;
using sqlite::Statement;
using sqlite::Work;

struct Kept {
  std::int64_t items = 0, bytes = 0, learned = 0;  // learned: in the second format
};

Kept kept(const Database& database) {
  Work work(database);
  Kept out;
  work.rows("SELECT count(*), sum(length(record)), sum(substr(record, 1, 1) = x'02') FROM items",
            [&](const Statement& row) {
              out = {row.integer(0), row.integer(1), row.integer(2)};
              return false;
            });
  EXPECT_TRUE(work.ok());
  return out;
}

class ItemLearning : public ::testing::Test {
 protected:
  testing::Scratch scratch;
  std::filesystem::path file = scratch / "x.db";
  testing::ItemGenerator generator{7};
  std::vector<std::string> records;  // as they were put, by id
  std::vector<std::size_t> facts;    // how many

  void put(Store& store, int items) {
    const Reading reading = generator.next(items);
    ASSERT_TRUE(store.put(reading));
    for (const ItemReading& item : reading.sources[0].items) {
      records.push_back(item.record);
      facts.push_back(item.facts.size());
    }
  }
  void expect_all(const Store& store) {
    for (std::size_t i = 0; i < records.size(); ++i) {
      const auto id = static_cast<std::int64_t>(i + 1);
      ASSERT_EQ(store.item(id).value().record, records[i]) << id;
      ASSERT_EQ(store.facts(id).value().size(), facts[i]) << id;
    }
  }
};

TEST_F(ItemLearning, OnceThereAreEnoughAllArePackedWithWhatTheyHaveInCommon) {
  auto store = open_store(file).value();
  put(*store, kEnoughItems - 1);
  const Database database = std::move(open_database(file).value());
  const Kept before = kept(database);
  EXPECT_EQ(before.learned, 0);
  put(*store, 1);
  const Kept after = kept(database);
  EXPECT_EQ(after.learned, kEnoughItems);
  EXPECT_LT(after.bytes * 3, before.bytes * 2);
  put(*store, 20);
  EXPECT_EQ(kept(database).learned, kEnoughItems + 20);
  expect_all(*store);
  expect_all(*open_store(file).value());
}

TEST_F(ItemLearning, AnotherConnectionThatWasOpenBeforeReadsWhatWasLearned) {
  auto store = open_store(file).value();
  put(*store, 10);
  const auto reader = open_store(file).value();
  const auto search = open_search(file).value();
  expect_all(*reader);
  put(*store, kEnoughItems);
  expect_all(*reader);
  const auto answer = search->find({.query = "消息"});
  ASSERT_TRUE(answer);
  ASSERT_FALSE(answer->hits.empty());
  EXPECT_FALSE(answer->hits.front().snippet.empty());
}

TEST_F(ItemLearning, AStreamOfAnotherDictionaryOrACutOneIsDamaged) {
  put(*open_store(file).value(), kEnoughItems);
  const Database database = std::move(open_database(file).value());
  const Database other = std::move(open_database(scratch / "other.db").value());
  const std::string bytes =
      ItemPacker::of(database).value().pack(records[0], {testing::fact("kind", 0, "other")});
  EXPECT_EQ(packed_record(database, bytes).value(), records[0]);
  EXPECT_EQ(packed_record(other, bytes).error().code, Code::damaged);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto cut = packed_facts(database, std::string_view(bytes).substr(0, size));
    ASSERT_FALSE(cut) << size;
    EXPECT_EQ(cut.error().code, Code::damaged);
  }
}

TEST_F(ItemLearning, ItemsThatHaveNothingInCommonAreLeftAsTheyAre) {
  EXPECT_TRUE(learned_dictionary({"a", "b"}).empty());
  auto store = open_store(file).value();
  const Database database = std::move(open_database(file).value());
  ASSERT_TRUE(keep_dictionary(database, ""));
  put(*store, kEnoughItems);
  EXPECT_EQ(kept(database).learned, 0);
  expect_all(*store);
}

TEST_F(ItemLearning, AnOlderDatabaseLearnsWhenItIsMigrated) {
  put(*open_store(file).value(), kEnoughItems);
  {
    const Database database = std::move(open_database(file).value());
    Work work(database);
    ItemPacker plain;
    for (std::size_t i = 0; i < records.size(); ++i) {
      work.run("UPDATE items SET record = ? WHERE id = ?", sqlite::Blob{plain.pack(records[i], {})},
               static_cast<std::int64_t>(i + 1));
    }
    ASSERT_TRUE(work.ok());
    ASSERT_TRUE(database.run("DROP TABLE item_dictionaries; PRAGMA user_version = 10"));
  }
  facts.assign(records.size(), 0);
  const auto store = open_store(file);
  ASSERT_TRUE(store) << store.error().message;
  EXPECT_EQ(kept(open_database(file).value()).learned, kEnoughItems);
  expect_all(**store);
  EXPECT_GT(open_search(file).value()->find({.query = "消息"})->total, 0);
}

}  // namespace
}  // namespace guanlan
