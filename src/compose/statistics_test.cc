// The statistics section of an issue: from stored reports to the rendered files.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "compose/statistics.h"
#include "guanlan/chart.h"
#include "guanlan/compose.h"
#include "guanlan/lexicon.h"
#include "guanlan/observations.h"
#include "read/zip.h"
#include "testing/readings.h"
#include "testing/scratch.h"

namespace guanlan::compose {
namespace {

// A month's return of an invented administration; `users` in 万户.
std::string report(int month, double users) {
  std::string out = fmt::format(
      "河南省互联网发展动态\n2024年第{0}期\n\n河南省开展网络安全检查\n"
      "{0}月3日，河南省通信管理局开展网络安全检查，发现隐患若干。\n来源：河南省通信管理局\n"
      "一、互联网总体情况\n（一）用户发展情况\n1.互联网用户\n"
      "{0}月份，全省互联网用户新增{2}万户，总数达到{1}万户，居全国第4位。\n"
      "2.IPTV用户\n{0}月份，全省IPTV用户总数达到1867.5万户。河南移动公司IPTV用户为989.2万户；"
      "河南联通公司IPTV用户为638.9万户；河南电信公司IPTV用户为239.4万户。\n",
      month, users, 70 + month);
  out += month == 9 ? "（二）网站数量（因系统升级，本月暂不提供）\n"
                    : fmt::format("（二）网站数量\n{}月份，全省网站总数为23.4万个。\n", month);
  return out;
}

class StatisticsSection : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const auto& [month, users] : {std::pair{7, 11561.0}, {8, 11636.5}, {9, 11700.2}}) {
      const auto reading =
          take_in(report(month, users), fmt::format("{}月.txt", month), Lexicon::builtin());
      ASSERT_TRUE(reading);
      ASSERT_TRUE(store_->put(*reading));
    }
    ASSERT_TRUE(observations_.catch_up(*store_));
  }
  Desk gathered(const char* period = "2024-09") {
    auto desk =
        gather(*store_, {}, "newsletter", *Period::parse(period), {{}, false, &observations_});
    EXPECT_TRUE(desk) << desk.error().message;
    return desk ? std::move(*desk) : Desk{};
  }
  static const Item* titled(const Desk& desk, std::string_view title) {
    for (const std::string& id : seated(desk.outline)) {
      if (desk.items.at(id).title == title) return &desk.items.at(id);
    }
    return nullptr;
  }

  testing::Scratch scratch_;
  std::unique_ptr<Store> store_ = open_store(scratch_ / "s.db", testing::stopped_clock()).value();
  ObservationStore observations_ =
      ObservationStore::open(scratch_ / "s.db", testing::stopped_clock()).value();
};

TEST_F(StatisticsSection, ReplacesTheReportsWhoseFiguresItSays) {
  const Desk desk = gathered();
  const Item* users = titled(desk, "互联网用户");
  ASSERT_NE(users, nullptr);
  EXPECT_EQ(users->made_from, "statistics");
  EXPECT_NE(users->body.find("11700.2万户"), std::string::npos);
  ASSERT_FALSE(users->origins.empty());
  EXPECT_EQ(users->origins.front().file, "9月.txt");
  for (const Value& v : users->facts) EXPECT_NE(v.at.end, 0u) << v.text;
  EXPECT_FALSE(desk.outline.dropped.empty());
  for (const Dropped& d : desk.outline.dropped) EXPECT_EQ(d.by, "guanlan");
}

TEST_F(StatisticsSection, DrawsTheLeadingIndicatorOverTime) {
  const Desk desk = gathered();
  const Item* users = titled(desk, "互联网用户");
  ASSERT_NE(users, nullptr);
  const auto chart = parse_chart(desk.charts.at("charts/" + users->id + ".yaml"), "x");
  ASSERT_TRUE(chart);
  EXPECT_EQ(chart->kind, ChartKind::line);
  EXPECT_EQ(chart->labels, (std::vector<std::string>{"2024-07", "2024-08", "2024-09"}));
}

TEST_F(StatisticsSection, TablesWhatOperatorsHave) {
  const Desk desk = gathered();
  const Item* tv = titled(desk, "IPTV用户");
  ASSERT_NE(tv, nullptr);
  EXPECT_NE(tv->body.find("| 河南移动 | 989.2 |"), std::string::npos) << tv->body;
}

TEST_F(StatisticsSection, SaysWhatIsMissingAndWhy) {
  const Desk desk = gathered();
  const Item* notes = titled(desk, "数据说明");
  ASSERT_NE(notes, nullptr);
  EXPECT_EQ(notes->body, "因系统升级，网站数量数据暂不提供。");
}

TEST_F(StatisticsSection, AMonthWithoutFiguresNamesThoseOfTheMonthBefore) {
  const std::string news =
      "示例市开展检查\n\n2024年10月8日，示例市互联网信息办公室开展检查。\n\n来源：示例日报\n";
  const auto reading = take_in(news, "10月.txt", Lexicon::builtin());
  ASSERT_TRUE(reading);
  ASSERT_TRUE(store_->put(*reading));
  ASSERT_TRUE(observations_.catch_up(*store_));
  const Desk desk = gathered("2024-10");
  const Item* notes = titled(desk, "数据说明");
  ASSERT_NE(notes, nullptr);
  EXPECT_EQ(notes->body, "互联网用户、IPTV用户本月数据暂不提供。");
}

TEST_F(StatisticsSection, StandsInEveryFormatAndPassesTheGate) {
  Desk desk = gathered();
  desk.outline.masthead.bodies = {{"主办", "示例协会"}};
  const Hand hand{"王", testing::stopped_clock()};
  for (const std::string& id : seated(desk.outline))
    ASSERT_TRUE(mark(desk, id, State::approved, hand));
  ASSERT_TRUE(mark(desk, "", State::approved, hand));
  ASSERT_TRUE(save_base(scratch_.folder(), desk));
  auto verdict = gate(scratch_.folder(), desk, {});
  ASSERT_TRUE(verdict);
  for (const Obstacle& o : verdict->obstacles) ADD_FAILURE() << o.rule << o.message << o.text;
  desk.charts.begin()->second += "# 改过\n";
  verdict = gate(scratch_.folder(), desk, {});
  ASSERT_TRUE(verdict);
  EXPECT_TRUE(std::any_of(verdict->obstacles.begin(), verdict->obstacles.end(),
                          [](const Obstacle& o) { return o.rule == "chart"; }));

  const auto files = render(scratch_.folder(), desk, {}, {},
                            {{Output::html, Output::markdown, Output::docx}, false});
  ASSERT_TRUE(files) << files.error().message << files.error().hint;
  std::map<std::string, std::string> by_name(files->begin(), files->end());
  EXPECT_NE(by_name.at("2024-09.html").find("<svg"), std::string::npos);
  EXPECT_NE(by_name.at("2024-09.html").find("<td>989.2</td>"), std::string::npos);
  EXPECT_NE(by_name.at("2024-09.md").find("| 2024-07 | 11,561.0 |"), std::string::npos);
  const std::string svg = "charts/" + titled(desk, "互联网用户")->id + ".svg";
  EXPECT_TRUE(by_name.at(svg).starts_with("<svg"));
  const auto parts = unzip(by_name.at("2024-09.docx"),
                           [](std::string_view name) { return name.starts_with("word/"); });
  ASSERT_TRUE(parts);
  EXPECT_TRUE(parts->at("word/media/picture1.png").starts_with("\x89PNG"));
  EXPECT_NE(
      parts->at("word/document.xml").find("descr=\"河南省互联网用户（2024年7月至2024年9月）\""),
      std::string::npos);
}

TEST_F(StatisticsSection, AnEditedSentenceStaysWhenFiguresAreComposedAgain) {
  const Desk base = gathered();
  Desk mine = base;
  const std::string id = titled(base, "互联网用户")->id;
  mine.items.at(id).body = "编辑重写的一段。";
  const Merged merged = merge(base, mine, base);
  EXPECT_TRUE(merged.changes.empty());
  EXPECT_EQ(merged.desk.items.at(id).body, "编辑重写的一段。");
}

TEST(StatisticsMonths, AreCountedBackwards) {
  EXPECT_EQ(month_before("2024-01", 1), "2023-12");
  EXPECT_EQ(month_before("2024-09", 12), "2023-09");
  EXPECT_EQ(months_of(*Period::parse("2024-Q4")),
            (std::vector<std::string>{"2024-12", "2024-11", "2024-10"}));
}

}  // namespace
}  // namespace guanlan::compose
