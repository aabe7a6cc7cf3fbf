#include "read/furniture.h"

#include <gtest/gtest.h>

namespace guanlan {
namespace {

TEST(FurnitureTest, PageNumbers) {
  for (const auto* text : {"3", "- 3 -", "— 12 —", "－3－", "第3页", "第 3 页", "第3页 共9页",
                           "3/9", "第 3 页，共 9 页", "iii", "XIV", "· 7 ·"})
    EXPECT_TRUE(is_page_number(text)) << text;
  for (const auto* text :
       {"", "第", "共9页的附件", "2023年", "3.5", "12345", "表3", "3 9", "livid"})
    EXPECT_FALSE(is_page_number(text)) << text;
}

}  // namespace
}  // namespace guanlan
