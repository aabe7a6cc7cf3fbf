// deadlines, timeline and alerts on the command line.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "cli/step_roles.h"
#include "lexicon/rows.h"
#include "testing/command_line.h"
#include "testing/place.h"
#include "testing/scratch.h"

namespace guanlan::cli {
namespace {

using Json = nlohmann::json;

class TrackCommandsTest : public ::testing::Test {
 protected:
  testing::Scratch scratch;
  testing::World world;
  std::string db = (scratch / "x.db").string();

  void add(std::string_view name, std::string_view text) {
    ASSERT_EQ(world.run({"add", scratch.write(name, text), "--db", db}).code, 0);
  }
  testing::Outcome run(std::vector<std::string> args) {
    args.insert(args.end(), {"--db", db});
    return world.run(args);
  }
};

TEST_F(TrackCommandsTest, DeadlinesSayWhoAndHowLong) {
  add("notice.txt",
      "示例省通信管理局关于自查的通知\n\n2024年4月22日，示例省通信管理局印发通知。"
      "各单位应于2024年5月11日前完成自查。\n");
  const auto rows = Json::parse(run({"deadlines", "--format", "json"}).out);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0]["days_left"], 10);  // the clock stands at 1 May
  EXPECT_EQ(rows[0]["who"], "各单位");
  EXPECT_EQ(rows[0]["what"], "各单位应于2024年5月11日前完成自查。");
  EXPECT_EQ(
      Json::parse(run({"deadlines", "--on", "2024-05-12", "--format", "json"}).out)[0]["days_left"],
      -1);
  EXPECT_EQ(run({"deadlines", "--on", "12 May"}).code, 2);
}

TEST_F(TrackCommandsTest, DeadlinesAreWrittenAsACalendar) {
  add("notice.txt", "示例局通知\n\n各单位应于2024年5月11日前完成自查。\n");
  EXPECT_TRUE(run({"deadlines", "--ics", "-"}).out.starts_with("BEGIN:VCALENDAR\r\n"));
  const std::string file = (scratch / "d.ics").string();
  EXPECT_EQ(run({"deadlines", "--ics", file}).out, "");
  EXPECT_TRUE(std::filesystem::exists(file));
  EXPECT_EQ(run({"deadlines", "--ics", "/proc/no/such.ics"}).code, 2);
}

TEST_F(TrackCommandsTest, ATimelineHasItsLinksAndUndoesThem) {
  add("draft.txt",
      "示例部就《规范和促进示例数据流动规定（征求意见稿）》公开征求意见\n\n2024年1月8日，示例部发布"
      "《规范和促进示例数据流动规定（征求意见稿）》，公开征求意见。\n");
  add("final.txt",
      "示例部公布《促进和规范示例数据流动规定》\n\n2024年4月18日，示例部公布《促进和规范示例数据流动规定》。\n");
  const std::string name = "促进和规范示例数据流动规定";
  const auto whole = run({"timeline", name, "--format", "json"});
  const Json steps = Json::parse(whole.out);
  ASSERT_EQ(steps.size(), 2u) << whole.out;
  EXPECT_EQ(steps[0]["role"], "draft");
  EXPECT_EQ(steps[0]["link"], 1);
  EXPECT_NE(whole.err.find("link 1:"), std::string::npos) << whole.err;
  EXPECT_EQ(Json::parse(run({"timeline", "--links", "--format", "json"}).out)[0]["state"],
            "proposed");
  EXPECT_EQ(run({"timeline", "--unlink", "1"}).code, 0);
  EXPECT_EQ(Json::parse(run({"timeline", name, "--format", "json"}).out).size(), 1u);
  EXPECT_EQ(run({"timeline", "--unlink", "9"}).code, 3);
  EXPECT_EQ(run({"timeline", "没有这个", "--of", "app"}).code, 3);
  EXPECT_EQ(run({"timeline"}).code, 2);
}

TEST_F(TrackCommandsTest, AlertsSayNothingUntilSomethingIsNew) {
  add("first.txt", "示例局通报第1批应用\n\n4月1日，示例局通报应用。\n");
  EXPECT_EQ(run({"alerts", "add", "通报", "通报"}).code, 0);
  EXPECT_EQ(run({"alerts", "add", "通报", "通报"}).code, 2);
  EXPECT_EQ(run({"alerts", "add", "通报"}).code, 2);
  EXPECT_EQ(run({"alerts", "run"}).out, "");
  add("second.txt", "示例局通报第2批应用\n\n4月2日，示例局通报应用。\n");
  const auto told = run({"alerts", "run", "--format", "json"});
  EXPECT_EQ(told.code, 0) << told.err;
  EXPECT_EQ(Json::parse(told.out)[0]["kind"], "new");
  EXPECT_EQ(run({"alerts", "run"}).out, "");
  EXPECT_NE(run({"alerts", "digest", "--by", "day"}).out.find("第2批"), std::string::npos);
  EXPECT_EQ(run({"alerts", "digest", "--by", "day", "--on", "2023-01-01"}).out, "");
  EXPECT_EQ(run({"alerts", "run", "--config", "/no/such.yaml"}).code, 2);
  EXPECT_EQ(run({"alerts", "drop", "通报"}).code, 0);
  EXPECT_EQ(run({"alerts", "list"}).out, "");
}

TEST_F(TrackCommandsTest, NoDatabaseIsSaid) { EXPECT_EQ(run({"deadlines"}).code, 2); }

// Every stage that the table of cases knows has a name in both languages, and is in the manual.
TEST(StepRoles, AreNamed) {
  std::ifstream manual(testing::root() / "docs/tracking.md");
  const std::string told((std::istreambuf_iterator<char>(manual)), {});
  for (const auto& row : rows_of("lexicon/track/cases.tsv")) {
    if (row[1] != "stage") continue;
    EXPECT_NE(step_role(Language::zh, row[2]), row[2]) << row[2];
    EXPECT_NE(step_role(Language::en, row[2]), "") << row[2];
    EXPECT_NE(told.find("`" + std::string(row[2]) + "`"), std::string::npos) << row[2];
  }
}

}  // namespace
}  // namespace guanlan::cli
