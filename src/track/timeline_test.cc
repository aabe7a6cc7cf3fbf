#include <gtest/gtest.h>

#include <algorithm>

#include "guanlan/store.h"
#include "guanlan/track.h"
#include "store/schema.h"
#include "testing/scratch.h"
#include "testing/taken.h"

namespace guanlan {
namespace {

class TimelineTest : public ::testing::Test {
 protected:
  testing::Scratch scratch;
  std::filesystem::path file = scratch / "x.db";

  void put(const std::string& text) {
    ASSERT_TRUE(open_store(file).value()->put(testing::taken(text)));
  }
  std::unique_ptr<Tracker> open() { return Tracker::open(file).value(); }
  static std::vector<std::string> steps(const Timeline& timeline) {
    std::vector<std::string> out;
    for (const Step& s : timeline.steps) out.push_back(s.date + " " + s.role);
    return out;
  }
  using Steps = std::vector<std::string>;

  void put_rules() {
    put("示例部就《规范和促进示例数据跨境流动规定（征求意见稿）》公开征求意见\n\n"
        "2023年9月28日，示例部发布《规范和促进示例数据跨境流动规定（征求意见稿）》，公开征求意见。"
        "意见反馈截止时间为2023年10月15日。\n");
    put("示例部公布《促进和规范示例数据跨境流动规定》\n\n"
        "2024年3月22日，示例部公布《促进和规范示例数据跨境流动规定》，自公布之日起施行。\n");
  }
};

TEST_F(TimelineTest, ADraftIsProposedAsTheTextItBecameAndUndoneWithOneWord) {
  put_rules();
  auto tracker = open();
  const auto whole = tracker->timeline({"促进和规范示例数据跨境流动规定"}).value();
  ASSERT_EQ(whole.links.size(), 1u);
  EXPECT_EQ(whole.links[0].state, "proposed");
  EXPECT_TRUE(whole.links[0].followed());
  EXPECT_EQ(steps(whole)[0], "2023-09-28 draft");
  EXPECT_EQ(steps(whole)[1], "2023-10-15 comment_by");
  EXPECT_EQ(whole.steps[0].link, whole.links[0].id);  // it says what brought the step
  EXPECT_EQ(whole.steps.back().link, 0);
  EXPECT_EQ(tracker->timeline({"促进和规范示例数据跨境流动规定", {}, false})->steps.front().role,
            "issued");
  ASSERT_TRUE(tracker->decide(whole.links[0].id, false));
  EXPECT_EQ(tracker->timeline({"促进和规范示例数据跨境流动规定"})->steps.front().role, "issued");
  put("示例报道\n\n2024年5月1日，示例部发布《示例其他办法》。\n");  // it is not proposed again
  EXPECT_EQ(open()->links()->at(0).state, "undone");
  ASSERT_TRUE(tracker->decide(whole.links[0].id, true));
  EXPECT_EQ(tracker->timeline({"促进和规范示例数据跨境流动规定"})->steps.front().role, "draft");
  EXPECT_EQ(tracker->decide(99, false).error().code, Code::not_found);
}

TEST_F(TimelineTest, StepsQuoteTheirSentenceAndStandInTheirSource) {
  put_rules();
  const auto timeline = open()->timeline({"规范和促进示例数据跨境流动规定", {}, false}).value();
  auto store = open_store(file).value();
  for (const Step& step : timeline.steps) {
    const StoredItem item = store->item(step.item).value();
    const std::string raw = store->raw(item.document, item.entry).value();
    EXPECT_NE(step.text.find(std::string(step.place.span.of(raw))), std::string::npos) << step.text;
  }
}

TEST_F(TimelineTest, ACodeHasItsSubActions) {
  put("中央网信办部署开展“清朗·示例甲”专项行动\n\n2024年4月21日，中央网信办部署开展“清朗·示例甲”专项行动。\n");
  put("中央网信办部署开展“清朗·示例乙”专项行动\n\n2024年5月21日，中央网信办部署开展“清朗·示例乙”专项行动。\n");
  const auto all = open()->timeline({"清朗"}).value();
  EXPECT_EQ(all.parts, (Steps{"清朗·示例乙", "清朗·示例甲"}));
  EXPECT_EQ(steps(all), (Steps{"2024-04-21 launched", "2024-05-21 launched"}));
  EXPECT_EQ(open()->timeline({"清朗—示例甲"})->parent, "清朗");
}

TEST_F(TimelineTest, AnAppThatIsNotifiedAgainAfterItsDayHasRelapsed) {
  const auto notice = [](const char* day, const char* until) {
    return "示例省通信管理局通报存在问题的APP\n\n" + std::string(day) +
           "，示例省通信管理局通报“示例天气”“示例记账”2款侵害用户权益的APP。被通报的APP应在" +
           until + "前完成整改。\n";
  };
  put(notice("2024年4月28日", "2024年5月10日"));
  put(notice("2024年8月1日", "2024年8月10日"));
  EXPECT_EQ(steps(open()->timeline({"示例天气 App", SubjectType::app}).value()),
            (Steps{"2024-04-28 notified", "2024-05-10 rectify_by", "2024-08-01 relapse",
                   "2024-08-10 rectify_by"}));
}

TEST_F(TimelineTest, AnAppGoesFromNoticeOverRetestAndRemovalToRelapse) {
  put("示例省通信管理局关于侵害用户权益行为的APP通报\n\n"
      "2024年4月28日，示例省通信管理局通报“示例天气”“示例记账”2款侵害用户权益的APP。被通报的APP应在2024年5月10日前完成整改。\n");
  put("示例省通信管理局关于APP复测情况的通报\n\n"
      "2024年5月15日，示例省通信管理局通报复测情况，“示例天气”“示例记账”2款APP仍未完成整改，应在2024年5月20日前落实整改。\n");
  put("示例省通信管理局下架2款侵害用户权益APP\n\n"
      "2024年5月25日，示例省通信管理局下架“示例天气”“示例记账”2款侵害用户权益的APP。\n");
  put("示例省通信管理局同意2款APP恢复上架\n\n"
      "2024年7月1日，经复测合格，示例省通信管理局同意“示例天气”“示例记账”2款APP恢复上架。\n");
  put("示例省通信管理局关于侵害用户权益行为的APP通报\n\n"
      "2024年9月2日，示例省通信管理局通报“示例天气（安卓版）”“示例阅读”2款侵害用户权益的APP。\n");
  const auto timeline = open()->timeline({"示例天气", SubjectType::app}).value();
  EXPECT_EQ(steps(timeline),
            (Steps{"2024-04-28 notified", "2024-05-10 rectify_by", "2024-05-15 retested",
                   "2024-05-20 rectify_by", "2024-05-25 removed", "2024-07-01 restored",
                   "2024-09-02 relapse"}));
  EXPECT_EQ(timeline.steps[1].text,
            "被通报的APP应在2024年5月10日前完成整改。");  // the sentence that says so
}

TEST_F(TimelineTest, TwoCourtsOfOneInstanceAreTwoCases) {
  const auto judged = [](const char* day, const char* court) {
    return "示例一案宣判\n\n2024年" + std::string(day) + "，" + court +
           "对被告人李某某侵犯公民个人信息案宣判，判处有期徒刑三年。\n";
  };
  put(judged("5月22日", "天水市中级人民法院"));
  put(judged("5月30日", "武威市中级人民法院"));
  put(judged("9月3日", "甘肃省高级人民法院"));
  const std::vector<SubjectLink> links = open()->links().value();
  EXPECT_FALSE(links.empty());
  for (const SubjectLink& link : links) {
    EXPECT_TRUE(link.one.find("高级") != link.one.npos ||
                link.other.find("高级") != link.other.npos)
        << link.one << " " << link.other;
  }
}

// What names no court fits the cases of two: neither is followed, both are kept with the other's
// name; before the second came the one was followed.
TEST_F(TimelineTest, ACaseWithoutACourtIsNotTheCasesOfTwo) {
  const auto judged = [](const std::string& court) {
    return "示例一案宣判\n\n2024年5月22日，" + court +
           "对被告人李某某侵犯公民个人信息案宣判，判处有期徒刑三年。\n";
  };
  put("天水市公安局破获一起案件\n\n2024年3月2日，天水市公安局抓获犯罪嫌疑人李某某，其涉嫌侵犯公民个人信息罪，"
      "已被刑事拘留。\n");
  put(judged("天水市秦州区人民法院"));
  auto links = open()->links().value();
  ASSERT_EQ(links.size(), 1u);
  EXPECT_TRUE(links[0].followed());
  put(judged("天水市麦积区人民法院"));
  links = open()->links().value();
  ASSERT_EQ(links.size(), 2u);
  for (const SubjectLink& link : links) {
    EXPECT_FALSE(link.followed()) << link.one << " " << link.other;
    EXPECT_NE(link.reason.find("同样相合的还有"), std::string::npos) << link.reason;
  }
  const std::int64_t first = links[0].id, second = links[1].id;
  const auto link_of = [&](std::int64_t id) {
    const auto all = open()->links().value();
    return *std::find_if(all.begin(), all.end(), [id](const auto& l) { return l.id == id; });
  };
  ASSERT_TRUE(open()->decide(first, false));  // it is not the one: then it is the other
  EXPECT_FALSE(link_of(first).followed());
  EXPECT_TRUE(link_of(second).followed()) << link_of(second).reason;
  EXPECT_EQ(link_of(second).reason.find("同样相合的还有"), std::string::npos);
  ASSERT_TRUE(open()->decide(first, true));
  EXPECT_TRUE(link_of(first).followed());
  EXPECT_FALSE(link_of(second).followed()) << link_of(second).reason;
}

// Two cases of one name are named with an item; what links make one is found by the bare name.
TEST_F(TimelineTest, CasesOfOneNameAreNotMergedInSilence) {
  const auto caught = [](const char* title, const char* day, const char* more) {
    return std::string(title) + "\n\n2024年" + day +
           "，甘肃省天水市公安局破获一起诈骗案，抓获犯罪嫌疑人李某等" + more + "人。\n";
  };
  put(caught("天水警方破获一起诈骗案", "3月2日", "12"));
  put(caught("天水警方再破一起诈骗案", "5月9日", "7"));
  const auto two = open()->timeline({"李某诈骗案（天水市）"});
  ASSERT_FALSE(two);
  EXPECT_NE(two.error().message.find("李某诈骗案（天水市）@2"), std::string::npos)
      << two.error().message;
  EXPECT_EQ(steps(open()->timeline({"李某诈骗案（天水市）@2"}).value()),
            (Steps{"2024-05-09 solved", "2024-05-09 captured"}));
  EXPECT_EQ(open()->subjects(SubjectType::case_, "李某", 0, 10)->rows[1].name,
            "李某诈骗案（天水市）@2");
  put("天水一诈骗案告破\n\n2024年3月20日，甘肃省天水市人民检察院对李某等12人诈骗案批准逮捕。\n");
  const auto whole = open()->timeline({"李某诈骗案（天水市）@3"}).value();
  EXPECT_EQ(whole.steps.front().date, "2024-03-02");
  EXPECT_EQ(whole.steps.front().region, "甘肃省/天水市");
}

// What other rules called by another key is gone when the index is made again, and links are
// proposed anew; what was decided stays decided.
TEST_F(TimelineTest, SubjectsOfWhichNothingTellsAreNotShown) {
  put_rules();
  const auto links = open()->links().value();
  ASSERT_EQ(links.size(), 1u);
  ASSERT_TRUE(open()->decide(links[0].id, false));
  {
    auto database = open_database(file).value();
    ASSERT_TRUE(database.run(
        "INSERT INTO subjects(type, key, name) VALUES(0, 'old', '促进和规范示例数据跨境流动规定');"
        "UPDATE track_state SET rules = 'old'"));
  }
  const auto timeline = open()->timeline({"促进和规范示例数据跨境流动规定"});
  ASSERT_TRUE(timeline) << timeline.error().message;
  EXPECT_EQ(timeline->steps.front().role, "issued");
  EXPECT_EQ(open()->subjects(SubjectType::instrument, "", 0, 10)->total, 2);
  EXPECT_EQ(open()->links()->at(0).state, "undone");
}

TEST_F(TimelineTest, TheSameStepInTwoFilesIsOne) {
  const std::string body =
      "示例部公布《示例数据管理办法》\n\n2024年3月22日，示例部公布《示例数据管理办法》。\n";
  put(body);
  put(body + "\n（来源：示例报）\n");
  const auto timeline = open()->timeline({"示例数据管理办法"}).value();
  ASSERT_EQ(timeline.steps.size(), 1u);
  EXPECT_EQ(timeline.steps[0].also.size(), 1u);
  const auto near = open()->neighbours(timeline.steps[0].item, 10).value();
  ASSERT_EQ(near.size(), 1u);
  EXPECT_EQ(near[0].reason, SubjectType::instrument);
}

TEST_F(TimelineTest, WhoIsNotThereIsSaidWithWhoIsLike) {
  put_rules();
  const auto nobody = open()->timeline({"数据跨境流动"});
  ASSERT_FALSE(nobody);
  EXPECT_EQ(nobody.error().code, Code::not_found);
  EXPECT_NE(nobody.error().hint.find("促进和规范示例数据跨境流动规定"), std::string::npos);
  EXPECT_EQ(open()->timeline({"《"}).error().code, Code::not_found);
}

TEST_F(TimelineTest, SubjectsAreListedByTheirItems) {
  put("公安部通报\n\n2024年4月21日，公安部公布典型案例。\n");
  put("公安部再通报\n\n2024年5月21日，公安部公布典型案例。\n");
  const auto page = open()->subjects(SubjectType::authority, "公安", 0, 10).value();
  ASSERT_EQ(page.total, 1);
  EXPECT_EQ(page.rows[0].name, "公安部");
  EXPECT_EQ(page.rows[0].items, 2);
  EXPECT_EQ(page.rows[0].first, "2024-04-21");
  EXPECT_EQ(open()->subjects(SubjectType::authority, "没有", 0, 10)->total, 0);
}

}  // namespace
}  // namespace guanlan
