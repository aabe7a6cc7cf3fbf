#include "layout/labels.h"

#include <gtest/gtest.h>

#include <string>

namespace guanlan {
namespace {

struct Case {
  const char* text;
  Numbering style;
  int value;
  const char* number;
  const char* rest;
};

TEST(Labels, AcceptedForms) {
  const Case cases[] = {
      {"一、总体情况", Numbering::han_comma, 1, "一", "总体情况"},
      {"十二、 附则", Numbering::han_comma, 12, "十二", "附则"},
      {"(三)智能产品", Numbering::han_paren, 3, "三", "智能产品"},
      {"( 四 ) 其他", Numbering::han_paren, 4, "四", "其他"},
      {"1. 标题", Numbering::digit_dot, 1, "1", "标题"},
      {"10.全国", Numbering::digit_dot, 10, "10", "全国"},
      {"2、标题", Numbering::digit_comma, 2, "2", "标题"},
      {"(1)广东", Numbering::digit_paren, 1, "1", "广东"},
      {"3)标题", Numbering::half_paren, 3, "3", "标题"},
      {"③标题", Numbering::circled, 3, "③", "标题"},
      {"⒉标题", Numbering::digit_dot, 2, "⒉", "标题"},
      {"㈡标题", Numbering::han_paren, 2, "㈡", "标题"},
      {"01 标题", Numbering::padded, 1, "01", "标题"},
      {"02 2024年标题", Numbering::padded, 2, "02", "2024年标题"},
      {"2.2024年标题", Numbering::digit_dot, 2, "2", "2024年标题"},
      {"3.5G网络建设", Numbering::digit_dot, 3, "3", "5G网络建设"},
      {"【4】标题", Numbering::square, 4, "4", "标题"},
      {"第一部分 要闻", Numbering::chapter, 1, "一", "要闻"},
      {"第2篇:要闻", Numbering::chapter, 2, "2", "要闻"},
      {"第三章 总则", Numbering::section, 3, "三", "总则"},
      {"第二节 地方动态", Numbering::subsection, 2, "二", "地方动态"},
      {"贰、政策法规", Numbering::formal, 2, "贰", "政策法规"},
      {"丙、地方动态", Numbering::stem, 3, "丙", "地方动态"},
      {"Ⅱ. 境外", Numbering::roman, 2, "Ⅱ", "境外"},
      {"IV. 境外", Numbering::roman, 4, "IV", "境外"},
      {"B. 境外", Numbering::letter, 2, "B", "境外"},
      {"[03] 标题", Numbering::padded, 3, "03", "标题"},
      {"▍ 要闻", Numbering::bullet, 0, "", "要闻"},
      {"第四十四条 略", Numbering::article, 44, "四十四", "略"},
      {"案例一:某公司", Numbering::sample, 1, "一", "某公司"},
      {"典型案例2 某公司", Numbering::sample, 2, "2", "某公司"},
      {"【案例三】某公司", Numbering::sample, 3, "三", "某公司"},
      {"■ 要闻", Numbering::bullet, 0, "", "要闻"},
  };
  for (const Case& c : cases) {
    const std::string_view text = c.text;
    const Label label = read_label(text);
    EXPECT_EQ(label.style, c.style) << text;
    EXPECT_EQ(label.value, c.value) << text;
    EXPECT_EQ(label.number.of(text), c.number) << text;
    EXPECT_EQ(text.substr(label.size), c.rest) << text;
  }
}

TEST(Labels, WhatIsNone) {
  for (const std::string_view text : {"1.5亿元",
                                      "1.2024亿元",
                                      "2024.5.1",
                                      "2024、标题",
                                      "9月14日",
                                      "一、二审法院",
                                      "第一,加强",
                                      "案例一览",
                                      "(来源:央视)",
                                      "三大运营商",
                                      "十年磨一剑",
                                      "",
                                      "(",
                                      "第",
                                      "一",
                                      "1",
                                      "16日上午",
                                      "第四届",
                                      "1-8月",
                                      "【要闻】",
                                      "5G技术",
                                      "甲、乙双方",
                                      "A.I.技术",
                                      "A、B两家",
                                      "[1]张某:论文",
                                      "V2X技术",
                                      "C语言"}) {
    EXPECT_FALSE(read_label(text)) << text;
  }
}

TEST(Labels, HanNumbers) {
  EXPECT_EQ(han_number("十"), 10);
  EXPECT_EQ(han_number("二十一"), 21);
  EXPECT_EQ(han_number("一百零五"), 0);  // 零 is no numeral of a label
  EXPECT_EQ(han_number("一五"), 15);
  EXPECT_EQ(han_number("甲"), 0);
}

}  // namespace
}  // namespace guanlan
