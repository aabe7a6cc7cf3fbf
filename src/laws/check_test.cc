#include <gtest/gtest.h>

#include <fstream>

#include "guanlan/law_check.h"
#include "testing/scratch.h"

namespace guanlan {
namespace {

class CitationChecks : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_ / "in");
    std::ofstream(folder_ / "in/甲(2016-11-07).md")
        << "# 示例安全法\n2016年11月7日 通过\n<!-- INFO END -->\n第一条 甲。\n第二条 "
           "示例单位应当留存示例日志。\n第三条 本法自2017年6月1日起施行。\n";
    std::ofstream(folder_ / "in/乙(2025-10-28).md")
        << "# 示例安全法\n2025年10月28日 修正\n<!-- INFO END -->\n第一条 甲。\n第二条 "
           "新增。\n第三条 示例单位应当留存示例日志。\n第四条 本法自2026年1月1日起施行。\n";
    laws_.emplace(std::move(*LawLibrary::open(folder_ / "laws.db")));
    ASSERT_TRUE(laws_->import(folder_ / "in"));
  }

  CitationCheck check(std::string instrument, std::string provision, std::string day) {
    Document d;
    d.issue.items.emplace_back();
    d.mentions.emplace_back();
    DateMention event;
    event.value = std::move(day);
    d.mentions[0].dates.event = event;
    CitationMention c;
    c.instrument = std::move(instrument);
    c.provision = std::move(provision);
    d.mentions[0].citations.push_back(c);
    auto out = check_citations(d, *laws_);
    EXPECT_TRUE(out);
    return out && !out->empty() ? std::move(out->front()) : CitationCheck{};
  }

  testing::Scratch folder_;
  std::optional<LawLibrary> laws_;
};

TEST_F(CitationChecks, TakesTheTextOfTheDay) {
  const auto old = check("示例安全法", "第二条", "2024-04-09");
  EXPECT_EQ(old.state, CitationState::found);
  EXPECT_EQ(old.answer->provision.text, "示例单位应当留存示例日志。");
  EXPECT_EQ(check("示例安全法", "第二条", "2026-02").answer->provision.text, "新增。");
}

TEST_F(CitationChecks, ConductIsHeldAgainstTheTextOfItsTime) {
  Mentions item;
  DateMention past;
  past.value = "2024-03";
  past.role = "past";
  item.dates.others = {past};
  EXPECT_EQ(day_of_conduct(item, "2026-02-01"), "2024-03-01");
  EXPECT_EQ(day_of_conduct(item, "2024-02-01"), "");
}

TEST_F(CitationChecks, ANumberThatIsNotThereIsSoughtInTheOtherVersions) {
  const auto later = check("示例安全法", "第四条", "2024-04-09");
  EXPECT_EQ(later.state, CitationState::no_provision);
  EXPECT_NE(later.note.find("2025-10-28文本有第四条，今为第三条"), std::string::npos) << later.note;
}

TEST_F(CitationChecks, WhatOnlyALaterTextLacksCannotBeChecked) {
  std::ofstream(folder_ / "in/丙(2019-07-26).md")
      << "# 示例绿化条例\n2009年11月20日 通过\n2019年7月26日 修正\n<!-- INFO END -->\n第一条 "
         "甲。\n第二条 本条例自2010年3月1日起施行。\n";
  ASSERT_TRUE(laws_->import(folder_ / "in"));
  EXPECT_EQ(check("示例绿化条例", "第九条", "2015-01-01").state, CitationState::unknown_text);
  EXPECT_EQ(check("示例绿化条例", "第一条", "2015-01-01").state, CitationState::unknown_text);
  EXPECT_EQ(check("示例绿化条例", "第九条", "2020-01-01").state, CitationState::no_provision);
  EXPECT_EQ(check("示例绿化条例", "第一条", "2009-01-01").state, CitationState::not_in_force);
}

TEST_F(CitationChecks, AReferenceIsResolvedOrKeptWithItsCandidates) {
  Document d;
  d.issue.items.emplace_back();
  d.mentions.emplace_back();
  DateMention event;
  event.value = "2024-04-09";
  d.mentions[0].dates.event = event;
  d.mentions[0].references = {{{}, {{"示例安全法", {}, "第二条"}}, {}},
                              {{}, {{"示例安全法", {}, "第一条"}, {"没有的法", {}, "第一条"}}, {}}};
  const auto out = check_citations(d, *laws_);
  ASSERT_TRUE(out);
  ASSERT_EQ(out->size(), 2u);
  EXPECT_EQ((*out)[0].citation, -1);
  EXPECT_EQ((*out)[0].state, CitationState::found);
  EXPECT_EQ((*out)[0].answer->provision.text, "示例单位应当留存示例日志。");
  EXPECT_EQ((*out)[1].state, CitationState::ambiguous);
  EXPECT_EQ((*out)[1].candidates, "《示例安全法》第一条、《没有的法》第一条");
}

TEST_F(CitationChecks, SaysWhyNot) {
  EXPECT_EQ(check("示例安全法", "第九条", "2024-04-09").state, CitationState::no_provision);
  EXPECT_EQ(check("示例安全法", "第一条第二款", "2024-04-09").state, CitationState::no_provision);
  EXPECT_EQ(check("示例安全法", "第一条", "2012").state, CitationState::not_in_force);
  EXPECT_EQ(check("没有的法", "第一条", "2024").state, CitationState::unknown_law);
  EXPECT_EQ(check("示例安全法", "", "2024").state, CitationState::law_only);
}

}  // namespace
}  // namespace guanlan
