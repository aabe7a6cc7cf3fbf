#include "guanlan/sightings.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "testing/taken.h"

namespace guanlan {
namespace {

// "date role name" of one kind of subject, in the order of the text; and each stands where its span
// says.
std::vector<std::string> seen(SubjectType type, const std::string& text) {
  const Reading reading = testing::taken(text);
  std::vector<std::string> out;
  for (const SourceReading& source : reading.sources) {
    for (const ItemReading& item : source.items) {
      for (const Sighting& s : sightings({item.record, item.title_pieces, item.body_pieces})) {
        EXPECT_FALSE(s.place.span.empty());
        EXPECT_LE(s.place.span.end, source.raw.size());
        if (s.type == type)
          out.push_back((s.date.empty() ? "-" : s.date) + " " + std::string(s.role) + " " + s.name);
      }
    }
  }
  return out;
}

bool has(const std::vector<std::string>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

#define EXPECT_SEEN(ALL, ONE) EXPECT_TRUE(has(ALL, ONE)) << ::testing::PrintToString(ALL)

TEST(Sightings, AnInstrumentInDraftAndInForce) {
  const auto draft =
      seen(SubjectType::instrument,
           "示例部就《示例数据管理办法（征求意见稿）》公开征求意见\n\n"
           "2024年4月8日，示例部发布《示例数据管理办法（征求意见稿）》，向社会公开征求意见。"
           "意见反馈截止时间为2024年5月8日。\n");
  EXPECT_SEEN(draft, "2024-04-08 draft 示例数据管理办法");
  EXPECT_SEEN(draft, "2024-05-08 comment_by 示例数据管理办法");
  const auto issued = seen(SubjectType::instrument,
                           "示例部公布《示例数据管理办法》\n\n"
                           "2024年11月18日，示例部公布《示例数据管理办法》，自2025年1月1日起施行。"
                           "《示例数据管理暂行规定》同时废止。\n");
  EXPECT_SEEN(issued, "2024-11-18 issued 示例数据管理办法");
  EXPECT_SEEN(issued, "2025-01-01 effective 示例数据管理办法");
  EXPECT_TRUE(std::any_of(issued.begin(), issued.end(), [](const std::string& s) {
    return s.ends_with("repealed 示例数据管理暂行规定");
  })) << ::testing::PrintToString(issued);
}

TEST(Sightings, ADraftIsAdopted) {
  const auto all = seen(
      SubjectType::instrument,
      "国务院常务会议审议示例条例\n\n"
      "2024年8月30日，国务院常务会议审议通过《示例数据条例（草案）》，讨论《示例甲条例（草案）》。\n");
  EXPECT_SEEN(all, "2024-08-30 adopted 示例数据条例");
  EXPECT_SEEN(all, "2024-08-30 draft 示例甲条例");
}

TEST(Sightings, AnInstrumentIsAmended) {
  const auto seen_in = [](const char* sentence) {
    return seen(SubjectType::instrument,
                std::string("示例局发布公告\n\n2026年2月20日，") + sentence + "\n");
  };
  for (const char* sentence :
       {"示例局公布修订后的《示例数据办法》，自2026年5月1日起施行。",
        "示例局发布新修订的《示例数据办法》，自2026年5月1日起施行。",
        "示例局公布《关于修改〈示例数据办法〉的决定》，自2026年5月1日起施行。"}) {
    EXPECT_SEEN(seen_in(sentence), "2026-02-20 amended 示例数据办法");
    EXPECT_SEEN(seen_in(sentence), "2026-05-01 effective 示例数据办法");
  }
}

TEST(Sightings, AnInstrumentIsProlongedAndRepealed) {
  const auto seen_in = [](const char* sentence) {
    return seen(SubjectType::instrument,
                std::string("示例局发布公告\n\n2026年2月20日，") + sentence + "\n");
  };
  EXPECT_SEEN(seen_in("示例局发布通知，《示例数据办法》有效期延长至2027年9月30日。"),
              "2027-09-30 expires 示例数据办法");
  EXPECT_SEEN(seen_in("示例局明确，《示例数据办法》继续有效至2027年9月30日。"),
              "2027-09-30 expires 示例数据办法");
  EXPECT_TRUE(seen_in("示例局将《示例数据办法》有效期延长两年。").empty());
  const auto both = seen_in("示例局决定废止《示例甲办法》、《示例乙规定》。");
  EXPECT_SEEN(both, "2026-02-20 repealed 示例甲办法");
  EXPECT_SEEN(both, "2026-02-20 repealed 示例乙规定");
  EXPECT_SEEN(seen_in("示例局决定废止《示例数据办法》，自2026年11月1日起废止。"),
              "2026-11-01 repealed 示例数据办法");
  EXPECT_SEEN(seen_in("示例局公布《示例丙条例》，自2027年1月1日起施行，有效期至2031年12月31日，"
                      "《示例丁办法》同时废止。"),
              "2027-01-01 repealed 示例丁办法");
  EXPECT_TRUE(seen_in("示例局依据《示例数据办法》开展检查。").empty());
}

TEST(Sightings, ACampaignIsLaunchedAndItsResultsAreOfAPeriodOrSoFar) {
  const auto launch =
      seen(SubjectType::campaign,
           "中央网信办部署开展“清朗·示例整治”专项行动\n\n"
           "2024年4月21日，中央网信办印发通知，部署开展为期两个月的“清朗·示例整治”专项行动。\n");
  EXPECT_SEEN(launch, "2024-04-21 launched 清朗·示例整治");
  const auto results = seen(SubjectType::campaign,
                            "中央网信办公布“清朗·示例整治”专项行动成效\n\n"
                            "2024年6月30日，中央网信办公布“清朗·示例整治”专项行动成效。"
                            "6月份清理违法信息1.2万条。行动开展以来，累计关闭账号3500个。"
                            "二季度约谈平台12家次。截至6月29日，下架应用45款。\n");
  EXPECT_SEEN(results, "2024-06 results_period 清朗·示例整治");
  EXPECT_SEEN(results, "2024-Q2 results_period 清朗·示例整治");
  EXPECT_SEEN(results, "2024-06-30 results_total 清朗·示例整治");
  EXPECT_SEEN(results, "2024-06-29 results_total 清朗·示例整治");
  EXPECT_EQ(std::count_if(results.begin(), results.end(),
                          [](const std::string& s) { return s.find(" results_") != s.npos; }),
            4);
  EXPECT_FALSE(has(results, "2024-06-30 launched 清朗·示例整治"));
}

TEST(Sightings, ACampaignEndsAndIsOneOverItsYear) {
  const auto all = seen(
      SubjectType::campaign,
      "“清朗·春季示例整治”专项行动启动\n\n"
      "2024年4月20日，中央网信办印发通知，自即日起在全国开展为期两个月的“清朗·2024年春季示例整治”专项行动。\n");
  EXPECT_SEEN(all, "2024-04-20 launched 清朗·2024年春季示例整治");
  EXPECT_SEEN(all, "2024-06-19 ends 清朗·2024年春季示例整治");
  EXPECT_EQ(all.size(), 2u) << ::testing::PrintToString(all);
  const auto printed =
      seen(SubjectType::campaign,
           "示例市公安局启动“净网2024”专项行动\n\n"
           "2024年3月1日，示例市公安局部署“净网2024”专项行动，自3月1日起至6月30日。\n");
  EXPECT_SEEN(printed, "2024-06-30 ends 净网2024");
}

TEST(Sightings, WhatACampaignCameToInAllIsNotOfTheDayOfItsReport) {
  const auto all =
      seen(SubjectType::campaign,
           "“清朗·示例整治”专项行动收官\n\n"
           "2024年7月1日，中央网信办通报“清朗·示例整治”专项行动情况，累计清理违法信息120万条。\n");
  EXPECT_SEEN(all, "2024-07-01 results_total 清朗·示例整治");
}

TEST(Sightings, AnUnquotedCampaignEndsAtTheVerb) {
  const auto all = seen(SubjectType::campaign,
                        "示例市警方部署开展打击整治网络示例犯罪专项行动\n\n"
                        "2024年4月16日，示例市公安局部署开展打击整治网络示例犯罪专项行动。\n");
  EXPECT_SEEN(all, "2024-04-16 launched 打击整治网络示例犯罪");
  EXPECT_TRUE(seen(SubjectType::campaign,
                   "示例标题\n\n4月1日，示例局介绍，专项行动取得进展，网络空间清朗。\n")
                  .empty());
}

TEST(Sightings, ACaseGoesItsWay) {
  const auto all = seen(
      SubjectType::case_,
      "甘肃天水警方侦破一起侵犯公民个人信息案\n\n"
      "2024年4月1日消息，甘肃省天水市公安局侦破一起侵犯公民个人信息案。2023年11月3日，警方立案侦查。"
      "2024年1月5日，犯罪嫌疑人李某某被抓获，现已被依法刑事拘留。\n");
  EXPECT_SEEN(all, "2023-11-03 filed 李某某侵犯公民个人信息案（天水市）");
  EXPECT_SEEN(all, "2024-01-05 captured 李某某侵犯公民个人信息案（天水市）");
  const auto judged = seen(
      SubjectType::case_,
      "示例法院审结一起侵犯公民个人信息案\n\n"
      "2024年5月22日，天水市秦州区人民法院对被告人李某某侵犯公民个人信息案一审宣判。均未上诉。\n");
  EXPECT_TRUE(std::any_of(judged.begin(), judged.end(), [](const std::string& s) {
    return s.starts_with("2024-05-22 judged 李某某");
  })) << ::testing::PrintToString(judged);
  EXPECT_TRUE(std::none_of(judged.begin(), judged.end(),
                           [](const std::string& s) { return s.find("appealed") != s.npos; }));
}

// Every stage by its own words: sent for prosecution is not yet indicted, and what a second court
// said is not what the first did.
TEST(Sightings, StagesOfACaseAreToldApart) {
  const auto all = seen(
      SubjectType::case_,
      "示例市王某甲侵犯公民个人信息案移送审查起诉\n\n"
      "2024年3月5日，甘肃省天水市人民检察院对王某甲侵犯公民个人信息案作出批准逮捕决定。"
      "3月28日，案件移送审查起诉。4月9日，该院提起公诉。5月22日，天水市秦州区人民法院一审宣判。"
      "王某甲不服一审判决，5月30日提出上诉。6月20日，天水市中级人民法院二审公开宣判，裁定驳回上诉，维持原判。"
      "王某甲曾因盗窃于2019年被判处有期徒刑。其同伙可能被判处罚金，张某未被抓获。\n");
  for (const char* one : {"2024-03-05 arrested", "2024-03-28 transferred", "2024-04-09 indicted",
                          "2024-05-22 judged", "2024-05-30 appealed", "2024-06-20 appeal_judged"}) {
    EXPECT_TRUE(std::any_of(all.begin(), all.end(),
                            [&](const std::string& s) {
                              return s.starts_with(std::string(one) + " 王某甲侵犯公民个人信息案");
                            }))
        << one << ::testing::PrintToString(all);
  }
  EXPECT_EQ(all.size(), 6u) << ::testing::PrintToString(all);
}

TEST(Sightings, EachPartOfANoticeIsACase) {
  const auto all = seen(SubjectType::case_,
                        "示例省公安厅公布3起典型案例\n\n"
                        "2024年4月12日，甘肃省公安厅公布3起典型案例。\n\n"
                        "案例一：天水警方查处李某某编造网络谣言案\n"
                        "2024年3月10日，天水市公安局依法对李某某处以行政拘留10日。\n\n"
                        "案例二：兰州警方侦破王某甲诈骗案\n"
                        "2024年1月9日，兰州市公安局抓获犯罪嫌疑人王某甲等7人。\n\n"
                        "案例三：武威警方侦破张某盗窃案\n"
                        "武威市公安局提醒，请保管好财物。\n");
  EXPECT_EQ(all, (std::vector<std::string>{"2024-03-10 punished 李某某散布谣言案（天水市）",
                                           "2024-01-09 captured 王某甲诈骗案（兰州市）",
                                           "2024-04-12 solved 张某盗窃案（武威市）"}))
      << ::testing::PrintToString(all);
}

TEST(Sightings, AnAppIsNotifiedUntilADay) {
  const auto all =
      seen(SubjectType::app,
           "示例省通信管理局通报存在问题的APP\n\n"
           "2024年4月28日，示例省通信管理局通报“示例天气”“示例记账”2款侵害用户权益的APP。"
           "被通报的APP应在5月10日前完成整改。\n");
  EXPECT_SEEN(all, "2024-04-28 notified 示例天气");
  EXPECT_SEEN(all, "2024-05-10 rectify_by 示例记账");
}

TEST(Sightings, ATableNamesTheDevelopersOfItsApps) {
  const auto all = seen(SubjectType::app,
                        "示例省通信管理局关于侵害用户权益行为的APP通报\n\n"
                        "2024年4月28日，示例省通信管理局通报2款侵害用户权益的APP。\n\n"
                        "序号\t应用名称\t应用开发者\t应用版本\t所涉问题\n"
                        "1\t示例天气\t示例科技有限公司\t1.2.0\t违规收集个人信息\n"
                        "2\t示例记账\t示范网络有限公司\t3.0\t过度索取权限\n");
  EXPECT_SEEN(all, "2024-04-28 notified 示例天气（示例科技有限公司）");
  EXPECT_SEEN(all, "2024-04-28 notified 示例记账（示范网络有限公司）");
}

TEST(Sightings, OfABrokenRecordAreNone) {
  const std::vector<Span> none;
  for (const char* record : {"", "[]", "{\"instruments\":[1]}",
                             "{\"kind\":\"criminal-case\",\"parts\":[3],\"regions\":[null]}",
                             "{\"apps\":[1],\"spans\":{\"apps\":[1]},\"authorities\":{\"a\":1}}"}) {
    EXPECT_NO_THROW((void)sightings({record, none, none})) << record;
  }
}

}  // namespace
}  // namespace guanlan
