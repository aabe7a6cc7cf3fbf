// Law pages: the text of a day, what each article is in the other versions, which items cite it.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "guanlan/laws.h"
#include "testing/requests.h"
#include "testing/scratch.h"
#include "testing/taken.h"

namespace guanlan::serve {
namespace {

using nlohmann::json;

constexpr std::string_view kLaw = "/api/v1/laws/%E7%A4%BA%E4%BE%8B%E5%8A%9E%E6%B3%95";  // 示例办法

class LawHandlers : public ::testing::Test {
 protected:
  testing::Scratch scratch;
  std::unique_ptr<Service> service;

  void SetUp() override {
    law("甲(2015-01-01).md", "2015年1月1日 公布",
        "第一条 示例网络运营者应当保护示例网络。\n"
        "第二条 示例网络运营者应当留存示例网络日志不少于六个月。\n");
    law("乙(2018-01-01).md", "2018年1月1日 修订",
        "第一条 示例网络运营者应当保护示例网络。\n"
        "第二条 示例部门应当每年公布一次示例目录，并听取公众的意见。\n"
        "第三条 示例网络运营者应当留存示例网络日志不少于六个月。\n");
    ASSERT_TRUE(LawLibrary::open(scratch / "x.db").value().import(scratch / "laws"));
    Options options;
    options.database = scratch / "x.db";
    service = Service::open(options).value();
    const Reading reading = testing::taken(
        "示例市网信办处罚示例公司\n\n2024年4月9日，示例市网信办依据《示例办法》第三条，对示例科技有限公司罚款5万元。\n");
    ASSERT_TRUE(service->write([&](Store& store) { return store.put(reading); }));
  }
  void law(const char* file, std::string_view event, std::string_view articles) {
    std::filesystem::create_directories(scratch / "laws");
    std::ofstream(scratch / "laws" / file) << "# 示例办法\n\n"
                                           << event << "\n\n<!-- INFO END -->\n\n"
                                           << articles;
  }
  json body(const std::string& target) const {
    const Response response = testing::get(*service, target);
    EXPECT_EQ(response.status, 200) << target << response.body;
    return json::parse(response.body, nullptr, false);
  }
};

TEST_F(LawHandlers, AnArticleSaysWhatItIsInOtherVersions) {
  const json now = body(std::string(kLaw));
  ASSERT_EQ(now["articles"].size(), 3u) << now;
  EXPECT_TRUE(now["articles"][0]["elsewhere"].empty());  // the same words under the same number
  const json added = now["articles"][1]["elsewhere"];
  ASSERT_EQ(added.size(), 1u);
  EXPECT_TRUE(added[0]["number"].is_null());
  const json moved = now["articles"][2]["elsewhere"];
  ASSERT_EQ(moved.size(), 1u);
  EXPECT_EQ(moved[0]["number"], "第二条");
  EXPECT_EQ(moved[0]["from"], "2015-01-01");
  EXPECT_EQ(moved[0]["same_words"], true);
  const json then = body(std::string(kLaw) + "?on=2016-01-01");
  EXPECT_EQ(then["articles"][1]["elsewhere"][0]["number"], "第三条");
}

TEST_F(LawHandlers, AnArticleNamesTheItemsThatCiteIt) {
  const json rows = body(std::string(kLaw) + "/citations");
  ASSERT_EQ(rows.size(), 2u) << rows;
  EXPECT_EQ(rows[0]["article"], "");
  EXPECT_EQ(rows[1]["article"], "第三条");
  EXPECT_EQ(rows[1]["items"].size(), 1u);
}

TEST_F(LawHandlers, WhatIsNotThereIsSaid) {
  EXPECT_EQ(testing::get(*service, "/api/v1/laws/none").status, 404);
  EXPECT_EQ(testing::get(*service, std::string(kLaw) + "?on=soon").status, 400);
}

}  // namespace
}  // namespace guanlan::serve
