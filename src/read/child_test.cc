#include "read/child.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>

namespace guanlan {
namespace {

Child shell(std::string script) {
  Child child;
  child.program = "sh";
  child.arguments = {"-c", std::move(script)};
  return child;
}

TEST(ChildTest, GivesWhatTheProgramPrints) {
  const auto output = run(shell("echo 观澜; echo talk >&2; exit 3"));
  ASSERT_TRUE(output);
  EXPECT_EQ(output->out, "观澜\n");
  EXPECT_EQ(output->err, "talk\n");
  EXPECT_EQ(output->end, ChildEnd::exited);
  EXPECT_EQ(output->status, 3);
}

TEST(ChildTest, InputCanBeOpenedAgainAndSoughtIn) {
  const auto file = AnonymousFile::with("first\nsecond\n");
  ASSERT_TRUE(file);
  auto child = shell("cat; tail -c 7 /dev/stdin");
  child.input = &*file;
  const auto output = run(child);
  ASSERT_TRUE(output);
  EXPECT_EQ(output->out, "first\nsecond\nsecond\n");
}

TEST(ChildTest, EnvironmentAndDescriptorsAreItsOwn) {
  ::setenv("GUANLAN_SECRET", "1", 1);
  auto child = shell("env; ls /proc/self/fd");
  child.environment = {"OMP_THREAD_LIMIT=1"};
  const auto output = run(child);
  ASSERT_TRUE(output);
  EXPECT_EQ(output->out.find("GUANLAN_SECRET"), std::string::npos);
  EXPECT_NE(output->out.find("OMP_THREAD_LIMIT=1\n"), std::string::npos);
  EXPECT_NE(output->out.find("PATH="), std::string::npos);
  EXPECT_TRUE(output->out.ends_with("0\n1\n2\n3\n")) << output->out;  // 3: the folder ls reads
}

TEST(ChildTest, IsKilledWithItsChildrenAfterItsTime) {
  auto child = shell("sleep 30 & sleep 30");
  child.limits.seconds = 0.2;
  const auto begin = std::chrono::steady_clock::now();
  const auto output = run(child);
  ASSERT_TRUE(output);
  EXPECT_EQ(output->end, ChildEnd::timeout);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(ChildTest, ClosedStreamsDoNotHideAHang) {
  auto child = shell("exec >&- 2>&-; sleep 30");
  child.limits.seconds = 0.2;
  const auto output = run(child);
  ASSERT_TRUE(output);
  EXPECT_EQ(output->end, ChildEnd::timeout);
}

TEST(ChildTest, AFloodIsCut) {
  auto child = shell("yes");
  child.limits.output = 1000;
  const auto output = run(child);
  ASSERT_TRUE(output);
  EXPECT_EQ(output->end, ChildEnd::flooded);
  EXPECT_EQ(output->out.size(), 1000U);
}

TEST(ChildTest, MemoryIsLimited) {
  auto child = shell("x=$(head -c 200000000 /dev/zero | tr '\\0' 'x'); echo ${#x}");
  child.limits.memory = 64u << 20;
  const auto output = run(child);
  ASSERT_TRUE(output);
  EXPECT_FALSE(output->ok() && output->out == "200000000\n");
}

TEST(ChildTest, WritesNoFiles) {
  const auto output =
      run(shell("echo x > /tmp/guanlan-child-test; wc -c < /tmp/guanlan-child-test;"
                "rm -f /tmp/guanlan-child-test"));
  ASSERT_TRUE(output);
  EXPECT_NE(output->out, "2\n");
}

TEST(ChildTest, AMissingProgramIsNamedWithItsPackage) {
  Child child;
  child.program = "pdftotext-of-another-world";
  const auto output = run(child);
  ASSERT_FALSE(output);
  EXPECT_EQ(output.error().code, Code::unsupported);
  EXPECT_NE(output.error().hint.find("poppler-utils"), std::string::npos);
}

TEST(ChildTest, ACrashIsToldWithItsSignal) {
  const auto child = shell("kill -SEGV $$");
  const auto output = run(child);
  ASSERT_TRUE(output);
  EXPECT_EQ(output->end, ChildEnd::crashed);
  EXPECT_EQ(output->status, 11);
  EXPECT_NE(describe(child, *output).find("11"), std::string::npos);
}

}  // namespace
}  // namespace guanlan
