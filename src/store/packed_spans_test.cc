#include "store/packed_spans.h"

#include <gtest/gtest.h>

namespace guanlan {
namespace {

TEST(PackedSpansTest, ComeBackAsTheyWere) {
  const std::vector<Span> spans{
      {0, 3}, {3, 3}, {90, 100}, {5, 70'000}, {4'000'000'000u, 4'294'967'295u}};
  EXPECT_EQ(unpacked(packed(spans)), spans);
  EXPECT_TRUE(unpacked("").empty());
}

TEST(PackedSpansTest, DamageEndsTheList) {
  const std::vector<Span> spans{{1, 2}, {300, 900}};
  const std::string bytes = packed(spans);
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
    EXPECT_LT(unpacked(bytes.substr(0, cut)).size(), spans.size());
  }
  EXPECT_TRUE(unpacked("\x01\x05").empty());
  EXPECT_TRUE(unpacked(std::string(40, '\xff')).empty());
}

}  // namespace
}  // namespace guanlan
