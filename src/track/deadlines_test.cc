#include <gtest/gtest.h>

#include <map>

#include "guanlan/track.h"
#include "store/packed_item.h"
#include "store/schema.h"
#include "store/work.h"
#include "testing/scratch.h"
#include "testing/taken.h"

namespace guanlan {
namespace {

constexpr const char* kNotice =
    "示例省通信管理局关于自查的通知\n\n"
    "2024年4月22日，示例省通信管理局印发通知。各单位应于2024年5月6日前完成自查。"
    "各单位应于2024年5月11日前报送材料。相关企业要在2024年5月底前完成整改。\n";

class DeadlinesTest : public ::testing::Test {
 protected:
  testing::Scratch scratch;
  std::filesystem::path file = scratch / "x.db";

  void SetUp() override { ASSERT_TRUE(open_store(file).value()->put(testing::taken(kNotice))); }
  // Records in plain text and an empty table of facts, as before migration 10.
  static void unpack_items(const sqlite::Database& database) {
    sqlite::Work work(database);
    std::map<std::int64_t, std::string> plain;
    work.rows("SELECT id, record FROM items", [&](const sqlite::Statement& row) {
      plain[row.integer(0)] = packed_record(database, row.blob(1)).value();
      return true;
    });
    for (const auto& [id, record] : plain)
      work.run("UPDATE items SET record = ? WHERE id = ?", record, id);
    work.run("CREATE TABLE facts(item, field, idx, value, text, page, begin, end, rule, cue)");
    ASSERT_TRUE(work.ok());
  }
  std::vector<Deadline> ask(const DeadlineQuery& query) {
    return Tracker::open(file).value()->deadlines(query).value();
  }
};

TEST_F(DeadlinesTest, CountTheDaysAndThoseThatAreWorked) {
  const auto all = ask({{}, {}, "2024-04-26"});
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].days_left, 10);
  EXPECT_EQ(all[0].working_days_left, 4);  // 28 April is made up for; 1 to 5 May are off
  EXPECT_FALSE(all[0].day_off);
  EXPECT_FALSE(all[1].day_off);  // a Saturday that is worked
  EXPECT_EQ(all[2].date, "2024-05");
  EXPECT_EQ(all[2].last_day, "2024-05-31");
  EXPECT_EQ(all[2].who, "相关企业");
  const auto past = ask({{}, {}, "2024-05-13"});
  EXPECT_EQ(past[0].days_left, -7);
  EXPECT_EQ(past[0].working_days_left, -6);
}

TEST_F(DeadlinesTest, AreChosenByTheirLastDay) {
  EXPECT_EQ(ask({"2024-05-07", "", "2024-05-01"}).size(), 2u);
  EXPECT_EQ(ask({"", "2024-05-11", "2024-05-01"}).size(), 2u);
  EXPECT_EQ(ask({"2024-05", "2024-05", "2024-05-01"}).size(), 3u);
  EXPECT_EQ(ask({"2025", "", "2024-05-01"}).size(), 0u);
  const auto tracker = Tracker::open(file).value();
  EXPECT_EQ(tracker->deadlines({"May", "", "2024-05-01"}).error().code, Code::invalid);
  EXPECT_EQ(tracker->deadlines({}).error().code, Code::invalid);
}

TEST_F(DeadlinesTest, YearsWithoutATableAreSaid) {
  EXPECT_TRUE(ask({{}, {}, "2024-04-26"})[0].calendar_known);
  EXPECT_FALSE(ask({{}, {}, "2001-04-26"})[0].calendar_known);
  EXPECT_FALSE(ask({{}, {}, "1900-01-01"})[0].working_days_left);
}

TEST_F(DeadlinesTest, AFileReadAgainLeavesNoOldOnes) {
  auto store = open_store(file).value();
  Reading again = testing::taken(kNotice);
  again.rules = "0-other";
  ASSERT_EQ(store->put(again)->what, Stored::reread);
  EXPECT_EQ(ask({{}, {}, "2024-04-26"}).size(), 3u);
  ASSERT_EQ(store->put(testing::taken(kNotice))->what, Stored::reread);
  EXPECT_EQ(ask({{}, {}, "2024-04-26"}).size(), 3u);
}

// A database as versions before the index left it.
TEST_F(DeadlinesTest, AnOlderDatabaseIsBroughtUpToDate) {
  {
    auto database = sqlite::Database::connect(file).value();
    ASSERT_TRUE(database.prepare_for_work());
    unpack_items(database);
    ASSERT_TRUE(
        database.run("DROP TABLE alert_sent; DROP TABLE alerts; DROP TABLE alert_seen;"
                     "DROP TABLE saved_queries; DROP TABLE links; DROP TABLE steps;"
                     "DROP TABLE subjects; DROP TABLE deadlines; DROP TABLE track_state;"
                     "PRAGMA user_version = 6;"));
  }
  EXPECT_EQ(ask({{}, {}, "2024-04-26"}).size(), 3u);
}

TEST_F(DeadlinesTest, AnIndexOfOtherRulesIsMadeAgain) {
  {
    auto database = open_database(file).value();
    ASSERT_TRUE(database.run("DELETE FROM deadlines; UPDATE track_state SET rules = '0/1-old'"));
  }
  EXPECT_EQ(ask({{}, {}, "2024-04-26"}).size(), 3u);
}

TEST_F(DeadlinesTest, ACalendarHasThoseThatHaveADay) {
  const auto all = ask({{}, {}, "2024-04-26"});
  const std::string text = icalendar(all, "2024-05-01T08:00:00Z");
  EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  EXPECT_NE(text.find("DTSTART;VALUE=DATE:20240506\r\n"), std::string::npos);
  EXPECT_NE(text.find("DTSTAMP:20240501T080000Z\r\n"), std::string::npos);
  EXPECT_EQ(text.find("20240531"), std::string::npos);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    EXPECT_LE(end - at, 75u);
    at = end + 2;
  }
  EXPECT_EQ(text, icalendar(all, "2024-05-01T08:00:00Z"));
}

TEST(Deadlines, OfADatabaseThatIsNotThere) {
  EXPECT_EQ(Tracker::open("/no/such.db").error().code, Code::not_found);
}

}  // namespace
}  // namespace guanlan
