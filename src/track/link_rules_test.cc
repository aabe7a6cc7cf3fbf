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
  const Profile full = campaign("清朗·2024年示例整治", "2024-01-10", "2024-03-20");
  EXPECT_EQ(link_campaigns(campaign("清朗·示例整治", "2024-02-01", "2024-02-01"), full)->score, 80);
  EXPECT_FALSE(link_campaigns(campaign("清朗·示例整治", "2023-02-01", "2023-02-01"), full));
  EXPECT_FALSE(link_campaigns(campaign("净网2023", "2024-01-01", "2024-01-01"), year));
}

Profile a_case(std::string key) {
  Profile out;
  out.key = std::move(key);
  out.first = "2024-01-01";
  return out;
}

TEST(LinkRules, AMaskedNameNeedsItsPlace) {
  const Profile first = a_case("李某|甘肃省/天水市|诈骗|天水市秦州区人民法院|#甲");
  EXPECT_FALSE(link_cases(first, a_case("李某|甘肃省/天水市|诈骗|天水市麦积区人民法院|#乙")));
  const auto appeal =
      link_cases(first, a_case("李某|甘肃省/天水市|诈骗|甘肃省天水市中级人民法院|#丙"));
  ASSERT_TRUE(appeal);
  EXPECT_NE(appeal->reason.find("审级"), std::string::npos);
  EXPECT_EQ(link_cases(first, a_case("李某|甘肃省/天水市|诈骗|天水市秦州区人民法院|#丁"))->score,
            85);
  const Profile bare = a_case("李某|甘肃省/天水市|诈骗||#甲");
  EXPECT_FALSE(link_cases(bare, a_case("李某|陕西省/西安市|诈骗||#甲")));
  EXPECT_FALSE(link_cases(bare, a_case("李某||诈骗||#甲")));
  EXPECT_FALSE(link_cases(bare, a_case("张某|甘肃省/天水市|诈骗||#甲")));
}

// 李某 who defrauded somebody in one city is not the next one.
TEST(LinkRules, ACommonMaskedNameIsNoIdentity) {
  const auto score = [](const char* one, const char* other) {
    const auto found = link_cases(a_case(one), a_case(other));
    return found ? found->score : 0;
  };
  EXPECT_LT(score("李某|甘肃省/天水市|诈骗||#甲", "李某|甘肃省|诈骗||#乙"), 70);
  EXPECT_GE(score("李某甲|甘肃省/天水市|诈骗||#甲", "李某甲|甘肃省|诈骗||#乙"), 70);
  EXPECT_GE(score("亓某|甘肃省/天水市|诈骗||#甲", "亓某|甘肃省|诈骗||#乙"), 70);
  EXPECT_EQ(score("李某|甘肃省/天水市|诈骗||12人,36部", "李某|甘肃省/天水市|诈骗||12人"), 90);
  EXPECT_LT(score("李某|甘肃省/天水市|诈骗||12人", "李某|甘肃省/天水市|诈骗||8人"), 70);
  EXPECT_FALSE(
      score("示例警方打掉一个团伙|甘肃省/天水市|诈骗||", "天水破获一起案件|甘肃省/天水市|诈骗||"));
  EXPECT_EQ(score("示例警方打掉一个团伙|甘肃省/天水市|诈骗||124人,13个,500000元",
                  "天水破获一起案件|甘肃省/天水市|诈骗||124人,13个"),
            75);
}

TEST(LinkRules, NobodyIsCaughtAfterTheJudgment) {
  Profile judged = a_case("李某|甘肃省/天水市|诈骗||12人"), caught = judged;
  judged.judged = "2024-02-01";
  caught.caught = "2024-05-01";
  EXPECT_FALSE(link_cases(judged, caught));
  caught.caught = "2023-11-01";
  EXPECT_TRUE(link_cases(judged, caught));
}

TEST(LinkRules, AppsOfTwoDevelopersAreTwo) {
  Profile bare = named(SubjectType::app, "示例天气"), one = bare, other = bare;
  one.key += "|甲公司";
  other.key += "|乙公司";
  EXPECT_TRUE(link_apps(bare, one));
  EXPECT_FALSE(link_apps(one, other));
}

TEST(LinkRules, RivalsCannotBeOne) {
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
