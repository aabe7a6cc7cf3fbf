// deadlines, timeline and alerts on the command line.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "testing/command_line.h"
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
  EXPECT_EQ(Json::parse(run({"deadlines", "--on", "2024-05-12", "--format", "json"}).out)[0]["days_left"], -1);
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

TEST_F(TrackCommandsTest, NoDatabaseIsSaid) { EXPECT_EQ(run({"deadlines"}).code, 2); }

}  // namespace
}  // namespace guanlan::cli
