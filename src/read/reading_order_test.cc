#include "read/reading_order.h"

#include <gtest/gtest.h>

#include "read/line_text.h"

namespace guanlan {
namespace {

// A page on which words are put by hand; every Chinese character is `em` wide.
class Sheet {
 public:
  Sheet() { page_.width = 595, page_.height = 842; }
  Sheet& put(float x, float y, float em, std::string_view text) {
    Word word;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte >= 0xE3) ++word.wide;
      if (byte < 0x80) ++word.narrow;
    }
    word.em = em;
    word.box = {x, y, x + em * (static_cast<float>(word.wide) + 0.5F * word.narrow), y + em};
    word.text.begin = static_cast<std::uint32_t>(page_.text.size());
    page_.text += text;
    word.text.end = static_cast<std::uint32_t>(page_.text.size());
    page_.words.push_back(word);
    return *this;
  }
  Sheet& column(float x, float y, std::initializer_list<std::string_view> lines) {
    for (const auto line : lines) {
      put(x, y, 10, line);
      y += 15;
    }
    return *this;
  }
  [[nodiscard]] std::vector<Fragment> fragments() const { return make_fragments(page_); }
  [[nodiscard]] std::vector<std::string> read(std::optional<float> gutter = {}) const {
    const auto fragments = make_fragments(page_);
    std::vector<std::string> out;
    for (const auto& line : order_lines(fragments, gutter))
      out.push_back(line_text(page_, fragments, line));
    return out;
  }

 private:
  PageWords page_;
};

using Lines = std::vector<std::string>;

constexpr const char* kLeft[] = {"左一左左左左左左左左左左左左左", "左二左左左左左左左左左左左左左",
                                 "左三左左左左左左左左左左左左左", "左四左左左左"};
constexpr const char* kRight[] = {"右一右右右右右右右右右右右右右",
                                  "右二右右右右右右右右右右右右右",
                                  "右三右右右右右右右右右右右右右", "右四右右右右"};

Sheet two_columns(float y) {
  Sheet sheet;
  for (int i = 0; i < 4; ++i) {
    sheet.put(50, y + 15 * static_cast<float>(i), 10, kLeft[i]);
    sheet.put(220, y + 15 * static_cast<float>(i), 10, kRight[i]);
  }
  return sheet;
}

TEST(ReadingOrderTest, OneColumnIsReadDown) {
  EXPECT_EQ(Sheet().column(50, 100, {"第一行", "第二行", "第三行"}).read(),
            (Lines{"第一行", "第二行", "第三行"}));
}

TEST(ReadingOrderTest, TwoColumnsAreReadOneAfterTheOther) {
  EXPECT_EQ(two_columns(100).read(), (Lines{kLeft[0], kLeft[1], kLeft[2], kLeft[3], kRight[0],
                                            kRight[1], kRight[2], kRight[3]}));
}

TEST(ReadingOrderTest, ColumnsNeedNotShareTheirBaselines) {
  Sheet sheet;
  for (int i = 0; i < 4; ++i) {
    sheet.put(50, 100 + 15 * static_cast<float>(i), 10, kLeft[i]);
    sheet.put(220, 106 + 15 * static_cast<float>(i), 10, kRight[i]);
  }
  EXPECT_EQ(sheet.read()[4], kRight[0]);
}

TEST(ReadingOrderTest, AHeadlineOverBothColumnsPartsThem) {
  auto sheet = two_columns(200);
  sheet.put(120, 100, 18, "横跨两栏的大标题");
  sheet.column(50, 130, {"上左上左上左上左上左上左上左上", "上左二"});
  sheet.column(220, 130, {"上右上右上右上右上右上右上右上", "上右二"});
  sheet.put(110, 170, 18, "第二个横跨两栏标题");
  const auto lines = sheet.read();
  EXPECT_EQ(lines[0], "横跨两栏的大标题");
  EXPECT_EQ(lines[2], "上左二");
  EXPECT_EQ(lines[4], "上右二");
  EXPECT_EQ(lines[5], "第二个横跨两栏标题");
  EXPECT_EQ(lines[6], kLeft[0]);
  EXPECT_EQ(lines[10], kRight[0]);
}

TEST(ReadingOrderTest, AHeadlineNeedNotReachOverTheGutter) {
  auto sheet = two_columns(100);
  sheet.put(50, 190, 16, "要闻");
  for (int i = 0; i < 4; ++i) {
    sheet.put(50, 220 + 15 * static_cast<float>(i), 10, kLeft[i]);
    sheet.put(220, 220 + 15 * static_cast<float>(i), 10, kRight[i]);
  }
  const auto lines = sheet.read();
  EXPECT_EQ(lines[7], kRight[3]);
  EXPECT_EQ(lines[8], "要闻");
  EXPECT_EQ(lines[9], kLeft[0]);
  EXPECT_EQ(lines[13], kRight[0]);
}

TEST(ReadingOrderTest, ThreeColumns) {
  Sheet sheet;
  for (int c = 0; c < 3; ++c) {
    for (int i = 0; i < 6; ++i)
      sheet.put(40 + 180 * static_cast<float>(c), 100 + 15 * static_cast<float>(i), 10,
                std::string(c == 0   ? "甲"
                            : c == 1 ? "乙"
                                     : "丙") +
                    "栏文字文字文字文字文字文字文");
  }
  const auto lines = sheet.read();
  ASSERT_EQ(lines.size(), 18U);
  EXPECT_EQ(lines[5].substr(0, 3), "甲");
  EXPECT_EQ(lines[6].substr(0, 3), "乙");
  EXPECT_EQ(lines[12].substr(0, 3), "丙");
}

TEST(ReadingOrderTest, RowsOfShortPiecesAreNoColumns) {
  Sheet sheet;
  for (int i = 0; i < 6; ++i) {
    sheet.put(50, 100 + 15 * static_cast<float>(i), 10, "东湖区");
    sheet.put(220, 100 + 15 * static_cast<float>(i), 10, "86");
  }
  EXPECT_EQ(sheet.read(), Lines(6, "东湖区 86"));
}

TEST(ReadingOrderTest, ABandTooShortToTellFollowsTheDocument) {
  Sheet sheet;
  sheet.column(50, 100, {kLeft[0], kLeft[3]});
  sheet.column(220, 100, {"右短", "（来源：示例报）"});
  EXPECT_EQ(sheet.read(210)[1], kLeft[3]);
  EXPECT_EQ(sheet.read(210)[2], "右短");
}

TEST(ReadingOrderTest, ADropCapitalStandsInFrontOfItsLine) {
  Sheet sheet;
  sheet.put(50, 100, 25, "今");
  sheet.put(78, 100, 10, "天，示例市召开会议，部署工作");
  sheet.put(78, 115, 10, "安排，并提出了三点要求内容。");
  sheet.column(50, 130, {"第三行第三行第三行第三行第三行第"});
  EXPECT_EQ(sheet.read(), (Lines{"今天，示例市召开会议，部署工作", "安排，并提出了三点要求内容。",
                                 "第三行第三行第三行第三行第三行第"}));
}

TEST(ReadingOrderTest, LinesBesideADropCapitalBeginAtIt) {
  Sheet sheet;
  sheet.put(50, 100, 25, "今");
  sheet.put(78, 100, 10, "天，示例市召开会议，部署工作");
  sheet.put(78, 115, 10, "安排，并提出了三点要求内容。");
  for (const auto& line : order_lines(sheet.fragments())) EXPECT_FLOAT_EQ(line.box.x0, 50);
}

TEST(ReadingOrderTest, WhatStandsBesideASpanningLineSpansToo) {
  auto sheet = two_columns(200);
  sheet.put(60, 150, 10, "第九期总第一百期示例协会编印刊出版发行");
  sheet.put(300, 150, 10, "五月六日");
  const auto lines = sheet.read();
  EXPECT_EQ(lines[0], "第九期总第一百期示例协会编印刊出版发行 五月六日");
  EXPECT_EQ(lines[1], kLeft[0]);
}

TEST(ReadingOrderTest, LetterSpacingIsNoBlank) {
  Sheet spaced;
  float x = 50;
  for (const auto letter : {"共", "创", "数", "字", "经", "济", "未", "来"}) {
    spaced.put(x, 100, 10, letter);
    x += 16;
  }
  EXPECT_EQ(spaced.read(), Lines{"共创数字经济未来"});
  Sheet apart;
  apart.put(50, 100, 10, "夯实基础").put(93, 100, 10, "筑牢屏障");
  EXPECT_EQ(apart.read(), Lines{"夯实基础 筑牢屏障"});
}

TEST(ReadingOrderTest, AnEmptyPageAndPilesOfWordsAreFine) {
  EXPECT_TRUE(Sheet().read().empty());
  Sheet pile;
  for (int i = 0; i < 300; ++i) pile.put(100, 100, 10, "叠");
  EXPECT_EQ(pile.read().size(), 300U);
}

}  // namespace
}  // namespace guanlan
