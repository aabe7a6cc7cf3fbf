#include "read/typeface.h"

#include <gtest/gtest.h>

namespace guanlan {
namespace {

std::vector<PageWords> page() {
  return parse_words(
      "1\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t\n"
      "5\t1\t0\t0\t0\t0\t60\t40\t80\t20\t100\t标题文字\n"
      "5\t1\t0\t0\t0\t1\t60\t80\t200\t10\t100\t正文正文正文正文正文正文正文正文正文正文\n");
}

std::string xml(const char* heading, const char* body) {
  return std::string("<page number=\"1\" height=\"1263\" width=\"892\">\n") +
         "\t<fontspec id=\"0\" size=\"30\" family=\"AAAAAA+" + heading +
         "\" color=\"#000000\"/>\n" + "\t<fontspec id=\"1\" size=\"15\" family=\"" + body +
         "\" color=\"#000000\"/>\n" +
         "<text top=\"60\" left=\"90\" width=\"120\" height=\"30\" font=\"0\">标题文字</text>\n"
         "<text top=\"120\" left=\"90\" width=\"300\" height=\"15\" font=\"1\">正文</text>\n";
}

TEST(TypefaceTest, DarkFacesByName) {
  for (const auto* font : {"SimHei", "FZXBSJW--GB1-0", "NotoSansSC-Bold", "STHeitiSC-Medium"}) {
    auto pages = page();
    mark_bold(xml(font, "SimSun"), pages);
    EXPECT_TRUE(pages[0].words[0].bold) << font;
    EXPECT_FALSE(pages[0].words[1].bold) << font;
  }
}

TEST(TypefaceTest, WhereAllIsDarkNothingStandsOut) {
  auto pages = page();
  mark_bold(xml("SimHei", "SimHei"), pages);
  EXPECT_FALSE(pages[0].words[0].bold);
}

TEST(TypefaceTest, RubbishIsIgnored) {
  auto pages = page();
  mark_bold("<page >\n<text top=\"x\" font=\"9\"><b>\n<fontspec id=\"\n<text ", pages);
  mark_bold("", pages);
  EXPECT_FALSE(pages[0].words[1].bold);
}

}  // namespace
}  // namespace guanlan
