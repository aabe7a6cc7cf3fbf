#include "track/link_rules.h"

#include <gtest/gtest.h>

namespace guanlan::tracking {
namespace {

Profile named(SubjectType type, std::string name) {
  Profile out;
  out.key = subject_key(type, name);
  out.name = std::move(name);
  return out;
}
Profile instrument(std::string name, bool draft, std::string date) {
  Profile out = named(SubjectType::instrument, std::move(name));
  (draft ? out.drafts : out.decided) = true;
  out.first = out.last = std::move(date);
  return out;
}

TEST(LinkRules, ADraftAndATextOfNearlyOneName) {
  const Profile draft = instrument("规范和促进示例数据跨境流动规定", true, "2023-09-28");
  const Profile text = instrument("促进和规范示例数据跨境流动规定", false, "2024-03-22");
  const auto found = link_instruments(draft, text);
  ASSERT_TRUE(found);
  EXPECT_GE(found->score, 70);
  EXPECT_NE(found->reason.find("%"), std::string::npos);
  EXPECT_FALSE(link_instruments(instrument("规范和促进示例数据跨境流动规定", true, "2025-01-01"),
                                text));  // after it
  EXPECT_FALSE(link_instruments(instrument("规范和促进示例数据跨境流动规定", false, "2023-09-28"),
                                text));  // two texts
}

TEST(LinkRules, OtherPlacesNumbersAndKindsOfTextStayApart) {
  EXPECT_FALSE(link_instruments(instrument("浙江省示例公共数据开放条例", true, "2023"),
                                instrument("江苏省示例公共数据开放条例", false, "2024")));
  EXPECT_FALSE(link_instruments(instrument("示例数据安全工作要点2023年", true, "2023"),
                                instrument("示例数据安全工作要点2024年", false, "2024")));
  EXPECT_FALSE(link_instruments(instrument("示例数据出境安全评估办法", true, "2023"),
                                instrument("示例数据出境安全评估指南", false, "2024")));
}

TEST(LinkRules, ACampaignWithoutItsYear) {
  const auto campaign = [](std::string name, std::string first, std::string last) {
    Profile out = named(SubjectType::campaign, std::move(name));
    out.first = std::move(first);
    out.last = std::move(last);
    return out;
  };
  const Profile year = campaign("净网2024", "2024-01-10", "2024-12-20");
  const auto found = link_campaigns(campaign("净网", "2024-04-12", "2024-09-01"), year);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->score, 70);
  EXPECT_FALSE(link_campaigns(campaign("净网", "2023-04-12", "2024-09-01"), year));
  EXPECT_FALSE(link_campaigns(campaign("净网2023", "2024-01-01", "2024-01-01"), year));
}

TEST(LinkRules, AMaskedNameNeedsItsPlace) {
  const auto a_case = [](std::string key) {
    Profile out;
    out.key = std::move(key);
    out.first = "2024-01-01";
    return out;
  };
  EXPECT_TRUE(link_cases(a_case("李某|甘肃省/天水市|诈骗"), a_case("李某|甘肃省|诈骗")));
  const Profile first = a_case("李某|甘肃省/天水市|诈骗|天水市秦州区人民法院");
  EXPECT_EQ(link_cases(first, a_case("李某|甘肃省/天水市|诈骗"))->score, 75);
  EXPECT_FALSE(
      link_cases(first, a_case("李某|甘肃省/天水市|诈骗|天水市麦积区人民法院")));  // another case
  const auto appeal = link_cases(first, a_case("李某|甘肃省/天水市|诈骗|甘肃省天水市中级人民法院"));
  ASSERT_TRUE(appeal);
  EXPECT_NE(appeal->reason.find("审级"), std::string::npos);
  EXPECT_FALSE(link_cases(a_case("李某|甘肃省/天水市|诈骗"), a_case("李某|陕西省/西安市|诈骗")));
  EXPECT_FALSE(link_cases(a_case("李某|甘肃省/天水市|诈骗"), a_case("李某||诈骗")));
  EXPECT_FALSE(link_cases(a_case("李某|甘肃省/天水市|诈骗"), a_case("张某|甘肃省/天水市|诈骗")));
  Profile one = a_case("示例警方打掉一个团伙|甘肃省/天水市|诈骗"),
          other = a_case("天水破获一起案件|甘肃省/天水市|诈骗");
  EXPECT_FALSE(link_cases(one, other));
  one.figures = {"124人", "13个", "50万元"};
  other.figures = {"124人", "13个"};
  EXPECT_EQ(link_cases(one, other)->score, 75);
}

TEST(LinkRules, AppsOfTwoDevelopersAreTwo) {
  Profile bare = named(SubjectType::app, "示例天气"), one = bare, other = bare;
  one.key += "|甲公司";
  other.key += "|乙公司";
  EXPECT_TRUE(link_apps(bare, one));
  EXPECT_FALSE(link_apps(one, other));
}

TEST(LinkRules, RivalsCannotBeOne) {
  const auto a_case = [](std::string key) {
    Profile out;
    out.key = std::move(key);
    return out;
  };
  const Profile first = a_case("李某|甘肃省/天水市|诈骗|天水市秦州区人民法院");
  constexpr auto kCase = SubjectType::case_;
  EXPECT_TRUE(rivals(kCase, first, a_case("李某|甘肃省/天水市|诈骗|天水市麦积区人民法院")));
  EXPECT_FALSE(rivals(kCase, first, a_case("李某|甘肃省/天水市|诈骗|甘肃省天水市中级人民法院")));
  EXPECT_FALSE(rivals(kCase, first, a_case("李某|甘肃省/天水市|诈骗")));
  EXPECT_TRUE(rivals(kCase, first, a_case("李某|甘肃省/兰州市|诈骗")));
  Profile one = named(SubjectType::app, "示例天气"), other = one, bare = one;
  one.key += "|甲公司";
  other.key += "|乙公司";
  EXPECT_TRUE(rivals(SubjectType::app, one, other));
  EXPECT_FALSE(rivals(SubjectType::app, one, bare));
  EXPECT_TRUE(rivals(SubjectType::org, named(SubjectType::org, "示例云图网络科技有限公司"),
                     named(SubjectType::org, "示例云图信息技术有限公司")));
}

TEST(LinkRules, BodiesThatWereReorganised) {
  const auto whole = link_authorities(named(SubjectType::authority, "国家工商行政管理总局"),
                                      named(SubjectType::authority, "国家市场监督管理总局"));
  ASSERT_TRUE(whole);
  EXPECT_GE(whole->score, 70);
  EXPECT_NE(whole->reason.find("2018"), std::string::npos);
  const auto part = link_authorities(named(SubjectType::authority, "国家质量监督检验检疫总局"),
                                     named(SubjectType::authority, "海关总署"));
  ASSERT_TRUE(part);
  EXPECT_LT(part->score, 70);  // one of two successors: proposed, not followed
  EXPECT_FALSE(link_authorities(named(SubjectType::authority, "公安部"),
                                named(SubjectType::authority, "海关总署")));
}

TEST(LinkRules, ACompanyAndItsShortName) {
  Profile small = named(SubjectType::org, "示例云图"),
          large = named(SubjectType::org, "示例云图网络科技有限公司");
  EXPECT_EQ(link_orgs(small, large)->score, 65);
  small.items = {1, 2};
  large.items = {2};
  EXPECT_EQ(link_orgs(small, large)->score, 85);
  EXPECT_FALSE(link_orgs(named(SubjectType::org, "云图"),
                         named(SubjectType::org, "示例云图网络科技有限公司")));
}

}  // namespace
}  // namespace guanlan::tracking
