// What is rendered is read back: the same records, in every format.
#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "guanlan/compose.h"
#include "guanlan/lexicon.h"
#include "testing/desks.h"
#include "testing/memory_store.h"
#include "testing/place.h"
#include "testing/readings.h"
#include "testing/scratch.h"

namespace guanlan::compose {
namespace {

using Json = nlohmann::ordered_json;

std::vector<Json> read_back(const std::string& bytes, const std::string& name) {
  auto sources = read_bytes(bytes, name);
  if (!sources) return {};
  return records(process(std::move(sources->front()), Lexicon::builtin()));
}

// The values of a record without their places.
Json values(Json record) {
  for (const char* key : {"document", "file", "span", "spans"}) record.erase(key);
  const auto strip = [](const auto& self, Json& node) -> void {
    if (node.is_object()) {
      for (const char* key : {"span", "title_span", "anchor_span"}) node.erase(key);
    }
    if (node.is_structured()) {
      for (auto& child : node) self(self, child);
    }
  };
  strip(strip, record);
  return record;
}

class RoundTrip : public ::testing::Test {
 protected:
  void SetUp() override {
    auto bytes = load((testing::root() / "samples/monthly.txt"));
    ASSERT_TRUE(bytes);
    compose_from(std::move(*bytes));
  }
  // Records and desk of one text.
  void compose_from(std::string bytes) {
    before_.clear();
    store_ = testing::memory_store(testing::stopped_clock());
    auto reading = take_in(std::move(bytes), "monthly.txt", Lexicon::builtin());
    ASSERT_TRUE(reading);
    for (const ItemReading& item : reading->sources.front().items) {
      before_.push_back(values(Json::parse(item.record)));
    }
    ASSERT_TRUE(store_->put(*reading));
    auto desk = gather(*store_, {}, "monthly", *Period::parse("2025-03"), {{}, true});
    ASSERT_TRUE(desk) << desk.error().message;
    desk_ = std::move(*desk);
    desk_.outline.masthead.bodies = {{"主办单位", "示例市网络安全协会"}};
  }
  std::vector<Json> rendered(Output output, bool draft = false) {
    const auto files = render(folder_.folder(), desk_, {}, {}, {{output}, draft});
    EXPECT_TRUE(files) << files.error().message << files.error().place;
    if (!files) return {};
    std::vector<Json> out;
    for (Json& record : read_back(files->front().second, files->front().first)) {
      out.push_back(values(std::move(record)));
    }
    return out;
  }

  testing::Scratch folder_;
  std::unique_ptr<Store> store_ = testing::memory_store(testing::stopped_clock());
  std::vector<Json> before_;
  Desk desk_;
};

TEST_F(RoundTrip, Markdown) {
  EXPECT_EQ(Json(rendered(Output::markdown)).dump(1), Json(before_).dump(1));
}
TEST_F(RoundTrip, Html) { EXPECT_EQ(Json(rendered(Output::html)).dump(1), Json(before_).dump(1)); }
TEST_F(RoundTrip, Docx) { EXPECT_EQ(Json(rendered(Output::docx)).dump(1), Json(before_).dump(1)); }

TEST_F(RoundTrip, Pdf) {
  if (std::system("command -v weasyprint >/dev/null 2>&1") != 0)
    GTEST_SKIP() << "skipped: no weasyprint";
  EXPECT_EQ(Json(rendered(Output::pdf)).dump(1), Json(before_).dump(1));
}

// Where a style gives other headings or none, the records differ in their path and number only.
TEST_F(RoundTrip, EveryStyleIsReadBack) {
  const auto bare = [](std::vector<Json> all) {
    for (Json& record : all) {
      for (const char* key : {"path", "number", "n"}) record.erase(key);
    }
    return Json(std::move(all)).dump(1);
  };
  const bool prints = std::system("command -v weasyprint >/dev/null 2>&1") == 0;
  for (const char* style : {"monthly", "newsletter", "bulletin", "official"}) {
    desk_.outline.style = style;
    for (const Output output : {Output::markdown, Output::html, Output::docx, Output::pdf}) {
      const bool draft = output == Output::pdf;  // with its watermark
      if (draft && !prints) continue;
      EXPECT_EQ(bare(rendered(output, draft)), bare(before_)) << style << " " << name(output);
    }
  }
}

// Cells that a plain text parts by blanks are cells in every format.
TEST_F(RoundTrip, ATableStaysATable) {
  compose_from(
      "示例互联网月报\n\n2025年4月第4期\n\n一、行业运行\n\n1. 规模以上互联网企业收入情况\n\n"
      "3月6日消息，全省互联网业务收入50.7亿元，构成如下：\n\n"
      "收入类别\n1-3月收入\n（亿元）\n同比 占比\n\n互联网平台业务 39.3 7.2% 65.1%\n\n信息服务业务 13.3 12.2% 22%\n\n"
      "互联网数据服务业务 2.1 -2.9% 3.5%\n\n其他互联网业务 4.8 4.2% 8.0%\n\n（来源：示例网）\n\n"
      "2. 示例市两家酒店被处罚\n\n3月7日，示例市公安局通报2家酒店。（来源：示例网警）\n");
  ASSERT_EQ(before_.size(), 2u);
  ASSERT_NE(before_[0]["body"].get<std::string>().find("\n互联网平台业务\t39.3\t7.2%\t65.1%\n"),
            std::string::npos);
  const Item& item = desk_.items.at(seated(desk_.outline).front());
  EXPECT_NE(
      item.body.find("\n| --- | --- | --- | --- |\n| 互联网平台业务 | 39.3 | 7.2% | 65.1% |\n"),
      std::string::npos);
  EXPECT_EQ(Json(rendered(Output::markdown)).dump(1), Json(before_).dump(1));
  EXPECT_EQ(Json(rendered(Output::html)).dump(1), Json(before_).dump(1));
  EXPECT_EQ(Json(rendered(Output::docx)).dump(1), Json(before_).dump(1));
  if (std::system("command -v weasyprint >/dev/null 2>&1") == 0) {
    EXPECT_EQ(Json(rendered(Output::pdf, true)).dump(1),
              Json(before_).dump(1));  // with its watermark
  }
}

// What stands in a source before its first heading: no heading of ours, and no number.
TEST_F(RoundTrip, APartWithoutATitlePrintsNone) {
  desk_.outline.parts.front().label.clear();
  desk_.outline.parts.front().title.clear();
  for (const char* style : {"bulletin", "official"}) {
    desk_.outline.style = style;
    const auto files = render(folder_.folder(), desk_, {}, {}, {{Output::markdown}, false});
    ASSERT_TRUE(files);
    const std::string& text = files->front().second;
    EXPECT_EQ(text.find("【】"), std::string::npos);
    const auto first = text.find("\n# ");
    ASSERT_NE(first, std::string::npos);
    if (desk_.outline.style == "official") {
      EXPECT_EQ(text.compare(first + 3, 6, "一、"), 0) << text.substr(first, 40);
    }
  }
}

TEST_F(RoundTrip, TheSamePdfTwice) {
  if (std::system("command -v weasyprint >/dev/null 2>&1") != 0)
    GTEST_SKIP() << "skipped: no weasyprint";
  desk_.outline.style = "newsletter";
  const auto first = render(folder_.folder(), desk_, {}, {}, {{Output::pdf}, true});
  const auto second = render(folder_.folder(), desk_, {}, {}, {{Output::pdf}, true});
  ASSERT_TRUE(first && second);
  EXPECT_TRUE(*first == *second);
}

TEST_F(RoundTrip, TheSameBytesTwice) {
  for (const char* style : {"monthly", "newsletter", "bulletin", "official"}) {
    desk_.outline.style = style;
    const RenderOptions all{{Output::markdown, Output::html, Output::wechat, Output::docx}, true};
    const auto first = render(folder_.folder(), desk_, {}, {}, all);
    const auto second = render(folder_.folder(), desk_, {}, {}, all);
    ASSERT_TRUE(first) << style << first.error().message << first.error().place;
    EXPECT_EQ(*first, *second) << style;
  }
}

TEST_F(RoundTrip, WeChatHasInlineStylesOnly) {
  const auto files = render(folder_.folder(), desk_, {}, {}, {{Output::wechat}, false});
  ASSERT_TRUE(files);
  const std::string& page = files->front().second;
  for (const char* word : {"class=", "<style", "<script", "<link", " id="}) {
    EXPECT_EQ(page.find(word), std::string::npos) << word;
  }
}

TEST_F(RoundTrip, AMissingPictureIsNamed) {
  desk_.items.begin()->second.body += "\n![图](pictures/none.png)";
  const auto files = render(folder_.folder(), desk_, {}, {}, {{Output::html}, false});
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().code, Code::not_found);
  EXPECT_NE(files.error().place.find("pictures/none.png"), std::string::npos);
}

TEST_F(RoundTrip, AMissingStyleIsNamed) {
  desk_.outline.style = "weekly";
  const auto files = render(folder_.folder(), desk_, {}, {}, {{Output::html}, false});
  ASSERT_FALSE(files);
  EXPECT_NE(files.error().hint.find("monthly"), std::string::npos);
}

TEST_F(RoundTrip, TheGateOpensForApprovedSourcesOnly) {
  const Hand hand{"王", testing::stopped_clock()};
  auto verdict = gate(folder_.folder(), desk_, {});
  ASSERT_TRUE(verdict);
  EXPECT_FALSE(verdict->obstacles.empty());
  for (const std::string& id : seated(desk_.outline))
    ASSERT_TRUE(mark(desk_, id, State::approved, hand));
  ASSERT_TRUE(mark(desk_, "", State::approved, hand));
  verdict = gate(folder_.folder(), desk_, {});
  ASSERT_TRUE(verdict);
  for (const Obstacle& o : verdict->obstacles) ADD_FAILURE() << o.rule << o.message << o.text;

  Item& item = desk_.items.at(seated(desk_.outline).front());
  item.body += "\n涉及企业317家。";
  verdict = gate(folder_.folder(), desk_, {});
  ASSERT_TRUE(verdict);
  EXPECT_TRUE(
      std::any_of(verdict->obstacles.begin(), verdict->obstacles.end(),
                  [](const Obstacle& o) { return o.rule == "figure" && o.text == "317家"; }));
  item.words.push_back({"317家", "王", "电话核实"});
  verdict = gate(folder_.folder(), desk_, {});
  EXPECT_TRUE(std::none_of(verdict->obstacles.begin(), verdict->obstacles.end(),
                           [](const Obstacle& o) { return o.rule == "figure"; }));
}

TEST_F(RoundTrip, TheGateNamesWhatNobodyFilledInAndALevelNobodyKnows) {
  const auto told = [&](const char* rule) {
    const auto verdict = gate(folder_.folder(), desk_, {});
    EXPECT_TRUE(verdict);
    for (const Obstacle& o : verdict->obstacles) {
      if (o.rule == rule) return o.message + " " + o.text;
    }
    return std::string();
  };
  EXPECT_EQ(told("masthead"), "");
  EXPECT_EQ(told("level"), "");
  desk_.outline.masthead.bodies = {{"主办单位", "（请在 issue.yaml 填写）"}};
  EXPECT_NE(told("masthead").find("主办单位"), std::string::npos);
  desk_.items.at(seated(desk_.outline).front()).level = "minstry";
  EXPECT_NE(told("level").find("ministry"), std::string::npos);
  EXPECT_NE(told("level").find("minstry"), std::string::npos);
}

TEST_F(RoundTrip, AFallIsWhatATablePrintsAsNegative) {
  Item& item = desk_.items.at(seated(desk_.outline).front());
  item.facts.push_back({"figures", "-41.5 %", "-41.5%", 1, {}, 1});
  const auto blocked = [&](const char* sentence) {
    Desk desk = desk_;
    desk.items.at(item.id).body += sentence;
    const auto verdict = gate(folder_.folder(), desk, {});
    EXPECT_TRUE(verdict);
    return verdict &&
           std::any_of(verdict->obstacles.begin(), verdict->obstacles.end(),
                       [](const Obstacle& o) { return o.rule == "figure" && o.text == "41.5%"; });
  };
  EXPECT_FALSE(blocked("\n投诉量同比下降41.5%。"));
  EXPECT_TRUE(blocked("\n投诉量同比增长41.5%。"));
}

// What stands behind a heading that it does not belong to keeps its place under one of its own.
TEST(ComposeOutline, WhatHasNoHeadingDoesNotFallUnderTheOneBefore) {
  const auto store = testing::memory_store(testing::stopped_clock());
  auto reading =
      take_in(*load(testing::root() / "samples/monthly.txt"), "monthly.txt", Lexicon::builtin());
  ASSERT_TRUE(reading);
  auto& items = reading->sources.front().items;
  items.resize(4);
  const Json paths[] = {Json::array(), Json::array({"一、甲", "（一）乙"}), Json::array({"一、甲"}),
                        Json::array()};
  for (std::size_t i = 0; i < items.size(); ++i) {
    Json record = Json::parse(items[i].record);
    record["path"] = paths[i];
    items[i].record = record.dump();
  }
  ASSERT_TRUE(store->put(*reading));
  const auto desk = gather(*store, {}, "monthly", *Period::parse("2025-03"), {{}, true});
  ASSERT_TRUE(desk) << desk.error().message;
  const auto& parts = desk->outline.parts;
  ASSERT_EQ(parts.size(), 3u);
  EXPECT_EQ(parts[0].title, "");
  EXPECT_EQ(parts[1].title, "一、甲");
  EXPECT_TRUE(parts[1].items.empty());
  ASSERT_EQ(parts[1].sections.size(), 2u);
  EXPECT_EQ(parts[1].sections[0].title, "乙");
  EXPECT_EQ(parts[1].sections[1].title, "其他");
  EXPECT_EQ(parts[2].title, "综合");
}

TEST(ComposeTwins, TwoReportsOfOneEventAreOneItem) {
  const auto store = testing::memory_store(testing::stopped_clock());
  const std::string notice =
      "杭州市网信办对示例科技公司罚款50万元\n\n2025年3月6日，杭州市互联网信息办公室依据《数据安全法》第四十五条，"
      "对示例科技公司罚款50万元，涉及12万条信息。\n\n";
  const std::string first = notice + "目前，该公司已按要求完成整改。\n\n来源：示例日报\n";
  const std::string second = notice + "该公司表示接受处罚。\n\n来源：示例晚报\n";
  for (const auto& [text, name] : {std::pair{first, "a.txt"}, {second, "b.txt"}}) {
    const auto reading = take_in(text, name, Lexicon::builtin());
    ASSERT_TRUE(reading);
    ASSERT_TRUE(store->put(*reading));
  }
  const auto desk = gather(*store, {}, "monthly", *Period::parse("2025-03"));
  ASSERT_TRUE(desk) << desk.error().message;
  ASSERT_EQ(desk->items.size(), 1u);
  const Item& item = desk->items.begin()->second;
  EXPECT_EQ(item.origins.size(), 2u);
  EXPECT_EQ(item.sources.size(), 2u);
}

TEST(ComposeFiles, AFullDiskLeavesWhatWasThere) {
  const testing::Scratch folder;
  folder.write("out/a.md", "旧的");
  // A folder stands where the second file should be: the rename fails as a full disk would.
  std::filesystem::create_directories(folder / "out/b.md.new/x");
  const auto done = write_files(folder / "out", {{"a.md", "新的"}, {"b.md", "新的"}});
  EXPECT_FALSE(done);
  EXPECT_EQ(load(folder / "out/a.md").value_or(""), "旧的");
}

}  // namespace
}  // namespace guanlan::compose
