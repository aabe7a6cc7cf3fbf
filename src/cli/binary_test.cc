// The program itself: start-up, signals, pipes.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <random>

#include "guanlan/store.h"
#include "testing/generate.h"
#include "testing/place.h"
#include "testing/scratch.h"

namespace guanlan {
namespace {

struct Process {
  pid_t pid = -1;
  int out = -1;  // its stdout; stderr goes with it
};

Process start(std::vector<std::string> args, const char* out_file = nullptr) {
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  const pid_t pid = fork();
  if (pid == 0) {
    const int out = out_file != nullptr ? ::open(out_file, O_WRONLY | O_CREAT, 0600) : ends[1];
    dup2(out, 1);
    dup2(ends[1], 2);
    ::close(ends[0]);
    ::close(ends[1]);
    setenv("LC_ALL", "C", 1);
    std::string program = testing::binary();
    std::vector<char*> argv{program.data()};
    for (std::string& arg : args) argv.push_back(arg.data());
    argv.push_back(nullptr);
    execv(argv[0], argv.data());
    _exit(127);
  }
  ::close(ends[1]);
  return {pid, ends[0]};
}

// What it printed; its exit status goes to `status` (128 + n for signal n).
std::string finish(const Process& process, int& status, rusage* used = nullptr) {
  std::string text;
  char block[4096];
  for (ssize_t n; (n = ::read(process.out, block, sizeof block)) > 0;) {
    text.append(block, static_cast<std::size_t>(n));
  }
  ::close(process.out);
  int raw = 0;
  rusage ignored{};
  wait4(process.pid, &raw, 0, used != nullptr ? used : &ignored);
  status = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
  return text;
}

std::string run(std::vector<std::string> args, int& status) {
  return finish(start(std::move(args)), status);
}

// Processor time, the least of several runs, and a wide margin: other work on the machine must not
// decide. What fails here is a start that loads the words.
// What makes a start slow is building the lexicon, which touches most of the memory of a small run.
TEST(BinaryTest, VersionBuildsNoLexicon) {
  const testing::Scratch scratch;
  const auto pages = [](std::vector<std::string> args) {
    int status = -1;
    rusage used{};
    EXPECT_FALSE(finish(start(std::move(args)), status, &used).empty());
    EXPECT_EQ(status, 0);
    return used.ru_minflt;
  };
  const long read =
      pages({"extract", scratch.write("one.txt", "示例局通报\n\n近日，示例局通报。\n")});
#if !defined(__SANITIZE_ADDRESS__)
  EXPECT_LT(pages({"--version"}) * 2, read);
#endif
}

TEST(BinaryTest, AnInterruptLeavesWholeFilesInTheStore) {
  const testing::Scratch scratch;
  const std::string db = (scratch / "x.db").string();
  for (int i = 0; i < 60; ++i) {
    scratch.write("in/" + std::to_string(i) + ".txt",
                  testing::monthly({static_cast<std::uint32_t>(i + 1), 60'000}));
  }
  const Process process = start({"add", (scratch / "in").string(), "--db", db});
  while (!std::filesystem::exists(db + "-wal")) usleep(1000);
  usleep(200'000);
  kill(process.pid, SIGINT);
  int status = 0;
  const std::string said = finish(process, status);
  EXPECT_EQ(status, 130) << said;
  EXPECT_NE(said.find("interrupted"), std::string::npos);
  auto store = open_store(db);
  ASSERT_TRUE(store);
  const auto documents = (*store)->documents();
  ASSERT_TRUE(documents);
  EXPECT_LT(documents->size(), 60u);
  for (const StoredDocument& d : *documents) {
    int items = 0;
    EXPECT_TRUE((*store)->each({.document = d.id}, [&](StoredItem&&) { return ++items > 0; }));
    EXPECT_GT(items, 10);
  }
}

std::string integrity(const std::string& db) {
  sqlite3* database = nullptr;
  std::string said = "cannot be opened";
  if (sqlite3_open_v2(db.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK) {
    sqlite3_exec(
        database, "PRAGMA integrity_check",
        [](void* out, int, char** values, char**) {
          *static_cast<std::string*>(out) = values[0];
          return 0;
        },
        &said, nullptr);
  }
  sqlite3_close(database);
  return said;
}

// Killed again and again at random instants: each time the database is sound and holds whole files
// only, and the next run goes on from there.
TEST(BinaryTest, KilledAtAnyInstantAddLosesNothingThatWasStored) {
  const testing::Scratch scratch;
  const std::string db = (scratch / "x.db").string();
  constexpr std::size_t kFiles = 60;
  for (std::uint32_t i = 0; i < kFiles; ++i) {
    scratch.write("in/" + std::to_string(100 + i) + ".txt", testing::monthly({i + 1, 30'000}));
  }
  std::minstd_rand random(11);
  std::size_t stored = 0;
  int status = 0;
  for (int round = 0; round < 12; ++round) {
    const Process process = start({"add", (scratch / "in").string(), "--db", db});
    usleep(static_cast<useconds_t>(random() % 120'000));
    kill(process.pid, SIGKILL);
    (void)finish(process, status);
    if (!std::filesystem::exists(db)) continue;
    EXPECT_EQ(integrity(db), "ok") << "round " << round;
    auto store = open_store(db);
    ASSERT_TRUE(store) << store.error().message;
    const auto documents = (*store)->documents();
    ASSERT_TRUE(documents);
    EXPECT_GE(documents->size(), stored) << "round " << round;
    stored = documents->size();
    for (const StoredDocument& d : *documents) EXPECT_GT(d.items, 10) << d.name;
  }
  const std::string rest = run({"add", (scratch / "in").string(), "--db", db}, status);
  EXPECT_EQ(status, 0) << rest;
  EXPECT_EQ((*open_store(db))->documents()->size(), kFiles);
  const std::string again = run({"add", (scratch / "in").string(), "--db", db}, status);
  EXPECT_EQ(status, 0);
  EXPECT_NE(again.find("0 files added with 0 items; 0 read again; 60 already there"),
            std::string::npos)
      << again;
  EXPECT_EQ(integrity(db), "ok");
}

TEST(BinaryTest, AFullDiskBehindStdoutIsAnError) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "skipped: no /dev/full";
  int status = 0;
  const std::string said =
      finish(start({"extract", testing::root() / "samples/monthly.txt"}, "/dev/full"), status);
  EXPECT_EQ(status, 3);
  EXPECT_NE(said.find("[io] the answer cannot be written"), std::string::npos) << said;
}

TEST(BinaryTest, AReaderThatGoesAwayIsNoError) {
  const testing::Scratch scratch;
  const std::string file = scratch.write("big.txt", testing::monthly({1, 400'000}));
  const Process process = start({"extract", file});
  char one = 0;
  EXPECT_EQ(::read(process.out, &one, 1), 1);
  EXPECT_EQ(one, '{');
  ::close(process.out);
  int raw = 0;
  waitpid(process.pid, &raw, 0);
  EXPECT_TRUE(WIFSIGNALED(raw) && WTERMSIG(raw) == SIGPIPE);
}

}  // namespace
}  // namespace guanlan
