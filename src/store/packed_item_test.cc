#include "store/packed_item.h"

#include <gtest/gtest.h>

#include "store/schema.h"
#include "testing/scratch.h"

namespace guanlan {
namespace {

// A database that has learned nothing.
const sqlite::Database& nothing_learned() {
  static const testing::Scratch scratch;
  static const sqlite::Database database = std::move(open_database(scratch / "empty.db").value());
  return database;
}
Result<std::string> packed_record(std::string_view bytes) {
  return guanlan::packed_record(nothing_learned(), bytes);
}
Result<std::vector<Fact>> packed_facts(std::string_view bytes) {
  return guanlan::packed_facts(nothing_learned(), bytes);
}

std::vector<Fact> some_facts() {
  return {{"authorities", 0, "示例局", "示例局 publish", {1, {10, 19}}, "authority.act", "发布"},
          {"dates", 1, "2024-05-01 effective", "5月1日", {2, {100, 107}}, "date.calendar", ""},
          {"dates", 0, "2024-04-12 past", "4月12日", {1, {0, 8}}, "", std::string("a\0b", 3)}};
}

void expect_same(const Fact& a, const Fact& b) {
  EXPECT_EQ(a.field, b.field);
  EXPECT_EQ(a.index, b.index);
  EXPECT_EQ(a.value, b.value);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.place.page, b.place.page);
  EXPECT_EQ(a.place.span, b.place.span);
  EXPECT_EQ(a.rule, b.rule);
  EXPECT_EQ(a.cue, b.cue);
}

TEST(PackedItem, GivesBackTheRecordAndTheFactsByFieldAndIndex) {
  ItemPacker packer;
  const auto facts = some_facts();
  for (const std::size_t size : {0, 1, 500, 100'000}) {
    const std::string record(size, 'x');
    const std::string bytes = packer.pack(record, facts);
    EXPECT_EQ(packed_record(bytes).value(), record);
    const auto back = packed_facts(bytes);
    ASSERT_TRUE(back);
    ASSERT_EQ(back->size(), facts.size());
    expect_same((*back)[0], facts[0]);
    expect_same((*back)[1], facts[2]);
    expect_same((*back)[2], facts[1]);
  }
  EXPECT_TRUE(packed_facts(packer.pack("{}", {})).value().empty());
}

TEST(PackedItem, APlainRecordIsItself) {
  EXPECT_EQ(packed_record(R"({"title":"示例"})").value(), R"({"title":"示例"})");
  EXPECT_FALSE(packed_facts(R"({"title":"示例"})"));
}

TEST(PackedItem, ACutOrChangedStreamIsDamagedAndNothingElse) {
  const std::string bytes =
      ItemPacker().pack(R"({"document":"sha256:0","title":"示例"})", some_facts());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto facts = packed_facts(std::string_view(bytes).substr(0, size));
    ASSERT_FALSE(facts) << size;
    EXPECT_EQ(facts.error().code, Code::damaged);
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int bit : {1, 16, 128}) {
      std::string broken = bytes;
      broken[at] = static_cast<char>(broken[at] ^ bit);
      (void)packed_record(broken);
      (void)packed_facts(broken);
    }
  }
  EXPECT_FALSE(packed_record("document"));
}

}  // namespace
}  // namespace guanlan
