// add, list, show, export and re-reading, over a database of their own.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <fstream>

#include "store/packed_item.h"
#include "store/schema.h"
#include "store/work.h"
#include "testing/command_line.h"
#include "testing/place.h"
#include "testing/scratch.h"

namespace guanlan::cli {
namespace {

using testing::line_count;
using testing::Outcome;

const std::string kSamples = testing::root() / "samples";
const std::string kMonthly = kSamples + "/monthly.txt";

class StoreCommandsTest : public ::testing::Test {
 protected:
  Outcome run(std::vector<std::string> args) {
    args.insert(args.end(), {"--db", db});
    return world.run(args);
  }
  nlohmann::json rows(std::vector<std::string> args) {
    args.insert(args.end(), {"--format", "json"});
    return nlohmann::json::parse(run(args).out);
  }
  void pretend_older_rules() {
    auto database = open_database(db);
    ASSERT_TRUE(database->run("UPDATE documents SET rules = '0-old'"));
    sqlite::Work work(*database);
    std::map<std::int64_t, std::string> changed;
    work.rows("SELECT id, record FROM items", [&](const sqlite::Statement& row) {
      std::string record = packed_record(*database, row.blob(1)).value();
      for (std::size_t at = 0; (at = record.find("\"unit\":\"家\"", at)) != std::string::npos;
           ++at) {
        record.replace(at, 12, "\"unit\":\"户\"");
      }
      changed[row.integer(0)] =
          ItemPacker().pack(record, packed_facts(*database, row.blob(1)).value());
      return true;
    });
    for (const auto& [id, bytes] : changed) {
      work.run("UPDATE items SET record = ? WHERE id = ?", sqlite::Blob{bytes}, id);
    }
    ASSERT_TRUE(work.ok());
  }

  testing::Scratch scratch;
  testing::World world;
  std::string db = (scratch / "folder/not/there/yet/test.db").string();
};

TEST_F(StoreCommandsTest, AddsListsAndShows) {
  const Outcome added = run({"add", kMonthly});
  EXPECT_EQ(added.code, 0) << added.err;
  EXPECT_TRUE(testing::has(added.out, "1 files added with 7 items"));
  EXPECT_EQ(added.err, "");
  const auto items = rows({"list"});
  ASSERT_EQ(items.size(), 7u);
  EXPECT_EQ(items[0]["file"], "monthly.txt");
  EXPECT_EQ(rows({"list", "--limit", "2"}).size(), 2u);
  EXPECT_TRUE(rows({"list", "--since", "2030"}).empty());
  EXPECT_EQ(rows({"list", "--file", "monthly"}).size(), 7u);
  const auto files = rows({"list", "--files"});
  ASSERT_EQ(files.size(), 1u);
  EXPECT_EQ(files[0]["items"], 7);
  EXPECT_EQ(files[0]["added"], testing::kStoppedTime);

  const Outcome shown = run({"show", "4"});
  EXPECT_EQ(shown.code, 0);
  EXPECT_TRUE(shown.out.starts_with("因未履行个人信息保护义务"));
  EXPECT_TRUE(testing::has(shown.out, "1.8万余条"));
  EXPECT_FALSE(testing::has(shown.out, "\x1b"));
  const auto record = nlohmann::json::parse(run({"show", "4", "--format", "json"}).out);
  EXPECT_EQ(record["id"], 4);
  EXPECT_FALSE(record["facts"].empty());
  EXPECT_TRUE(testing::has(run({"explain", "4"}).out, "figures = 18000 条 over"));
  EXPECT_TRUE(testing::has(run({"explain", "4", "--field", "kind"}).out, "kind.enforcement = "));
  EXPECT_TRUE(testing::has(run({"explain", "4", "--format", "html"}).out,
                           "<td>18000 条 over</td><td><mark>"));
}

TEST_F(StoreCommandsTest, ExplainTellsWhatMightHaveBeenAValueAndNoOtherWords) {
  const std::string out =
      run({"explain",
           scratch.write(
               "one.txt",
               "示例局通报一起案件\n\n近日，某公司违反《数据安全法》第二十七条，被罚款1万元。刑法另有条款。\n")})
          .out;
  EXPECT_TRUE(testing::has(out, "dates 「近日」")) << out;
  EXPECT_TRUE(testing::has(out, "citations 「刑法」")) << out;
  EXPECT_FALSE(testing::has(out, "「公司」")) << out;  // helps sanctions to be read, and is none
}

TEST_F(StoreCommandsTest, HowManyFilesAreReadAtOnceChangesNothing) {
  const std::vector<std::string> inputs{kSamples, scratch.write("broken.docx", "PK\3\4 broken"),
                                        kMonthly};
  const auto with = [&](std::vector<std::string> args, const std::string& jobs) {
    args.insert(args.end(), inputs.begin(), inputs.end());
    args.insert(args.end(), {"--jobs", jobs});
    return args;
  };
  const Outcome one = world.run(with({"extract", "--format", "jsonl"}, "1"));
  const Outcome many = world.run(with({"extract", "--format", "jsonl"}, "3"));
  EXPECT_EQ(one.code, 3);
  EXPECT_EQ(many.code, 3);
  EXPECT_GT(line_count(one.out), 10U);
  EXPECT_EQ(one.out, many.out);
  EXPECT_EQ(one.err, many.err);
  const Outcome added = run(with({"add"}, "3"));
  const auto items = rows({"list"});
  db = (scratch / "one.db").string();
  EXPECT_EQ(run(with({"add"}, "1")).out, added.out);
  EXPECT_EQ(rows({"list"}), items);
  EXPECT_EQ(world.run(with({"extract"}, "0")).code, 2);
}

TEST_F(StoreCommandsTest, ShowMarksValuesInColour) {
  ASSERT_EQ(run({"add", kMonthly}).code, 0);
  world.terminal = true;
  const std::string out = run({"show", "4"}).out;
  EXPECT_TRUE(testing::has(out, "\x1b[36m3月6日\x1b[0m"));
  EXPECT_TRUE(testing::has(out, "\x1b[33m5家\x1b[0m"));
  EXPECT_FALSE(testing::has(run({"show", "4", "--no-color"}).out, "\x1b"));
}

TEST_F(StoreCommandsTest, TheSameFileTwiceAddsNothing) {
  ASSERT_EQ(run({"add", kMonthly}).code, 0);
  const Outcome again = run({"add", kMonthly, kMonthly});
  EXPECT_EQ(again.code, 0);
  EXPECT_TRUE(testing::has(again.out,
                           "0 files added with 0 items; 0 read again; 2 already there; 0 failed"));
  EXPECT_EQ(rows({"list"}).size(), 7u);
}

TEST_F(StoreCommandsTest, BadFilesGoIntoQuarantineAndTheGoodOnesAreStored) {
  scratch.write("in/empty.txt", "");
  scratch.write("in/random.bin",
                std::string("\x00\x01\x02\xff\xfe\x99", 6) + std::string(3000, '\x07'));
  std::filesystem::copy_file(kMonthly, scratch / "in/monthly.txt");
  const Outcome o = run({"add", (scratch / "in").string(), "/no/such"});
  EXPECT_EQ(o.code, 3);
  EXPECT_TRUE(
      testing::has(o.out, "1 files added with 7 items; 0 read again; 0 already there; 3 failed"));
  EXPECT_TRUE(testing::has(o.err, "empty.txt") && testing::has(o.err, "random.bin") &&
              testing::has(o.err, "/no/such"));
  EXPECT_TRUE(testing::has(o.err, "3 of 4 inputs failed"));
  const auto aside = rows({"list", "--quarantine"});
  ASSERT_EQ(aside.size(), 2u);
  EXPECT_EQ(aside[0]["code"], "damaged");
  EXPECT_EQ(rows({"list"}).size(), 7u);
}

TEST_F(StoreCommandsTest, AFolderMayHoldTheDatabase) {
  db = (scratch / "own.db").string();
  std::filesystem::copy_file(kMonthly, scratch / "monthly.txt");
  EXPECT_EQ(run({"add", scratch.folder().string()}).code, 0);
  EXPECT_EQ(run({"add", scratch.folder().string()}).code, 0);
  EXPECT_EQ(rows({"list", "--files"}).size(), 1u);
}

TEST_F(StoreCommandsTest, ExportGivesBackWhatExtractPrinted) {
  ASSERT_EQ(run({"add", kMonthly}).code, 0);
  EXPECT_EQ(run({"export"}).out, world.run({"extract", kMonthly}).out);
  EXPECT_EQ(run({"export", "--format", "csv"}).out,
            world.run({"extract", kMonthly, "--format", "csv"}).out);
  EXPECT_TRUE(run({"export", "--format", "csv", "--bom"})
                  .out.starts_with("\xEF\xBB\xBF"
                                   "document,"));
  EXPECT_EQ(line_count(run({"export", "--limit", "3"}).out), 3u);
}

TEST_F(StoreCommandsTest, OlderRulesAreMentionedAndReadAgainOnRequest) {
  ASSERT_EQ(run({"add", kMonthly}).code, 0);
  pretend_older_rules();
  EXPECT_TRUE(testing::has(run({"list"}).err, "1 files were read under older rules"));
  const Outcome reread = run({"add", "--reread"});
  EXPECT_EQ(reread.code, 0);
  EXPECT_TRUE(testing::has(reread.out, "1 files read again: ")) << reread.out;
  EXPECT_FALSE(testing::has(reread.out, " 0 records changed")) << reread.out;
  EXPECT_EQ(run({"list"}).err, "");
  EXPECT_EQ(rows({"list"}).size(), 7u);
  const Outcome diff = run({"diff", "--stored", "--field", "figures"});
  EXPECT_EQ(diff.code, 1);
  EXPECT_TRUE(
      testing::has(run({"diff", "--stored", "--format", "html"}).out, "<h2 id=\"figures\">"));
  EXPECT_TRUE(testing::has(diff.out, "家"));
  EXPECT_EQ(run({"diff", "--stored", "--field", "items"}).out, "");
  EXPECT_TRUE(run({"diff", "--stored", "--rules", "9-none"}).out.empty());
  pretend_older_rules();
  EXPECT_TRUE(testing::has(run({"add", kMonthly}).out, "0 files added with 0 items; 1 read again"));
}

TEST_F(StoreCommandsTest, CommandsThatOnlyReadMakeNoDatabase) {
  for (const auto& args : std::vector<std::vector<std::string>>{
           {"list"}, {"show", "1"}, {"export"}, {"explain", "1"}, {"diff", "--stored"}}) {
    const Outcome o = run(args);
    EXPECT_NE(o.code, 0);
    EXPECT_TRUE(testing::has(o.err, "[not_found] there is no database yet")) << o.err;
  }
  EXPECT_FALSE(std::filesystem::exists(db));
}

TEST_F(StoreCommandsTest, ErrorsSayWhatToDo) {
  ASSERT_EQ(run({"add", kMonthly}).code, 0);
  EXPECT_TRUE(testing::has(run({"show", "999"}).err, "there is no item 999"));
  EXPECT_EQ(run({"show", "999", "1"}).code, 3);
  EXPECT_EQ(run({"show", "x"}).code, 2);
  EXPECT_TRUE(
      testing::has(run({"list", "--since", "April"}).err, "write 2024, 2024-05 or 2024-05-01"));
  EXPECT_EQ(run({"list", "--limit", "0"}).code, 2);
  EXPECT_TRUE(testing::has(run({"list", "--kind", "enforcment"}).err, "enforcement"));
  db = scratch.write("not.db", std::string(5000, 'x'));
  const Outcome o = run({"list"});
  EXPECT_EQ(o.code, 2);
  EXPECT_TRUE(testing::has(o.err, "[damaged] not a database"));
}

TEST_F(StoreCommandsTest, TheDatabaseHasItsPlace) {
  world.variables["XDG_DATA_HOME"] = scratch.folder().string();
  EXPECT_EQ(world.run({"add", kMonthly}).code, 0);
  EXPECT_TRUE(std::filesystem::exists(scratch / "guanlan/guanlan.db"));
  world.variables = {{"HOME", scratch.folder().string()}};
  EXPECT_EQ(world.run({"add", kMonthly}).code, 0);
  EXPECT_TRUE(std::filesystem::exists(scratch / ".local/share/guanlan/guanlan.db"));
  world.variables.clear();
  EXPECT_EQ(world.run({"list"}).code, 2);
}

TEST_F(StoreCommandsTest, ReconcilingSaysThatTheDatabaseCannotBeUsed) {
  const std::string notes = (scratch / "notes.db").string();
  std::ofstream(notes) << "no database, but a text of some length that SQLite cannot open as one";
  const Outcome broken = world.run({"stats", "reconcile", kMonthly, "--db", notes});
  EXPECT_EQ(broken.code, exit_code::kInputs);
  EXPECT_TRUE(testing::has(broken.err, "notes.db")) << broken.err;
  EXPECT_TRUE(testing::has(broken.err, "cannot be checked")) << broken.err;  // the file was checked
  const Outcome missing = run({"stats", "reconcile", kMonthly});
  EXPECT_EQ(missing.code, exit_code::kInputs);
  EXPECT_TRUE(testing::has(missing.err, "test.db")) << missing.err;
}

}  // namespace
}  // namespace guanlan::cli
