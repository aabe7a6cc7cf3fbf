#include <fmt/format.h>
#include <gtest/gtest.h>

#include "guanlan/stats.h"
#include "testing/check_run.h"

namespace guanlan {
namespace {

std::vector<std::string> observed_in(std::string_view csv) {
  std::vector<std::string> out;
  for (const Observation& o : observe(testing::document_of(csv, "示例.csv")).observations) {
    out.push_back(fmt::format("{} {} {} {} {} {:.10g} {}", o.indicator, o.period, o.region,
                              o.operator_name, name(o.measure), o.value, o.unit));
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(StatisticsTable, RowsNamePlaces) {
  EXPECT_EQ(observed_in("2024年6月湖北省各市移动电话用户,,,\n地市,移动电话用户（万户）,同比,排名\n"
                        "武汉市,1523.4,3.1%,1\n宜昌市,412.6,-0.8%,2\n襄阳市,398.2,1.2%,3\n"),
            (Lines{"移动电话用户 2024-06 湖北省/武汉市  total 1523.4 万户",
                   "移动电话用户 2024-06 湖北省/武汉市  yoy 3.1 %",
                   "移动电话用户 2024-06 湖北省/武汉市  rank 1 位",
                   "移动电话用户 2024-06 湖北省/宜昌市  total 412.6 万户",
                   "移动电话用户 2024-06 湖北省/宜昌市  yoy -0.8 %",
                   "移动电话用户 2024-06 湖北省/宜昌市  rank 2 位",
                   "移动电话用户 2024-06 湖北省/襄阳市  total 398.2 万户",
                   "移动电话用户 2024-06 湖北省/襄阳市  yoy 1.2 %",
                   "移动电话用户 2024-06 湖北省/襄阳市  rank 3 位"}));
}

TEST(StatisticsTable, RowsNameIndicatorsWithUnitsOfTheirOwn) {
  EXPECT_EQ(observed_in("2024年6月湖北省通信业主要指标,,,,\n指标名称,单位,本月,累计,累计同比(%)\n"
                        "电信业务收入,亿元,48.2,291.6,2.4\n移动短信业务量,亿条,3.1,18.9,-6.2\n"
                        "移动互联网接入流量,亿GB,6.2,35.8,11.7\n"),
            (Lines{"电信业务收入 2024-06 湖北省  total 48.2 亿元",
                   "电信业务收入 2024-01/2024-06 湖北省  total 291.6 亿元",
                   "电信业务收入 2024-01/2024-06 湖北省  yoy 2.4 %",
                   "移动短信业务量 2024-06 湖北省  total 3.1 亿条",
                   "移动短信业务量 2024-01/2024-06 湖北省  total 18.9 亿条",
                   "移动短信业务量 2024-01/2024-06 湖北省  yoy -6.2 %",
                   "移动互联网接入流量 2024-06 湖北省  total 6.2 亿GB",
                   "移动互联网接入流量 2024-01/2024-06 湖北省  total 35.8 亿GB",
                   "移动互联网接入流量 2024-01/2024-06 湖北省  yoy 11.7 %"}));
}

TEST(StatisticsTable, ListsOfThingsGiveNone) {
  EXPECT_EQ(observed_in("表1 "
                        "2024年6月网站访问量排名,,\n排名,网站名称,访问量（万次）\n1,甲网,123.4\n2,"
                        "乙网,99.1\n3,丙网,87.5\n"),
            Lines{});
}

TEST(StatisticsTable, NamesTheCellThatIsNoNumber) {
  const Statistics found = observe(
      testing::document_of("2024年6月湖北省各市移动电话用户,,\n地市,移动电话用户（万户）,"
                           "同比\n武汉市,1523.4①,3.1%\n宜昌市,\"12,5\",见注\n"
                           "襄阳市,暂无,…\n黄石市,－,0.5%\n荆州市,301.1,0.4%\n十堰市,201.3,0.2%\n",
                           "示例.csv"));
  std::vector<std::string> refused;
  for (const Refusal& r : found.refused)
    refused.push_back(r.cell.substr(r.cell.rfind(' ') + 1) + " " + r.why);
  EXPECT_EQ(refused, (Lines{"R2C2 ambiguous", "R2C3 not_a_number", "R3C2 no_value"}));
  EXPECT_EQ(found.observations.size(), 7u);
}

TEST(StatisticsTable, DatesAsSerialNumbersArePeriods) {
  EXPECT_EQ(
      observed_in("湖北省移动电话用户,\n时间,移动电话用户（万户）\n45444,1523.4\n45474,1530.1\n"),
      (Lines{"移动电话用户 2024-06 湖北省  total 1523.4 万户",
             "移动电话用户 2024-07 湖北省  total 1530.1 万户"}));
}

TEST(StatisticsTable, AFractionAmongPercentagesIsAmbiguous) {
  const Statistics found = observe(testing::document_of(
      "2024年6月湖北省各市移动电话用户,,\n地市,移动电话用户（万户）,同比\n武汉市,1523.4,3.1%\n"
      "宜昌市,412.6,0.012\n",
      "示例.csv"));
  ASSERT_EQ(found.refused.size(), 1u);
  EXPECT_EQ(found.refused.front().why, "ambiguous");
  EXPECT_TRUE(found.refused.front().cell.ends_with("R2C3"));
}

}  // namespace
}  // namespace guanlan
