#include "cli/remarks.h"

#include <gtest/gtest.h>

#include "testing/command_line.h"
#include "testing/scratch.h"

namespace guanlan::cli {
namespace {

const std::string kNotice =
    "示例省通信管理局通报3款应用\n\n4月12日，示例省通信管理局通报3款应用。\n";

TEST(RemarksTest, AFileWithALossIsStoredAndNamed) {
  const testing::Scratch scratch;
  const testing::World world;
  const std::string db = (scratch / "x.db").string();
  const std::string file = scratch.write("bidi.txt", kNotice + "\u202E");
  const auto added = world.run({"add", file, "--db", db});
  EXPECT_EQ(added.code, 3);
  EXPECT_TRUE(testing::has(added.out, "1 files added"));
  EXPECT_TRUE(testing::has(added.err,
                           "[damaged] 1 bidi control characters (first on line 4) (" + file + ")"))
      << added.err;
  EXPECT_TRUE(testing::has(added.err, "  hint: it was read; compare it with the original\n"));
  EXPECT_TRUE(testing::has(added.err, "1 files were stored with a loss"));
  const auto again = world.run({"add", file, "--db", db});
  EXPECT_EQ(again.code, 0);
  EXPECT_EQ(again.err, "");
}

TEST(RemarksTest, ANoteChangesNothing) {
  const testing::Scratch scratch;
  const testing::World world;
  const std::string file = scratch.write("zero.txt", kNotice + "\u200B");
  const auto outcome = world.run({"add", file, "--db", (scratch / "x.db").string()});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err,
            "guanlan: note: 1 zero-width characters (first on line 4) (" + file + ")\n");
  EXPECT_TRUE(testing::has(world.run({"extract", file}).err, "zero-width"));
}

}  // namespace
}  // namespace guanlan::cli
