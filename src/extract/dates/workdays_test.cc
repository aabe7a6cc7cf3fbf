#include "extract/dates/workdays.h"

#include <gtest/gtest.h>

#include "extract/dates/reckon.h"

namespace guanlan::dates {
namespace {

std::string after_days(const Point& from, int amount, TimeUnit unit) {
  return iso(within(from, {amount, unit, 0}).point);
}

TEST(Workdays, CountDaysThereAndBack) {
  EXPECT_EQ(day_of({1970, 1, 1}), 0);
  EXPECT_EQ(day_of({2024, 2, 29}) + 1, day_of({2024, 3, 1}));
  for (Day day = day_of({1899, 12, 25}); day < day_of({2101, 1, 5}); ++day) {
    ASSERT_EQ(day_of(point_of(day)), day);
  }
}

TEST(Workdays, KnowTheCalendarOfEachYear) {
  const WorkCalendar& calendar = WorkCalendar::builtin();
  for (int year = 2015; year <= 2026; ++year) EXPECT_TRUE(calendar.knows(year)) << year;
  EXPECT_FALSE(calendar.knows(2031));
  EXPECT_FALSE(calendar.works(day_of({2024, 10, 1})));  // a Tuesday
  EXPECT_TRUE(calendar.works(day_of({2024, 10, 12})));  // a Saturday that is worked
  EXPECT_FALSE(calendar.works(day_of({2024, 10, 13})));
  EXPECT_TRUE(calendar.works(day_of({2024, 10, 14})));
}

// A year has eleven days of holiday on weekdays (from 2025 thirteen) after the make-up days, and
// only weekends are made up with.
TEST(Workdays, HaveAsManyDaysOffAsTheLawGives) {
  const WorkCalendar& calendar = WorkCalendar::builtin();
  for (int year = 2015; year <= 2026; ++year) {
    int off = 0;
    for (Day day = day_of({year, 1, 1}); day <= day_of({year, 12, 31}); ++day) {
      off += static_cast<int>(!is_weekend(day)) - static_cast<int>(calendar.works(day));
    }
    const bool special = year == 2015 || year == 2020;  // 9月3日; the holiday that was prolonged
    EXPECT_GE(off, 11) << year;
    EXPECT_LE(off, year >= 2025 || special ? 13 : 11) << year;
  }
}

TEST(Workdays, SkipHolidaysAndCountMakeUpDays) {
  EXPECT_EQ(after_days({2024, 9, 27}, 3, TimeUnit::working_day), "2024-10-08");  // 29, 30, then 8
  EXPECT_EQ(after_days({2024, 11, 5}, 10, TimeUnit::working_day), "2024-11-19");
  EXPECT_EQ(after_days({2024, 2, 8}, 1, TimeUnit::working_day), "2024-02-09");
  EXPECT_EQ(after_days({2024, 2, 9}, 1, TimeUnit::working_day), "2024-02-18");  // a Sunday
}

TEST(Reckon, MovesAnEndOnADayOffToTheNextWorkingDay) {
  EXPECT_EQ(after_days({2024, 9, 1}, 30, TimeUnit::day), "2024-10-08");
  EXPECT_EQ(within({2024, 9, 1}, {30, TimeUnit::day, 0}).derivation,
            "2024-09-01 + 30日 = 2024-10-01(休息日) → 2024-10-08");
  EXPECT_EQ(after_days({2024, 11, 5}, 30, TimeUnit::day), "2024-12-05");
  EXPECT_EQ(after_days({2024, 1, 31}, 1, TimeUnit::month), "2024-02-29");
}

TEST(Reckon, SaysWhatTheTableLacks) {
  EXPECT_EQ(within({2031, 5, 6}, {3, TimeUnit::working_day, 0}).derivation,
            "2031-05-06 + 3工作日 = 2031-05-09; 无2031年放假安排,只计周末");
}

TEST(Reckon, KeepsThePrecisionOfItsAnchor) {
  EXPECT_EQ(iso(lasting({2024, 12, 1}, {5, TimeUnit::year, 0}).point), "2029-11-30");
  EXPECT_EQ(iso(lasting({2024, 11}, {3, TimeUnit::month, 0}).point), "2025-01");
  EXPECT_EQ(within({2024, 11}, {3, TimeUnit::day, 0}).point.year, 0);
  EXPECT_EQ(lasting({2028}, {5, TimeUnit::year, 0}).point.year, 0);
  EXPECT_EQ(iso(after({2024, 11, 1}, {30, TimeUnit::day, 0}).point), "2024-12-02");
}

}  // namespace
}  // namespace guanlan::dates
