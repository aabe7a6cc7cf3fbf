#include "compose/files.h"

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include "compose/yaml_text.h"
#include "testing/desks.h"
#include "testing/readings.h"
#include "testing/scratch.h"

namespace guanlan::compose {
namespace {

TEST(ComposeFiles, OutlineComesBackAsWritten) {
  const Desk desk = testing::desk();
  const std::string text = outline_text(desk);
  const auto back = parse_outline(text, "issue.yaml");
  ASSERT_TRUE(back) << back.error().message;
  Desk again{*back, desk.items, desk.charts};
  EXPECT_EQ(outline_text(again), text);
  EXPECT_EQ(back->parts.at(0).sections.at(0).items, std::vector<std::string>{"bbbb0002"});
}

TEST(ComposeFiles, ItemComesBackAsWritten) {
  Item item = testing::desk().items.at("aaaa0001");
  item.words = {{"3万名", "王", "电话核实：“属实”"}};
  item.body += "\n| 月份 | 数量 |\n| --- | --- |\n| 3月 | 2 |\n![图](pictures/a.png)";
  item.marks = {{State::approved, "王", "2025-04-01T00:00:00Z", content_mark(item)}};
  const std::string text = item_text(item);
  const auto back = parse_item(text, "a.md");
  ASSERT_TRUE(back) << back.error().message << back.error().place;
  EXPECT_EQ(item_text(*back), text);
  EXPECT_EQ(back->body, item.body);
  EXPECT_EQ(back->facts, item.facts);
  EXPECT_EQ(state_of(*back), State::approved);
}

TEST(ComposeFiles, OneWriterAtATime) {
  using std::chrono::milliseconds;
  const testing::Scratch scratch;
  const auto folder = scratch / "issue";
  EXPECT_EQ(DeskLock::take(folder).error().code, Code::not_found);
  std::filesystem::create_directories(folder);
  {
    const auto first = DeskLock::take(folder);
    ASSERT_TRUE(first);
    EXPECT_EQ(DeskLock::take(folder, milliseconds(60)).error().code, Code::conflict);
  }
  EXPECT_TRUE(DeskLock::take(folder, milliseconds(0)));
}

TEST(ComposeFiles, ScalarsAreQuotedWhereYamlWouldMisreadThem) {
  for (const char* text : {"yes", "a: b", "- x", "“引”, 逗号", "#1", "null", "a #b", "[x]", "\"q\"",
                           "行\n行", " 空", "1: "}) {
    const std::string yaml = "key: " + yaml_scalar(text) + "\n";
    EXPECT_EQ(YAML::Load(yaml)["key"].as<std::string>(), text) << yaml;
  }
}

TEST(ComposeFiles, AnErrorNamesFileLineAndLegalValues) {
  const auto bad_kind =
      parse_item("---\nid: a\ntitle: 示例\nkind: penalty\n---\n正文\n", "items/a.md");
  ASSERT_FALSE(bad_kind);
  EXPECT_EQ(bad_kind.error().place, "items/a.md:4");
  EXPECT_NE(bad_kind.error().hint.find("enforcement"), std::string::npos);

  const auto bad_state =
      parse_item("---\nid: a\ntitle: 示例\nstates:\n  - {state: done, by: 王}\n---\n", "a.md");
  ASSERT_FALSE(bad_state);
  EXPECT_EQ(bad_state.error().place, "a.md:5");
  EXPECT_EQ(bad_state.error().hint, "可用：draft、edited、checked、approved");

  const auto bad_date = parse_item("---\nid: a\ntitle: 示例\nevent_date: 5月\n---\n", "a.md");
  ASSERT_FALSE(bad_date);
  EXPECT_EQ(bad_date.error().place, "a.md:4");
  EXPECT_NE(bad_date.error().hint.find("2024-05"), std::string::npos);
  EXPECT_TRUE(parse_item("---\nid: a\ntitle: 示例\nevent_date: 2024-H1\n---\n", "a.md"));

  const auto bad_key = parse_outline("style: monthly\nperiod: 2025-03\npart: []\n", "issue.yaml");
  ASSERT_FALSE(bad_key);
  EXPECT_EQ(bad_key.error().place, "issue.yaml:3");
  EXPECT_NE(bad_key.error().hint.find("parts"), std::string::npos);

  const auto broken = parse_item("---\nid: a\ntitle: [示例\n---\n正文\n", "a.md");
  ASSERT_FALSE(broken);
  EXPECT_TRUE(broken.error().place.starts_with("a.md:")) << broken.error().place;
  EXPECT_FALSE(parse_item("没有元数据\n", "a.md"));
}

TEST(ComposeFolder, APartWithoutATitleIsReadBack) {
  const testing::Scratch folder;
  Desk desk = testing::desk();
  desk.outline.parts[0].label.clear();
  desk.outline.parts[0].title.clear();
  ASSERT_TRUE(save_desk(folder.folder(), desk, {"王", testing::stopped_clock()}, "compose"));
  const auto back = open_desk(folder.folder());
  ASSERT_TRUE(back) << back.error().message << back.error().place;
  EXPECT_EQ(content_mark(*back), content_mark(desk));
}

TEST(ComposeFolder, KeepsEveryVersion) {
  const testing::Scratch folder;
  const Hand hand{"王", testing::stopped_clock()};
  Desk desk = testing::desk();
  ASSERT_TRUE(save_desk(folder.folder(), desk, hand, "compose"));
  const auto before = item_text(desk.items.at("aaaa0001"));
  ASSERT_TRUE(retitle(desk, "aaaa0001", "改过的标题"));
  ASSERT_TRUE(save_desk(folder.folder(), desk, hand, "retitle"));
  const auto past = history(folder.folder());
  ASSERT_TRUE(past);
  const Past& last = past->back();
  EXPECT_EQ(last.did, "retitle");
  EXPECT_EQ(last.by, "王");
  EXPECT_EQ(version(folder.folder(), last.before).value_or(""), before);
  const auto back = open_desk(folder.folder());
  ASSERT_TRUE(back);
  EXPECT_EQ(back->items.at("aaaa0001").title, "改过的标题");
}

TEST(ComposeFolder, AnIdWithoutAFileIsNamed) {
  const testing::Scratch folder;
  Desk desk = testing::desk();
  desk.items.erase("bbbb0002");
  ASSERT_TRUE(save_desk(folder.folder(), desk, {"王", testing::stopped_clock()}, "compose"));
  const auto back = open_desk(folder.folder());
  ASSERT_FALSE(back);
  EXPECT_NE(back.error().message.find("bbbb0002"), std::string::npos);
  EXPECT_NE(back.error().place.find("issue.yaml:"), std::string::npos) << back.error().place;
}

TEST(ComposePeriod, Forms) {
  EXPECT_EQ(Period::parse("2024-02")->last, "2024-02-29");
  EXPECT_EQ(Period::parse("2024-Q4")->first, "2024-10-01");
  EXPECT_EQ(Period::parse("2024-H1")->last, "2024-06-30");
  EXPECT_EQ(Period::parse("2024-11-01..2024-11-15")->last, "2024-11-15");
  EXPECT_TRUE(Period::parse("2024-11")->holds("2024-11"));
  EXPECT_FALSE(Period::parse("2024-11")->holds("2024"));
  EXPECT_FALSE(Period::parse("2024-11")->holds(""));
  for (const char* bad : {"", "2024-13", "24-11", "2024-11-", "2024-12..2024-11", "十一月"}) {
    EXPECT_FALSE(Period::parse(bad)) << bad;
  }
}

}  // namespace
}  // namespace guanlan::compose
