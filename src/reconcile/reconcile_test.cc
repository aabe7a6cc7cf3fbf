#include "guanlan/reconcile.h"

#include <gtest/gtest.h>

#include "testing/check_run.h"
#include "testing/place.h"
#include "testing/readings.h"

namespace guanlan {
namespace {

using Lines = std::vector<std::string>;

Lines lines(const std::vector<Reconciled>& all, Agreement wanted) {
  Lines out;
  for (const Reconciled& r : all) {
    if (r.agreement == wanted) out.push_back(r.rule + " " + r.quotations.front().text);
  }
  return out;
}

Lines lines(std::string_view text, Agreement wanted, const ObservationStore* store = nullptr) {
  const auto all = reconcile(testing::document_of(text), store);
  EXPECT_TRUE(all) << all.error().message;
  return lines(*all, wanted);
}

class WithStore : public ::testing::Test {
 protected:
  void add(std::string_view text, std::string_view name) {
    auto reading = take_in(std::string(text), name, Lexicon::builtin());
    ASSERT_TRUE(reading);
    ASSERT_TRUE(files->put(*reading));
    ASSERT_TRUE(store.catch_up(*files));
  }
  testing::Scratch scratch;
  std::unique_ptr<Store> files = open_store(scratch / "r.db", testing::stopped_clock()).value();
  ObservationStore store =
      ObservationStore::open(scratch / "r.db", testing::stopped_clock()).value();
};

TEST(Reconcile, SharesAndPartsOfOneReport) {
  constexpr std::string_view kReport =
      "2022年11月四川省互联网用户情况\n"
      "截至11月底，全省互联网宽带接入用户总数为3333.2万户。\n"
      "四川移动、电信、联通公司互联网宽带接入用户分别为1523.4万户、1311.2万户、498.6万户。\n"
      "四川移动公司互联网宽带接入用户1523.4万户，占全省互联网宽带接入用户总数的45.7%。\n"
      "四川电信公司互联网宽带接入用户1311.2万户，占全省互联网宽带接入用户总数的41.3%。\n";
  EXPECT_EQ(lines(kReport, Agreement::differs),
            Lines{"share.whole 占全省互联网宽带接入用户总数的41.3%"});
  const Lines agrees = lines(kReport, Agreement::agrees);
  EXPECT_TRUE(std::find(agrees.begin(), agrees.end(),
                        "parts.operator 全省互联网宽带接入用户总数为3333.2万户") != agrees.end());
}

TEST(Reconcile, RoundingIsNoDifference) {
  EXPECT_EQ(
      lines("2022年11月四川省互联网用户情况\n"
            "截至11月底，全省互联网宽带接入用户总数为3333.3万户。\n"
            "四川移动、电信、联通公司互联网宽带接入用户分别为1523.4万户、1311.2万户、498.6万户。\n",
            Agreement::differs),
      Lines{});
}

TEST_F(WithStore, GrowthAgainstTheMonthAndTheYearBefore) {
  add("2021年8月江西省网站情况\n截至8月底，全省备案网站10.00万个。\n", "去年.txt");
  add("2022年7月江西省网站情况\n截至7月底，全省备案网站11.90万个，居全国第15位。\n", "上月.txt");
  const std::string text =
      "2022年8月江西省网站情况\n"
      "截至8月底，全省备案网站12.00万个，同比增长20%，较上月增加3000个，居全国第14位，较上月上升2位。\n"
      "截至8月底，全省域名总数86万个，同比增长3%。\n";
  EXPECT_EQ(lines(text, Agreement::agrees, &store), Lines{"growth.previous 同比增长20%"});
  EXPECT_EQ(lines(text, Agreement::differs, &store),
            (Lines{"growth.previous 较上月增加3000个", "rank.move 较上月上升2位"}));
  const Lines open = lines(text, Agreement::unchecked, &store);
  EXPECT_TRUE(std::find(open.begin(), open.end(), "growth.previous 同比增长3%") != open.end());
}

TEST_F(WithStore, ARestatedValueAndAWrongUnitAreShownWithBothSources) {
  add("2022年8月江西省网站情况\n截至8月底，全省备案网站12.0万个。\n", "甲.txt");
  add("2022年9月江西省网站情况\n截至8月底，全省备案网站12.4万个。截至9月底，全省备案网站12.1个。\n",
      "乙.txt");
  const auto all = reconcile(store, "2022-08");
  ASSERT_TRUE(all);
  ASSERT_EQ(lines(*all, Agreement::differs).size(), 1u);
  const auto found = std::find_if(all->begin(), all->end(),
                                  [](const auto& r) { return r.agreement == Agreement::differs; });
  EXPECT_EQ(found->rule, "restated");
  ASSERT_EQ(found->quotations.size(), 2u);
  EXPECT_NE(found->quotations[0].file, found->quotations[1].file);
  const auto september = reconcile(store, "2022-09");
  ASSERT_TRUE(september);
  EXPECT_EQ(lines(*september, Agreement::differs), Lines{"unit.slip 全省备案网站12.1个"});
  EXPECT_EQ(reconcile(store, "1999-01").error().code, Code::not_found);
}

TEST_F(WithStore, CumulativeFiguresAddUp) {
  add("2022年7月江西省软件业情况\n1-7月，全省软件业务收入70.0亿元。\n", "七.txt");
  const std::string_view text =
      "2022年8月江西省软件业情况\n8月份，全省软件业务收入11.0亿元。\n1-8月，全省软件业务收入84.0亿元。\n";
  EXPECT_EQ(lines(text, Agreement::differs, &store), Lines{"cumulative 全省软件业务收入84.0亿元"});
}

// The contradictions that a reader marked in a real issue, and no others.
TEST(Reconcile, FindsWhatIsMarkedInTheSharedIssue) {
  const auto file = testing::shared() / "corpus/004.txt";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no shared material";
  auto sources = read(file);
  ASSERT_TRUE(sources);
  const auto all = reconcile(process(std::move(sources->front()), Lexicon::builtin()), nullptr);
  ASSERT_TRUE(all);
  EXPECT_EQ(
      lines(*all, Agreement::differs),
      (Lines{"cumulative 全省规模以上互联网企业（指2019年度互联网和相关服务业务收入500万元以上"
             "持有增值电信业务许可证的企业）完成互联网业务收入50.7亿元",
             "table.figure 完成互联网业务收入50.7亿元", "table.figure 同比增长4.6%",
             "table.period 1-7月收入（亿元）", "share.rounding 65.1%", "share.rounding 1.4%",
             "unit.scale 48763452.7"}));
}

}  // namespace
}  // namespace guanlan
