// laws on the command line: an article over its versions, and what a notice cites.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "testing/command_line.h"
#include "testing/scratch.h"

namespace guanlan::cli {
namespace {

using Json = nlohmann::json;

class LawsCommandsTest : public ::testing::Test {
 protected:
  testing::Scratch scratch;
  testing::World world;
  std::string db = (scratch / "x.db").string();

  void SetUp() override {
    const std::string head = "# 示例办法\n2015年1月1日 公布\n", info = "<!-- INFO END -->\n";
    const std::string log = " 示例单位应当留存示例日志不少于六个月。\n";
    (void)scratch.write("in/1(2015-01-01).md",
                        head + info + "第一条" + log + "第二条 示例单位应当报告示例事件。\n");
    (void)scratch.write("in/2(2020-01-01).md",
                        head + "2020年1月1日 修订\n" + info +
                            "第一条 为了规范示例活动，制定本办法。\n第二条" + log +
                            "第三条 示例单位应当及时报告示例事件和处置结果。\n");
    ASSERT_EQ(run({"laws", "import", (scratch / "in").string()}).code, 0);
  }
  testing::Outcome run(std::vector<std::string> args) {
    args.insert(args.end(), {"--db", db});
    return world.run(args);
  }
};

TEST_F(LawsCommandsTest, ShowSaysWhatTheArticleWasAndIs) {
  const auto now = run({"laws", "show", "示例办法", "第二条"});
  EXPECT_NE(now.out.find("before (2015-01-01): formerly 第一条, in the same words"),
            std::string::npos)
      << now.out;
  const auto then = run({"laws", "show", "示例办法", "第二条", "--on", "2016-01-01"});
  EXPECT_NE(then.out.find("later (2020-01-01, in force from 2020-01-01): now 第三条"),
            std::string::npos)
      << then.out;
  EXPECT_NE(then.out.find("第三条　示例单位应当及时报告"), std::string::npos) << then.out;
  const auto fresh = run({"laws", "show", "示例办法", "第一条"});
  EXPECT_NE(fresh.out.find("before (2015-01-01): no such provision"), std::string::npos)
      << fresh.out;
}

TEST_F(LawsCommandsTest, CitedResolvesEachCitationOnItsDay) {
  const std::string file = scratch.write(
      "n.txt",
      "示例局发布通报\n\n2016年4月2日，示例局依据《示例办法》第二条、第九条和《没有的办法》第三条，约谈示例公司。"
      "依据上述规定，示例公司应当整改。\n");
  const Json rows = Json::parse(run({"laws", "cited", file, "--format", "json"}).out);
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0]["state"], "found");
  EXPECT_EQ(rows[0]["day"], "2016-04-02");
  EXPECT_EQ(rows[0]["version"], "2015-01-01");
  EXPECT_EQ(rows[0]["text"], "示例单位应当报告示例事件。");
  EXPECT_EQ(rows[0]["later"], "第三条(2020-01-01)");
  EXPECT_EQ(rows[1]["state"], "no_provision");
  EXPECT_EQ(rows[2]["state"], "unknown_law");
  EXPECT_EQ(rows[3]["words"], "上述规定");
  EXPECT_EQ(rows[3]["state"], "ambiguous");
  EXPECT_EQ(rows[3]["note"], "《示例办法》第二条、《示例办法》第九条、《没有的办法》第三条");
  EXPECT_EQ(run({"laws", "cited"}).code, 2);
  EXPECT_NE(run({"laws", "cited", "/no/such.txt"}).code, 0);
}

}  // namespace
}  // namespace guanlan::cli
