// The micro-site: what stands where, text as text, one swap.
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "guanlan/lexicon.h"
#include "guanlan/publish.h"
#include "testing/desks.h"
#include "testing/memory_store.h"
#include "testing/readings.h"
#include "testing/scratch.h"

namespace guanlan::compose {
namespace {

constexpr const char* kNotices[] = {
    "示例市网信办处罚一家企业\n\n2025年3月6日，示例市互联网信息办公室依据《数据安全法》第四十五条，对示例科技公司罚款50万元。\n\n来源：示例日报\n",
    "示例市互联网协会举办培训\n\n2025年3月8日，示例市互联网协会举办<b>合规</b>培训 & 交流，30人参加。\n\n来源：示例市互联网协会\n",
};

class SiteTest : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* text : kNotices) {
      const auto reading = take_in(text, std::to_string(++files_) + ".txt", Lexicon::builtin());
      ASSERT_TRUE(reading);
      ASSERT_TRUE(store_->put(*reading));
    }
  }
  std::map<std::string, std::string> made(const SiteOptions& options = {}) {
    auto site = make_site(*store_, {}, options);
    EXPECT_TRUE(site) << site.error().message << site.error().place;
    if (!site) return {};
    held_back_ = site->held_back.size();
    return {site->files.begin(), site->files.end()};
  }

  int files_ = 0;
  std::size_t held_back_ = 0;
  testing::Scratch scratch_;
  std::unique_ptr<Store> store_ = testing::memory_store(testing::stopped_clock());
};

TEST_F(SiteTest, ItemsStandInTheirSections) {
  auto files = made();
  EXPECT_NE(files["news/index.html"].find("示例市互联网协会举办培训"), std::string::npos);
  EXPECT_NE(files["industry/index.html"].find("示例市网信办处罚一家企业"), std::string::npos);
  EXPECT_EQ(files["industry/index.html"].find("示例市互联网协会举办培训"), std::string::npos);
  EXPECT_NE(files["index.html"].find("示例市网信办处罚一家企业"), std::string::npos);
}

TEST_F(SiteTest, TextIsText) {
  for (const auto& [name, bytes] : made()) {
    if (!name.ends_with(".html") && !name.ends_with(".xml")) continue;
    EXPECT_EQ(bytes.find("<b>"), std::string::npos) << name;
    if (name.ends_with(".xml")) continue;
    EXPECT_EQ(bytes.find("http"), std::string::npos) << name;
  }
}

TEST_F(SiteTest, EveryLinkOfThePagesLeadsSomewhere) {
  const auto files = made();
  for (const auto& [name, page] : files) {
    if (!name.ends_with(".html")) continue;
    const std::filesystem::path folder = std::filesystem::path(name).parent_path();
    for (auto at = page.find("href=\""); at != std::string::npos;
         at = page.find("href=\"", at + 1)) {
      const std::string link = page.substr(at + 6, page.find('"', at + 6) - at - 6);
      if (link.starts_with('#')) continue;
      EXPECT_TRUE(files.contains((folder / link).lexically_normal().string()))
          << name << " " << link;
    }
  }
}

TEST_F(SiteTest, FeedsAreWellFormedAndAddressed) {
  const auto files = made({.address = "https://site.example/"});
  for (const char* name : {"feed.xml", "news/feed.xml"}) {
    pugi::xml_document feed;
    ASSERT_TRUE(feed.load_string(files.at(name).c_str())) << name;
    const auto entry = feed.child("feed").child("entry");
    EXPECT_STREQ(entry.child("updated").text().get(), "2025-03-08T00:00:00Z");
    EXPECT_TRUE(std::string(entry.child("link").attribute("href").value())
                    .starts_with("https://site.example/items/"));
  }
  EXPECT_FALSE(make_site(*store_, {}, {.address = "site.example"}));
}

TEST_F(SiteTest, AnIssueThatIsNotApprovedIsHeldBack) {
  Desk desk = testing::desk();
  const Hand hand{"王", testing::stopped_clock()};
  ASSERT_TRUE(save_desk(scratch_ / "2025-03", desk, hand, "test"));
  SiteOptions options;
  options.issues = {scratch_ / "2025-03"};
  EXPECT_EQ(made(options)["issues/index.html"].find("示例观察"), std::string::npos);
  EXPECT_EQ(held_back_, 1u);
  for (const std::string& id : seated(desk.outline))
    ASSERT_TRUE(mark(desk, id, State::approved, hand));
  ASSERT_TRUE(mark(desk, "", State::approved, hand));
  ASSERT_TRUE(save_desk(scratch_ / "2025-03", desk, hand, "test"));
  auto files = made(options);
  EXPECT_EQ(held_back_, 0u);
  EXPECT_NE(files["issues/index.html"].find("2025-03-monthly/index.html"), std::string::npos);
  EXPECT_TRUE(files["issues/2025-03-monthly/2025-03.docx"].starts_with("PK"));
}

TEST_F(SiteTest, TheSameBytesTwice) { EXPECT_EQ(made(), made()); }

TEST_F(SiteTest, AConfigurationThatIsWrongIsNamedWithItsLine) {
  scratch_.write("templates/site/site.yaml",
                 "name: 示例\nsections:\n  - {id: news, title: 新闻}\nrules:\n  - {to: nowhere}\n");
  const auto site = make_site(*store_, {{scratch_ / "templates"}}, {});
  ASSERT_FALSE(site);
  EXPECT_EQ(site.error().place, "site/site.yaml:5");
}

TEST(SiteSwap, ReplacesAndLeavesNothingBehind) {
  const testing::Scratch scratch;
  const auto folder = scratch / "site";
  ASSERT_TRUE(put_site(folder, {{"index.html", "旧"}, {"items/a.html", "旧"}}));
  ASSERT_TRUE(put_site(folder, {{"index.html", "新"}}));
  EXPECT_EQ(load((folder / "index.html").string()).value_or(""), "新");
  EXPECT_FALSE(std::filesystem::exists(folder / "items"));
  EXPECT_FALSE(std::filesystem::exists(scratch / ".site.new"));
}

TEST(SiteSwap, AFailedRunLeavesTheOldSite) {
  const testing::Scratch scratch;
  const auto folder = scratch / "site";
  ASSERT_TRUE(put_site(folder, {{"index.html", "旧"}}));
  // A file where a folder should be: writing fails as on a full disk.
  EXPECT_FALSE(put_site(folder, {{"a", "x"}, {"a/b.html", "x"}}));
  EXPECT_EQ(load((folder / "index.html").string()).value_or(""), "旧");
  EXPECT_FALSE(std::filesystem::exists(scratch / ".site.new"));
}

TEST(SiteSwap, RefusesAFolderThatIsNoSite) {
  const testing::Scratch scratch;
  scratch.write("home/letter.txt", "别动");
  const auto done = put_site(scratch / "home", {{"index.html", "x"}});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, Code::conflict);
  EXPECT_EQ(load((scratch / "home/letter.txt").string()).value_or(""), "别动");
}

}  // namespace
}  // namespace guanlan::compose
