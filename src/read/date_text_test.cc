#include "read/date_text.h"

#include <gtest/gtest.h>

namespace guanlan {
namespace {

TEST(DateText, FindsTheFirstCalendarDate) {
  EXPECT_EQ(find_date("发布时间：2024-05-15 09:20"), "2024-05-15");
  EXPECT_EQ(find_date("2017-1-19 17:32:05"), "2017-01-19");
  EXPECT_EQ(find_date("2024年 5 月 7 日 来源"), "2024-05-07");
  EXPECT_EQ(find_date("日期：2024/05/15"), "2024-05-15");
  EXPECT_EQ(find_date("2024.5.1"), "2024-05-01");
  EXPECT_EQ(find_date("20240515"), "2024-05-15");
  EXPECT_EQ(find_date("2024-05-15T09:20:00+08:00"), "2024-05-15");
  EXPECT_EQ(find_date("Wed, 15 May 2024 12:20:00 +0800"), "2024-05-15");
}

TEST(DateText, NothingElseIsADate) {
  for (const char* text : {"", "点击数：1286", "2024-13-01", "2024年5月", "电话 021-00000000",
                           "202405151", "3024-01-01", "2024-05-40"}) {
    EXPECT_EQ(find_date(text), "") << text;
  }
}

}  // namespace
}  // namespace guanlan
