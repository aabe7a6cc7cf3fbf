#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "guanlan/laws.h"
#include "laws/names.h"
#include "testing/place.h"
#include "testing/scratch.h"

namespace guanlan {
namespace {

class LawLibraryTest : public ::testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_ / "in/行政法"); }

  void file(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / "in/行政法" / name) << text;
  }
  LawLibrary library() { return std::move(*LawLibrary::open(folder_ / "laws.db")); }
  LawImport import(LawLibrary& laws) {
    auto done = laws.import(folder_ / "in");
    EXPECT_TRUE(done) << (done ? "" : done.error().message);
    return done ? *done : LawImport{};
  }
  void two_versions() {
    file("示例安全法(2016-11-07).md",
         "# 中华人民共和国示例安全法\n2016年11月7日 通过\n<!-- INFO END -->\n第一条 旧文。\n第二条 "
         "共同。\n第三条 本法自2017年6月1日起施行。\n");
    file(
        "示例安全法(2025-10-28).md",
        "# 中华人民共和国示例安全法\n2025年10月28日 修正\n<!-- INFO END -->\n第一条 新文。\n第二条 "
        "第一款。\n（一）甲；\n（二）乙。\n第二款。\n第三条 本法自2026年1月1日起施行。\n");
  }
  testing::Scratch folder_;
};

TEST_F(LawLibraryTest, AnswersWhatWasInForceOnADay) {
  two_versions();
  auto laws = library();
  EXPECT_EQ(import(laws).added, 2);
  const ProvisionRef first{"第一条"};
  const auto old = laws.look_up("示例安全法", first, "2024-04-09");
  ASSERT_TRUE(old);
  EXPECT_EQ(old->provision.text, "旧文。");
  EXPECT_FALSE(old->previous);
  const auto now = laws.look_up("《中华人民共和国示例安全法》", first, "2026-01-01");
  ASSERT_TRUE(now);
  EXPECT_EQ(now->provision.text, "新文。");
  ASSERT_TRUE(now->previous);
  EXPECT_EQ(now->in(*now->previous), nullptr) << "新文 is no 旧文";
  ASSERT_TRUE(now->after);
  EXPECT_EQ(now->after->number, "第二条");
  EXPECT_EQ(laws.look_up("示例安全法", first, "2010-01-01").error().code, Code::not_found);
  EXPECT_EQ(laws.look_up("示例安全法", {"第九条"}, "").error().code, Code::not_found);
}

// Three versions, imported in another order than they followed: an article put in before moves it.
TEST_F(LawLibraryTest, FollowsAProvisionOverItsVersions) {
  const std::string head = "# 示例办法\n", info = "<!-- INFO END -->\n";
  const std::string first = "第一条 示例网络运营者应当制定应急预案。\n";
  const std::string put_in = " 国家支持示例人工智能基础理论研究。\n";
  const auto log = [](const char* number, const char* least) {
    return std::string(number) + " 示例网络运营者应当留存示例网络日志不少于" + least + "。\n";
  };
  file("甲(2015-01-01).md", head + "2015年1月1日 公布\n" + info + first + log("第二条", "六个月"));
  file("丙(2021-01-01).md", head + "2021年1月1日 修订\n" + info + first + "第二条" + put_in +
                                "第三条 示例网络运营者应当公开投诉方式。\n" +
                                log("第四条", "一年"));
  auto laws = library();
  import(laws);
  file("乙(2018-01-01).md",
       head + "2018年1月1日 修订\n" + info + first + "第二条" + put_in + log("第三条", "六个月"));
  import(laws);
  const auto now = laws.look_up("示例办法", {"第三条"}, "2019-01-01");
  ASSERT_TRUE(now);
  ASSERT_TRUE(now->previous && now->next);
  ASSERT_EQ(now->counterparts.size(), 2u);
  EXPECT_EQ(now->in(*now->previous)->provision.number, "第二条");
  EXPECT_EQ(now->in(*now->previous)->likeness, 1);
  EXPECT_EQ(now->in(*now->next)->provision.number, "第四条");
  EXPECT_LT(now->in(*now->next)->likeness, 1);
  const auto oldest = laws.look_up("示例办法", {"第二条"}, "2015-06-01");
  ASSERT_TRUE(oldest);
  ASSERT_EQ(oldest->counterparts.size(), 2u);
  EXPECT_EQ(oldest->counterparts.back().provision.number, "第四条");
  const auto fresh = laws.look_up("示例办法", {"第二条"}, "2019-01-01");
  ASSERT_TRUE(fresh);
  EXPECT_EQ(fresh->in(*fresh->previous), nullptr);
  EXPECT_EQ(fresh->in(*fresh->next)->provision.number, "第二条");
}

// 修正: an amended text keeps the clause by which the law itself came into force.
TEST_F(LawLibraryTest, AnAmendedTextAppliesFromItsAmendment) {
  file("甲(2019-07-26).md",
       "# 示例绿化条例\n2009年11月20日 通过\n2019年7月26日 修正\n<!-- INFO END -->\n第一条 "
       "旧文。\n第二条 本条例自2010年3月1日起施行。\n");
  file("乙(2023-01-01).md",
       "# 示例绿化条例\n2009年11月20日 通过\n2023年1月1日 第二次修正\n<!-- INFO END -->\n第一条 "
       "新文。\n第二条 本条例自2010年3月1日起施行。\n");
  auto laws = library();
  import(laws);
  EXPECT_EQ(laws.look_up("示例绿化条例", {"第一条"}, "2020-01-01")->provision.text, "旧文。");
  EXPECT_EQ(laws.look_up("示例绿化条例", {"第一条"}, "2023-01-01")->provision.text, "新文。");
  EXPECT_FALSE(laws.look_up("示例绿化条例", {"第一条"}, "2020-01-01")->later_text);
  const auto before = laws.look_up("示例绿化条例", {"第一条"}, "2015-01-01");
  ASSERT_TRUE(before) << "it was in force";
  EXPECT_TRUE(before->later_text);
  EXPECT_NE(before->note.find("没有当日的文本"), std::string::npos);
  EXPECT_FALSE(laws.look_up("示例绿化条例", {"第一条"}, "2009-01-01"));
}

TEST_F(LawLibraryTest, CutsParagraphsAndItems) {
  two_versions();
  auto laws = library();
  import(laws);
  EXPECT_EQ(laws.look_up("示例安全法", {"第二条", 2, 0}, "")->provision.text, "第二款。");
  EXPECT_EQ(laws.look_up("示例安全法", {"第二条", 1, 2}, "")->provision.text, "（二）乙。");
  EXPECT_FALSE(laws.look_up("示例安全法", {"第二条", 3, 0}, ""));
  EXPECT_FALSE(laws.look_up("示例安全法", {"第二条", 1, 3}, ""));
}

TEST_F(LawLibraryTest, SameTextTwiceAddsNothingAndTwinsAreNamed) {
  two_versions();
  auto laws = library();
  import(laws);
  const auto again = import(laws);
  EXPECT_EQ(again.added, 0);
  EXPECT_EQ(again.known, 2);
  file("另一份(2025-10-28).md",
       "# 示例安全法\n2025年10月28日 修正\n<!-- INFO END -->\n第一条 不同的文本。\n");
  const auto twin = import(laws);
  EXPECT_EQ(twin.added, 0);
  ASSERT_EQ(twin.findings.size(), 1u);
  EXPECT_EQ(twin.findings[0].code, Code::conflict);
}

TEST_F(LawLibraryTest, FindsByLooseNameOnlyWhenOneFits) {
  file("a.md", "# 示例管理办法（试行）\n2020年1月1日 公布\n<!-- INFO END -->\n第一条 甲。\n");
  file("b.md", "# 2018年示例条例\n2018年1月1日 公布\n<!-- INFO END -->\n第一条 乙。\n");
  file("c.md", "# 示例条例（2020年修正）\n2020年1月1日 修正\n<!-- INFO END -->\n第一条 丙。\n");
  auto laws = library();
  import(laws);
  EXPECT_TRUE(laws.versions("示例管理办法"));
  EXPECT_EQ(laws.versions("示例条例").error().code, Code::conflict);
  EXPECT_EQ(laws.versions("没有的法").error().code, Code::not_found);
}

TEST_F(LawLibraryTest, BrokenFilesAreNamedAndTheRestIsImported) {
  two_versions();
  file("空.md", "");
  auto laws = library();
  const auto done = import(laws);
  EXPECT_EQ(done.added, 2);
  ASSERT_EQ(done.findings.size(), 1u);
  EXPECT_EQ(done.findings[0].code, Code::damaged);
  EXPECT_EQ(laws.import(folder_ / "missing").error().code, Code::not_found);
}

// Every damage of one file is named with the file, and what is sound of it stands.
TEST_F(LawLibraryTest, DamageInsideAFileIsNamedAndTheTextImported) {
  file(
      "坏(2024-13-45).md",
      "# 示例损坏办法\n2024年2月30日 公布\n<!-- INFO END -->\n第一条 甲。\n第一条 乙。\n第四条 丙。\n");
  file("无号(2024-01-01).md",
       "# 示例无号规定\n2024年1月1日 公布\n<!-- INFO END -->\n没有条文号的一段。\n");
  auto laws = library();
  const auto done = import(laws);
  EXPECT_EQ(done.added, 2);
  std::string all;
  for (const Error& e : done.findings) all += e.message + " " + e.place + "\n";
  for (const char* part : {"日期不存在", "条文重复：第一条", "条文缺号：第四条",
                           "文件名中的日期不存在", "坏(2024-13-45).md"}) {
    EXPECT_NE(all.find(part), std::string::npos) << all;
  }
  EXPECT_EQ(laws.look_up("示例损坏办法", {"第一条"}, "")->provision.text, "甲。");
  EXPECT_EQ(laws.look_up("示例损坏办法", {"第四条"}, "")->before->text, "乙。");
}

TEST_F(LawLibraryTest, ACodeInBooksIsLookedUpAsOne) {
  file(
      "甲编.md",
      "# 中华人民共和国示例法典\n\n# 甲编\n2020年1月1日 公布\n<!-- INFO END -->\n第一条 甲。\n第二条 乙。\n");
  file("乙编.md",
       "# 中华人民共和国示例法典\n\n# 乙编\n2020年1月1日 公布\n<!-- INFO END -->\n第三条 丙。\n");
  file("释.md", "# 示例法典解释\n2021年1月1日 公布\n<!-- INFO END -->\n第四条 丁。\n");
  auto laws = library();
  import(laws);
  const auto answer = laws.look_up("示例法典", {"第三条"}, "2024-04-09");
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer->provision.text, "丙。");
  EXPECT_EQ(laws.look_up("《中华人民共和国示例法典》", {"第二条"}, "")->provision.text, "乙。");
  EXPECT_EQ(laws.look_up("示例法典", {"第四条"}, "").error().code, Code::not_found);
  EXPECT_EQ(laws.books("示例法典")->size(), 2u);
  EXPECT_TRUE(laws.books("示例法")->empty());
}

TEST_F(LawLibraryTest, SearchesProvisions) {
  two_versions();
  auto laws = library();
  import(laws);
  const auto hits = laws.search("新文", 10);
  ASSERT_TRUE(hits);
  ASSERT_EQ(hits->size(), 1u);
  EXPECT_EQ((*hits)[0].provision.number, "第一条");
  EXPECT_EQ((*hits)[0].law.version, "2025-10-28");
  EXPECT_EQ(laws.search(" ", 10).error().code, Code::invalid);
}

TEST(SharedLaws, AreImportedWhole) {
  const std::filesystem::path archive = testing::shared() / "laws.tar.gz";
  if (!std::filesystem::exists(archive)) GTEST_SKIP() << "skipped: no ../shared";
  const testing::Scratch scratch;
  auto laws = LawLibrary::open(scratch / "laws.db");
  ASSERT_TRUE(laws);
  const auto done = laws->import(archive);
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_GT(done->added, 3000);
  const auto answer = laws->look_up("网络安全法", {"第四十四条"}, "2024-04-09");
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_NE(answer->provision.text.find("个人信息"), std::string::npos);
  EXPECT_EQ(answer->law.effective, "2017-06-01");
  constexpr int kLookUps = 200;  // a lookup reads a few rows, however long the law: far below 1 ms
  for (const auto& [law, article] : {std::pair{"网络安全法", "第四十四条"},
                                     {"刑法", "第二百八十五条"},
                                     {"民法典", "第一千零三十五条"}}) {
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < kLookUps; ++i)
      ASSERT_TRUE(laws->look_up(law, {article}, "2024-04-09")) << law;
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - begin);
    RecordProperty(std::string("microseconds_") + law, static_cast<int>(took.count() / kLookUps));
  }
}

}  // namespace
}  // namespace guanlan
