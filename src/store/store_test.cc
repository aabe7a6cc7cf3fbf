// The contract of Store, held by every backend.
#include "guanlan/store.h"

#include <gtest/gtest.h>

#include <functional>

#include "testing/memory_store.h"
#include "testing/readings.h"
#include "testing/scratch.h"

namespace guanlan {
namespace {

using testing::fact;
using testing::item_reading;
using testing::reading;

struct Backend {
  std::string name;
  std::function<std::unique_ptr<Store>(const testing::Scratch&)> open;
};

class StoreTest : public ::testing::TestWithParam<Backend> {
 protected:
  testing::Scratch scratch;
  std::unique_ptr<Store> store = GetParam().open(scratch);

  std::vector<std::string> titles(const ItemFilter& filter) const {
    std::vector<std::string> out;
    EXPECT_TRUE(store->each(filter, [&](StoredItem&& item) {
      out.push_back(item.title);
      return true;
    }));
    return out;
  }
};

INSTANTIATE_TEST_SUITE_P(Backends, StoreTest,
                         ::testing::Values(Backend{"sqlite",
                                                   [](const testing::Scratch& scratch) {
                                                     return open_store(scratch / "test.db",
                                                                       testing::stopped_clock())
                                                         .value();
                                                   }},
                                           Backend{"memory",
                                                   [](const testing::Scratch&) {
                                                     return testing::memory_store(
                                                         testing::stopped_clock());
                                                   }}),
                         [](const auto& backend) { return backend.param.name; });

TEST_P(StoreTest, KeepsAFileWithAllThatWasReadFromIt) {
  const Reading given = reading();
  const auto put = store->put(given);
  ASSERT_TRUE(put) << put.error().message;
  EXPECT_EQ(put->what, Stored::added);
  EXPECT_EQ(put->items, 3);

  const auto documents = store->documents();
  ASSERT_TRUE(documents);
  ASSERT_EQ(documents->size(), 1u);
  const StoredDocument& document = documents->front();
  EXPECT_EQ(document.digest, given.digest);
  EXPECT_EQ(document.name, "示例.txt");
  EXPECT_EQ(document.added, testing::kStoppedTime);
  EXPECT_EQ(document.rules, "1-a");
  EXPECT_EQ(document.size, given.bytes.size());
  EXPECT_EQ(document.items, 3);
  EXPECT_EQ(*store->bytes(document.id), given.bytes);
  EXPECT_EQ(*store->raw(document.id, 1), given.bytes);
  EXPECT_EQ(*store->raw(document.id, 2), "另一篇的文字");
  EXPECT_EQ(store->raw(document.id, 3).error().code, Code::not_found);
  EXPECT_EQ(store->bytes(99).error().code, Code::not_found);

  const auto item = store->item(3);
  ASSERT_TRUE(item);
  EXPECT_EQ(item->title, "条例公布");
  EXPECT_EQ(item->entry, 2);
  EXPECT_EQ(item->ordinal, 3);
  EXPECT_EQ(item->n, 1);
  EXPECT_EQ(item->event_date, "2024-05");
  EXPECT_EQ(item->path, "执法动态");
  EXPECT_EQ(item->record, given.sources[1].items[0].record);
  EXPECT_EQ(item->title_pieces, (std::vector<Span>{{0, 6}, {9, 12}}));
  EXPECT_EQ(item->body_pieces, (std::vector<Span>{{1, 3}, {70'000, 70'002}}));
  EXPECT_EQ(store->item(4).error().code, Code::not_found);

  const auto facts = store->facts(1);
  ASSERT_TRUE(facts);
  ASSERT_EQ(facts->size(), 3u);
  EXPECT_EQ(facts->front().field, "authorities");
  EXPECT_EQ(facts->front().value, "天水市公安局");
  EXPECT_EQ(facts->front().place.page, 2);
  EXPECT_EQ(facts->front().place.span, (Span{10, 20}));
  EXPECT_EQ(facts->front().rule, "test.rule");
  EXPECT_EQ(facts->front().cue, "依据");
}

TEST_P(StoreTest, TheSameFileTwiceAddsNothing) {
  ASSERT_TRUE(store->put(reading()));
  Reading again = reading();
  again.name = "另一个名字.txt";
  const auto put = store->put(again);
  ASSERT_TRUE(put);
  EXPECT_EQ(put->what, Stored::unchanged);
  EXPECT_EQ(put->document, 1);
  EXPECT_EQ(store->documents()->size(), 1u);
  EXPECT_EQ(store->documents()->front().name, "示例.txt");
  EXPECT_EQ(titles({}).size(), 3u);
}

TEST_P(StoreTest, KeepsEmptyFilesAndBytesOfAnyValue) {
  std::string bytes(70'000, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 31 % 251);
  Reading odd = reading(bytes);
  odd.sources[0].raw = "";
  odd.sources[0].items.clear();
  const auto put = store->put(odd);
  ASSERT_TRUE(put);
  EXPECT_EQ(*store->bytes(put->document), bytes);
  EXPECT_EQ(*store->raw(put->document, 1), "");
}

TEST_P(StoreTest, NewerRulesReplaceTheRecordsAndKeepTheIds) {
  ASSERT_TRUE(store->put(reading("甲", "1-a")));
  Reading newer = reading("甲", "2-b");
  auto& items = newer.sources[0].items;
  items[0].record =
      R"({"file":"示例.txt","n":1,"title":"某公司被处罚","kind":"incident"})";  // kind changed
  items[0].kind = "incident";
  items[1].title = "通报一批应用（续）";  // found again by its place
  items.push_back(item_reading(3, "新认出的一条", "other", ""));
  const auto put = store->put(newer);
  ASSERT_TRUE(put) << put.error().message;
  EXPECT_EQ(put->what, Stored::reread);
  EXPECT_EQ(put->changed, 2);
  EXPECT_GT(put->gained, 0);
  EXPECT_GT(put->lost, 0);
  EXPECT_EQ(store->documents()->front().rules, "2-b");
  EXPECT_EQ(store->item(1)->kind, "incident");
  EXPECT_EQ(store->item(2)->title, "通报一批应用（续）");
  EXPECT_EQ(store->item(3)->title, "条例公布");
  EXPECT_EQ(store->item(4)->title, "新认出的一条");
  EXPECT_EQ(store->facts(1)->size(), 3u);

  const auto revisions = store->revisions();
  ASSERT_TRUE(revisions);
  ASSERT_EQ(revisions->size(), 1u);
  EXPECT_EQ(revisions->front().rules, "1-a");
  EXPECT_EQ(revisions->front().replaced, testing::kStoppedTime);
  const auto old = store->records(revisions->front());
  ASSERT_TRUE(old);
  ASSERT_EQ(old->size(), 3u);
  EXPECT_EQ(old->front(), reading().sources[0].items[0].record);
}

TEST_P(StoreTest, IdsAreNeverGivenTwice) {
  ASSERT_TRUE(store->put(reading("甲", "1-a")));
  Reading shorter = reading("甲", "2-b");
  shorter.sources.pop_back();
  ASSERT_TRUE(store->put(shorter));
  ASSERT_TRUE(store->put(reading("乙")));
  EXPECT_EQ(store->item(3).error().code, Code::not_found);
  EXPECT_EQ(store->item(4)->title, "某公司被处罚");
}

TEST_P(StoreTest, FiltersAndOrders) {
  ASSERT_TRUE(store->put(reading()));
  using T = std::vector<std::string>;
  EXPECT_EQ(titles({}), (T{"条例公布", "某公司被处罚", "通报一批应用"}));
  EXPECT_EQ(titles({.kinds = {"enforcement", "app-notice"}}), (T{"某公司被处罚", "通报一批应用"}));
  EXPECT_EQ(titles({.kinds = {"enforce"}}), T{});
  EXPECT_EQ(titles({.since = "2024-04-13"}), T{"条例公布"});
  EXPECT_EQ(titles({.since = "2024-05-10"}), T{"条例公布"});  // sometime in May
  EXPECT_EQ(titles({.since = "2024-06"}), T{});
  EXPECT_EQ(titles({.until = "2024-04"}), T{"某公司被处罚"});
  EXPECT_EQ(titles({.until = "2024"}), (T{"条例公布", "某公司被处罚"}));
  EXPECT_EQ(titles({.region = "天水"}), T{"某公司被处罚"});
  EXPECT_EQ(titles({.authority = "公安局"}), T{"某公司被处罚"});
  EXPECT_EQ(titles({.region = "天水", .authority = "法院"}), T{});
  EXPECT_EQ(titles({.file = "示例"}).size(), 3u);
  EXPECT_EQ(titles({.file = "没有"}), T{});
  EXPECT_EQ(titles({.document = 1}).size(), 3u);
  EXPECT_EQ(titles({.document = 2}), T{});
  EXPECT_EQ(titles({.limit = 2}).size(), 2u);
  EXPECT_EQ(titles({.as_stored = true}), (T{"某公司被处罚", "通报一批应用", "条例公布"}));
  EXPECT_EQ(titles({.region = "' OR 1=1 --"}), T{});
  int seen = 0;
  ASSERT_TRUE(store->each({}, [&](StoredItem&&) { return ++seen < 2; }));
  EXPECT_EQ(seen, 2);
}

TEST_P(StoreTest, QuarantineHoldsAFileUntilItCanBeRead) {
  const Reading good = reading();
  ASSERT_TRUE(store->set_aside({good.digest, "坏.pdf", "damaged", "断了", "重下", {}}));
  ASSERT_TRUE(store->set_aside({good.digest, "坏.pdf", "io", "还是断了", "重下", {}}));
  auto aside = store->quarantine();
  ASSERT_TRUE(aside);
  ASSERT_EQ(aside->size(), 1u);
  EXPECT_EQ(aside->front().code, "io");
  EXPECT_EQ(aside->front().time, testing::kStoppedTime);
  ASSERT_TRUE(store->put(good));
  EXPECT_TRUE(store->quarantine()->empty());
}

TEST_P(StoreTest, FindsByDigest) {
  ASSERT_TRUE(store->put(reading()));
  EXPECT_EQ((*store->find(reading().digest))->id, 1);
  EXPECT_FALSE(store->find("sha256:none")->has_value());
}

}  // namespace
}  // namespace guanlan
