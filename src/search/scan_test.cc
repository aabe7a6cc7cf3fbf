// The index against a plain scan.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "guanlan/search.h"
#include "testing/items.h"
#include "testing/scan_search.h"
#include "testing/scratch.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

class ScanTest : public ::testing::Test {
 protected:
  testing::Scratch scratch;
  std::unique_ptr<Store> store = open_store(scratch / "scan.db").value();
  std::string raw;
  std::unique_ptr<Search> index, scan;

  void SetUp() override {
    testing::ItemGenerator generator(7);
    for (int i = 0; i < 4; ++i) {
      const Reading reading = generator.next(25);
      raw += reading.sources[0].raw;
      ASSERT_TRUE(store->put(reading));
    }
    index = open_search(scratch / "scan.db").value();
    scan = testing::scan_search(*store);
  }

  static std::set<std::int64_t> found(Search& search, const std::string& query) {
    const auto answer = search.find({.query = query, .limit = 1000});
    EXPECT_TRUE(answer) << query << ": " << answer.error().message;
    std::set<std::int64_t> out;
    if (!answer) return out;
    for (const SearchHit& hit : answer->hits) out.insert(hit.item);
    EXPECT_EQ(static_cast<std::int64_t>(out.size()), answer->total) << query;
    return out;
  }
  void expect_same(const std::string& query) {
    const auto items = found(*index, query);
    EXPECT_EQ(items, found(*scan, query)) << query;
    EXPECT_EQ(index->all(query), std::vector(items.begin(), items.end())) << query;
  }
  void expect_same_uses(std::string_view law) {
    const auto by_index = index->law_uses(law), by_scan = scan->law_uses(law);
    ASSERT_TRUE(by_index && by_scan) << law;
    ASSERT_EQ(by_index->size(), by_scan->size()) << law;
    EXPECT_FALSE(by_index->empty()) << law;
    for (std::size_t i = 0; i < by_index->size(); ++i) {
      EXPECT_EQ((*by_index)[i].law, (*by_scan)[i].law);
      EXPECT_EQ((*by_index)[i].article, (*by_scan)[i].article);
      EXPECT_EQ((*by_index)[i].items, (*by_scan)[i].items);
    }
  }

  // A stretch of the raw text, one character to nine, across whatever stands there.
  std::string stretch(std::mt19937& random) const {
    std::size_t at = random() % raw.size();
    while (at > 0 && (static_cast<unsigned char>(raw[at]) & 0xC0) == 0x80) --at;
    std::string out;
    for (std::size_t n = 1 + random() % 9; n > 0 && at < raw.size(); --n) {
      const auto [cp, size] = utf8::decode(raw, at);
      if (cp != U'“' && cp != U'”') out += raw.substr(at, size);
      at += size;
    }
    return out;
  }
};

TEST_F(ScanTest, MissesNoStretchOfText) {
  std::mt19937 random(3);
  int asked = 0;
  while (asked < 300) {
    const std::string query = "\"" + stretch(random) + "\"";
    if (check_query(query)) continue;  // punctuation alone
    expect_same(query);
    ++asked;
  }
}

TEST_F(ScanTest, AgreesOnTheUsesOfLaws) {
  expect_same_uses("");
  expect_same_uses("网络安全法");
}

TEST_F(ScanTest, AgreesOnWholeQueries) {
  std::mt19937 random(5);
  const auto word = [&] {
    for (;;) {
      std::string out = "\"" + stretch(random) + "\"";
      if (!check_query(out)) return out;
    }
  };
  for (int i = 0; i < 60; ++i) {
    expect_same(word() + " " + word());
    expect_same(word() + " OR " + word());
    expect_same("督促 -" + word());
    expect_same("-" + word());
    expect_same(word() + " NEAR/" + std::to_string(1 + random() % 20) + " " + word());
    expect_same("(" + word() + " OR kind:enforcement) date:2020..2022 -title:" + word());
  }
}

TEST_F(ScanTest, AgreesOnFields) {
  for (const char* query : {"kind:enforcement",
                            "类别：app-notice",
                            "region:省",
                            "authority:网信办",
                            "law:网络安全法",
                            "law:网络安全法#44",
                            "law:数据安全",
                            "sanction:fine",
                            "fine:>10万",
                            "fine:1万..20万",
                            "fine:<=5000",
                            "罚款：＞１００，０００",
                            "date:2019",
                            "date:>=2021-06",
                            "date:2020-03..2022-01",
                            "date:..2019",
                            "日期:2020年",
                            "outlet:新华社",
                            "has:citation",
                            "-has:app",
                            "file:月报",
                            "file:不存在",
                            "org:科技",
                            "title:通报 OR title:查处",
                            "app*",
                            "ａｐｐ",
                            "版本*",
                            "網絡安全",
                            "「网络安全」",
                            "摇一摇",
                            "一",
                            "",
                            "kind:enforcement -罚款",
                            "(罚款 或 整改) 消息"}) {
    expect_same(query);
  }
}

}  // namespace
}  // namespace guanlan
