#include "text/iso_date.h"

#include <gtest/gtest.h>

namespace guanlan {
namespace {

TEST(IsoDate, IsAYearAMonthOrADay) {
  for (const char* date : {"2024", "2024-05", "2024-12-31"}) EXPECT_TRUE(is_iso_date(date)) << date;
  for (const char* none : {"", "202", "2024-13", "2024-00", "2024-05-32", "2024/05", "2024-5",
                           "20x4", "2024-05-1", "2024-H1"}) {
    EXPECT_FALSE(is_iso_date(none)) << none;
  }
}

TEST(IsoDate, RecordsHaveHalvesAndQuartersToo) {
  for (const char* date : {"2024-H1", "2024-H2", "2024-Q4", "2024-05"})
    EXPECT_TRUE(is_record_date(date)) << date;
  for (const char* none : {"2024-H3", "2024-Q0", "2024-Q5", "2024-h1", "2024-W1", "2024--//"})
    EXPECT_FALSE(is_record_date(none)) << none;
}

}  // namespace
}  // namespace guanlan
