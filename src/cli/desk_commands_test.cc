// compose, issue, select, publish: an editor's month at the command line.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <nlohmann/json.hpp>

#include "guanlan/compose.h"
#include "guanlan/source.h"
#include "testing/command_line.h"
#include "testing/place.h"
#include "testing/scratch.h"

namespace guanlan::cli {
namespace {

using testing::Outcome;

class DeskCommandsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(run({"add", testing::root() / "samples/monthly.txt"}).code, 0);
    const Outcome made = run({"compose", "2025-03", "--into", folder, "--by", "王"});
    ASSERT_EQ(made.code, 0) << made.err;
  }
  Outcome run(std::vector<std::string> args) {
    args.insert(args.end(), {"--db", (scratch / "desk.db").string()});
    return world.run(args);
  }
  Outcome issue(std::string action, std::vector<std::string> words = {}) {
    words.insert(words.begin(), {"issue", std::move(action), folder});
    return run(std::move(words));
  }
  // Who publishes it: what every style leaves to be written.
  void fill_in_masthead() {
    std::string text = *load(folder + "/issue.yaml");
    const std::string blank = "（请在 issue.yaml 填写）";
    text.replace(text.find(blank), blank.size(), "示例协会");
    std::ofstream(folder + "/issue.yaml") << text;
  }
  nlohmann::json rows() { return nlohmann::json::parse(issue("show", {"--format", "json"}).out); }

  testing::Scratch scratch;
  testing::World world;
  std::string folder = (scratch / "2025-03").string();
};

TEST_F(DeskCommandsTest, ComposesAFolderAndSaysWhatIsInIt) {
  const auto all = rows();
  ASSERT_FALSE(all.empty());
  for (const auto& row : all) EXPECT_EQ(row["state"], "draft");
  const Outcome again = run({"compose", "2025-03", "--into", folder, "--by", "王"});
  EXPECT_EQ(again.code, 0);
  EXPECT_EQ(again.out, "");
  EXPECT_TRUE(testing::has(again.err, "0 changes"));
  EXPECT_EQ(run({"compose", "2031-01", "--into", folder}).code, 3);
  EXPECT_EQ(run({"compose", "March", "--into", folder}).code, 2);
}

TEST_F(DeskCommandsTest, MovesRetitlesAndDrops) {
  const auto all = rows();
  const std::string first = all[0]["item"], place = all.back()["place"];
  EXPECT_EQ(issue("move", {first, place, "--at", "1", "--by", "王"}).code, 0);
  EXPECT_EQ(issue("retitle", {first, "编辑改过的标题", "--by", "王"}).code, 0);
  bool found = false;
  for (const auto& row : rows()) {
    if (row["item"] != first) continue;
    found = true;
    EXPECT_EQ(row["place"], place);
    EXPECT_EQ(row["title"], "编辑改过的标题");
  }
  EXPECT_TRUE(found);
  EXPECT_EQ(issue("drop", {first, "--why", "不宜", "--by", "王"}).code, 0);
  EXPECT_EQ(rows().size(), all.size() - 1);
  const Outcome nowhere = issue("move", {first, "nowhere"});
  EXPECT_EQ(nowhere.code, 3);
  EXPECT_TRUE(testing::has(nowhere.err, place)) << nowhere.err;  // the legal ones
  EXPECT_EQ(issue("move", {first}).code, 2);
}

TEST_F(DeskCommandsTest, WaitsForWhoeverIsWriting) {
  const std::string first = rows()[0]["item"];
  std::future<int> code;
  {
    const auto browser = compose::DeskLock::take(folder);
    ASSERT_TRUE(browser);
    code = std::async(std::launch::async, [&] {
      return issue("retitle", {first, "等到了", "--by", "王"}).code;
    });
    EXPECT_EQ(code.wait_for(std::chrono::milliseconds(200)), std::future_status::timeout);
  }
  EXPECT_EQ(code.get(), 0);
  EXPECT_EQ(rows()[0]["title"], "等到了");
}

TEST_F(DeskCommandsTest, SplitsAndJoins) {
  std::string long_one, other;
  const auto desk = compose::open_desk(folder);
  ASSERT_TRUE(desk);
  for (const std::string& id : compose::seated(desk->outline)) {
    const bool paragraphs = desk->items.at(id).body.find('\n') != std::string::npos;
    (paragraphs && long_one.empty() ? long_one : other) = id;
  }
  ASSERT_FALSE(long_one.empty());
  const Outcome made = issue("split", {long_one, "2", "拆出的一条", "--by", "王"});
  ASSERT_EQ(made.code, 0) << made.err;
  EXPECT_EQ(made.out.size(), 9u);  // the new id
  EXPECT_EQ(issue("join", {long_one, other, "--by", "王"}).code, 0);
  EXPECT_EQ(issue("join", {long_one, long_one}).code, 2);
  EXPECT_EQ(issue("split", {long_one, "99", "没有", "--by", "王"}).code, 2);
  EXPECT_TRUE(testing::has(issue("log").out, "split"));
}

TEST_F(DeskCommandsTest, RendersPastTheGateOnly) {
  const Outcome barred = issue("render", {"--output", "md"});
  EXPECT_EQ(barred.code, 1);
  EXPECT_TRUE(testing::has(barred.out, "state"));
  EXPECT_FALSE(std::filesystem::exists(folder + "/out"));
  EXPECT_EQ(issue("render", {"--output", "md", "--draft"}).code, 0);
  EXPECT_EQ(issue("state", {"approved", "--all", "--by", "王"}).code, 0);
  EXPECT_TRUE(testing::has(issue("check").out, "masthead"));
  fill_in_masthead();
  EXPECT_EQ(issue("state", {"approved", "--all", "--by", "王"}).code, 0);
  const Outcome open = issue("check");
  EXPECT_EQ(open.code, 0) << open.out;
  EXPECT_TRUE(testing::has(open.err, "ready")) << open.err;
  const Outcome written = issue("render", {"--output", "md,html,docx"});
  EXPECT_EQ(written.code, 0) << written.out << written.err;
  for (const char* name : {"md", "html", "docx"}) {
    EXPECT_TRUE(std::filesystem::exists(folder + "/out/2025-03." + name)) << name;
  }
  EXPECT_TRUE(testing::has(written.err, "page numbers")) << written.err;
  EXPECT_EQ(issue("render", {"--output", "rtf"}).code, 2);
  EXPECT_EQ(issue("render", {"--output", "md", "--templates", (scratch / "nowhere").string()}).code,
            3);
  EXPECT_EQ(issue("state", {"done"}).code, 2);
}

TEST_F(DeskCommandsTest, KeepsEveryVersion) {
  const std::string first = rows()[0]["item"];
  ASSERT_EQ(issue("retitle", {first, "新标题", "--by", "李"}).code, 0);
  nlohmann::json last = nlohmann::json::parse(issue("log", {"--format", "json"}).out).back();
  EXPECT_EQ(last["by"], "李");
  const Outcome before = issue("version", {last["before"]});
  EXPECT_EQ(before.code, 0);
  EXPECT_FALSE(testing::has(before.out, "新标题"));
  EXPECT_EQ(issue("version", {"../../etc/passwd"}).code, 2);
}

TEST_F(DeskCommandsTest, ABrokenFileIsNamedAndStays) {
  std::ofstream(folder + "/issue.yaml", std::ios::app) << "colour: blue\n";
  const Outcome told = issue("show");
  EXPECT_EQ(told.code, 2);
  EXPECT_TRUE(testing::has(told.err, "issue.yaml:")) << told.err;
}

TEST_F(DeskCommandsTest, SelectsTheYearsHighlights) {
  const Outcome listed = run({"select", "candidates", "2025"});
  ASSERT_EQ(listed.code, 0) << listed.err;
  scratch.write("c.csv", listed.out);
  const auto at = listed.out.find('\n') + 1;
  const std::string id = listed.out.substr(at, 8);
  scratch.write("v.csv", "key,time,item\nk1,2025-12-01T10:00:00,\"" + id +
                             "\"\nk1,2025-12-01T10:01:00," + id + "\n");
  scratch.write("s.csv", "expert,item,points\n甲," + id + ",90\n");
  const Outcome ranked =
      run({"select", "rank", (scratch / "c.csv").string(), "--votes", (scratch / "v.csv").string(),
           "--scores", (scratch / "s.csv").string(), "--format", "csv"});
  EXPECT_TRUE(testing::has(ranked.out, id)) << ranked.out << ranked.err;
  EXPECT_TRUE(testing::has(ranked.out + ranked.err, "duplicate")) << ranked.err;
}

TEST_F(DeskCommandsTest, PublishesASite) {
  const std::string site = (scratch / "site").string();
  const Outcome held = run({"publish", site, folder});
  EXPECT_EQ(held.code, 1);
  EXPECT_TRUE(testing::has(held.err, "not published")) << held.err;
  EXPECT_TRUE(std::filesystem::exists(site + "/index.html"));
  fill_in_masthead();
  ASSERT_EQ(issue("state", {"approved", "--all", "--by", "王"}).code, 0);
  EXPECT_EQ(run({"publish", site, folder}).code, 0);
  EXPECT_TRUE(std::filesystem::exists(site + "/issues/2025-03-monthly/index.html"));
  EXPECT_EQ(run({"publish", scratch.folder().string()}).code, 2);  // holds other things
}

}  // namespace
}  // namespace guanlan::cli
