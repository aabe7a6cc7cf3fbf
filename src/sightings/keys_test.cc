#include "sightings/keys.h"

#include <gtest/gtest.h>

#include "guanlan/sightings.h"

namespace guanlan::sighting {
namespace {

void meet(SubjectType type, std::initializer_list<std::string_view> spellings) {
  const std::string key = subject_key(type, *spellings.begin());
  EXPECT_NE(key, "");
  for (const std::string_view spelling : spellings)
    EXPECT_EQ(subject_key(type, spelling), key) << spelling;
}

TEST(Keys, InstrumentsMeetOverTheirStages) {
  meet(SubjectType::instrument,
       {"示例数据安全管理条例", "《示例数据安全管理条例》", "示例数据安全管理条例（征求意见稿）",
        "示例数据安全管理条例(草案)", "示例数据安全管理条例（修订草案二次审议稿）",
        "示例数据安全管理条例（试行）",
        "关于《示例数据安全管理条例（征求意见稿）》公开征求意见的通知",
        "关于印发《示例数据安全管理条例》的通知", "关于修改〈示例数据安全管理条例〉的决定",
        "示例数据安全管理条例征求意见稿"});
  meet(SubjectType::instrument,
       {"网络安全法", "中华人民共和国网络安全法", "网安法", "《中华人民共和国网络安全法》"});
  meet(SubjectType::instrument, {"数据安全技术 示例要求", "数据安全技术示例要求"});
}

TEST(Keys, OtherInstrumentsStayApart) {
  const auto key = [](std::string_view title) {
    return subject_key(SubjectType::instrument, title);
  };
  EXPECT_NE(key("示例目录（2023年版）"), key("示例目录（2024年版）"));
  EXPECT_NE(key("示例省数据条例"), key("示范省数据条例"));
  EXPECT_NE(key("示例管理办法"), key("示例管理规定"));
}

TEST(Keys, ATitleSaysItsStage) {
  EXPECT_TRUE(read_title("示例办法（征求意见稿）").draft);
  EXPECT_FALSE(read_title("示例办法（试行）").draft);
  EXPECT_TRUE(read_title("关于修改《示例办法》的决定").amend);
  EXPECT_TRUE(read_title("关于废止《示例办法》的决定").repeal);
  EXPECT_EQ(read_title("数据安全技术　示例要求（试行）").name, "数据安全技术 示例要求");
  EXPECT_EQ(read_title("示例规划（2024—2026年）").name, "示例规划（2024—2026年）");
}

TEST(Keys, CampaignsMeetOverTheirMarks) {
  meet(SubjectType::campaign, {"清朗·示例整治", "清朗—示例整治", "清朗 示例整治",
                               "“清朗·示例整治”专项行动", "清朗・示例整治系列专项行动"});
  meet(SubjectType::campaign,
       {"净网2024", "“净网2024”专项行动", "净网２０２４", "净网2024年专项行动"});
  EXPECT_EQ(sighting::without_year("清朗2024年示例整治"), "清朗·示例整治");
  EXPECT_EQ(sighting::without_year("净网2024"), "净网2024");
  EXPECT_NE(subject_key(SubjectType::campaign, "净网2024"),
            subject_key(SubjectType::campaign, "净网2025"));
}

TEST(Keys, AppsMeetOverPlatformsAndWidths) {
  meet(SubjectType::app, {"示例天气", "示例天气APP", "示例天气 App", "示例天气（安卓版）",
                          "示例天气客户端", "示例天气Android版"});
  meet(SubjectType::app, {"Shili Note", "shiliNOTE", "ＳｈｉｌｉＮｏｔｅ"});
  EXPECT_NE(subject_key(SubjectType::app, "示例天气极速版"),
            subject_key(SubjectType::app, "示例天气"));
  EXPECT_NE(subject_key(SubjectType::app, "App"), "");
}

TEST(Keys, BodiesMeetUnderTheNamesThatTheLexiconKnows) {
  meet(SubjectType::authority, {"工业和信息化部", "工信部"});
  meet(SubjectType::org, {"中国移动", "中国移动通信集团有限公司"});
  EXPECT_NE(subject_key(SubjectType::authority, "国家互联网信息办公室"),
            subject_key(SubjectType::authority, "中央网络安全和信息化委员会办公室"));
}

}  // namespace
}  // namespace guanlan::sighting
