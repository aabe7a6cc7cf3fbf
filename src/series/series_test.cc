#include "guanlan/series.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>

#include "guanlan/chart.h"
#include "guanlan/store.h"
#include "testing/readings.h"
#include "testing/scratch.h"

namespace guanlan {
namespace {

Observation observation(std::string indicator, std::string period, double value, std::string unit,
                        std::string region = "河南省", std::string operator_name = {}) {
  Observation o;
  if (const Indicator* known = find_indicator(indicator)) o.canonical = known->name;
  o.indicator = std::move(indicator);
  o.period = std::move(period);
  o.region = std::move(region);
  o.operator_name = std::move(operator_name);
  o.value = value;
  o.decimals = value == static_cast<int>(value) ? 0 : 1;
  o.unit = std::move(unit);
  o.text = "示例";
  return o;
}

class SeriesTest : public ::testing::Test {
 protected:
  // Stores the file `name` with these observations; once more under other rules.
  [[nodiscard]] bool put(const std::string& name, const std::vector<Observation>& all,
                         const std::string& rules = "1-a") {
    Reading file = testing::reading(name);
    file.name = name + ".txt";
    const auto stored = files->put(file);
    return stored && store.put(stored->document, rules, {all});
  }
  testing::Scratch scratch;
  std::unique_ptr<Store> files =
      open_store(scratch / "series.db", testing::stopped_clock()).value();
  ObservationStore store =
      ObservationStore::open(scratch / "series.db", testing::stopped_clock()).value();
};

TEST_F(SeriesTest, LinesUpNamesAndUnitsOfSeveralMonths) {
  ASSERT_TRUE(put("7月", {observation("互联网用户总数", "2020-07", 11561, "万户")}));
  ASSERT_TRUE(put("8月", {observation("互联网用户", "2020-08", 1.16, "亿户"),
                          observation("互联网用户", "2020-08", 4, "万户", "河南省", "河南移动")}));
  const auto found =
      series(store, {.indicator = "互联网总用户", .region = "河南省", .operator_name = ""});
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->size(), 1u);
  const Series& one = found->front();
  EXPECT_EQ(one.key.indicator, "互联网用户");
  EXPECT_EQ(one.key.unit, "户");
  ASSERT_EQ(one.points.size(), 2u);
  EXPECT_EQ(one.points[0].stored.number, 115610000);
  EXPECT_EQ(one.points[1].stored.number, 116000000);
  EXPECT_EQ(one.points[0].stored.file, "7月.txt");
  const Chart chart = chart_of(*found);
  EXPECT_EQ(chart.labels, (std::vector<std::string>{"2020-07", "2020-08"}));
  EXPECT_EQ(chart.unit, "万户");
}

TEST_F(SeriesTest, KeepsARestatedValueBesideTheOldOne) {
  ASSERT_TRUE(put("初报", {observation("网站", "2020-08", 23.4, "万个")}));
  ASSERT_TRUE(put("旁证", {observation("网站", "2020-08", 234000, "个")}));
  ASSERT_TRUE(put("更正", {observation("网站", "2020-08", 23.6, "万个")}));
  const auto found = series(store, {.indicator = "网站"});
  ASSERT_TRUE(found);
  std::vector<std::string> standings;
  for (const Series& one : *found) {
    for (const SeriesPoint& p : one.points)
      standings.push_back(p.stored.file + " " + std::string(name(p.standing)));
  }
  EXPECT_EQ(standings, (std::vector<std::string>{"初报.txt restated", "旁证.txt restated",
                                                 "更正.txt current"}));
}

TEST_F(SeriesTest, AReadingUnderNewRulesWithdrawsButNeverDeletes) {
  const std::vector<Observation> first{observation("网站", "2020-08", 10, "个"),
                                       observation("域名", "2020-08", 20, "个")};
  ASSERT_TRUE(put("月报", first));
  ASSERT_TRUE(put("月报", {first.front()}, "2-b"));
  const auto count = [&](bool withdrawn) {
    std::vector<std::string> out;
    EXPECT_TRUE(store.each({.withdrawn = withdrawn}, [&](StoredObservation&& o) {
      out.push_back(o.series.indicator + (o.withdrawn.empty() ? "" : " " + o.withdrawn));
      return true;
    }));
    return out;
  };
  EXPECT_EQ(count(false), std::vector<std::string>{"网站"});
  EXPECT_EQ(count(true), (std::vector<std::string>{"域名 2024-05-01T08:00:00Z", "网站"}));
  ASSERT_TRUE(put("月报", first, "3-c"));
  EXPECT_EQ(count(true), (std::vector<std::string>{"域名", "网站"}));
}

TEST_F(SeriesTest, NamesTheCandidatesOfAnUnclearIndicator) {
  ASSERT_TRUE(put("甲", {observation("某甲指数", "2020-08", 1, ""),
                         observation("某乙指数", "2020-08", 1, "")}));
  const auto unclear = series(store, {.indicator = "指数"});
  ASSERT_FALSE(unclear);
  EXPECT_EQ(unclear.error().code, Code::invalid);
  EXPECT_NE(unclear.error().hint.find("某乙指数、某甲指数"), std::string::npos);
  EXPECT_EQ(series(store, {.indicator = "没有"}).error().code, Code::not_found);
  EXPECT_EQ(series(store, {.indicator = "某甲指数"})->size(), 1u);
}

// Ten years of months, 31 provinces, 200 indicators: 744,000 observations.
TEST_F(SeriesTest, DISABLED_SlowTenYearsOfAllProvinces) {
  using Clock = std::chrono::steady_clock;
  const auto seconds = [](Clock::time_point since) {
    return std::chrono::duration<double>(Clock::now() - since).count();
  };
  double taken = 0;
  for (int month = 0; month < 120; ++month) {
    std::vector<Observation> all;
    const std::string period = fmt::format("{}-{:02}", 2014 + month / 12, month % 12 + 1);
    for (int region = 0; region < 31; ++region) {
      for (int indicator = 0; indicator < 200; ++indicator) {
        all.push_back(observation(fmt::format("示例指标{:03}", indicator), period,
                                  1000.5 + month * region, "万户",
                                  fmt::format("示例{:02}省", region)));
        all.back().place.span = {static_cast<std::uint32_t>(all.size()), 9};
      }
    }
    const auto start = Clock::now();
    ASSERT_TRUE(put("月" + std::to_string(month), all));
    taken += seconds(start);
  }
  double worst = 0;
  for (int i = 0; i < 200; ++i) {
    const auto start = Clock::now();
    const auto found = series(store, {.indicator = fmt::format("示例指标{:03}", i),
                                      .region = fmt::format("示例{:02}省", i % 31)});
    worst = std::max(worst, seconds(start));
    ASSERT_EQ(found->front().points.size(), 120u);
  }
  std::printf("744,000 observations in %.1f s; slowest series %.2f ms\n", taken, worst * 1000);
  EXPECT_LT(taken, 10);
  EXPECT_LT(worst, 0.005);
}

TEST_F(SeriesTest, CatchesUpWithTheStoreOnce) {
  auto reading =
      take_in("2024年9月湖南省通信业运行情况\n截至9月底，全省电话用户总数达7652.3万户。\n",
              "月报.txt", Lexicon::builtin());
  ASSERT_TRUE(reading);
  ASSERT_TRUE(files->put(*reading));
  EXPECT_EQ(store.catch_up(*files)->read, 1u);
  EXPECT_EQ(store.catch_up(*files)->read, 0u);
  EXPECT_EQ(series(store, {.indicator = "电话用户"})->front().points.size(), 1u);
  EXPECT_EQ(*store.document(reading->digest), 1);
  EXPECT_EQ(*store.document("sha256:none"), 0);
}

TEST_F(SeriesTest, NamesAStoredFileThatCannotBeReadAndTriesAgain) {
  Reading broken = testing::reading("示例");
  broken.name = "坏.pdf";
  broken.bytes = "%PDF-1.7\n";
  ASSERT_TRUE(files->put(broken));
  for (int time = 0; time < 2; ++time) {
    const auto done = store.catch_up(*files);
    ASSERT_TRUE(done);
    EXPECT_EQ(done->read, 0u);
    ASSERT_EQ(done->unreadable.size(), 1u);
    EXPECT_NE(done->unreadable.front().place.find("坏.pdf"), std::string::npos);
    EXPECT_FALSE(done->unreadable.front().message.empty());
  }
}

}  // namespace
}  // namespace guanlan
