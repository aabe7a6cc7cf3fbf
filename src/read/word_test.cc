#include "read/word.h"

#include <gtest/gtest.h>

namespace guanlan {
namespace {

constexpr char kHead[] =
    "level\tpage_num\tpar_num\tblock_num\tline_num\tword_"
    "num\tleft\ttop\twidth\theight\tconf\ttext\n";

TEST(ParseWordsTest, PagesLinesAndWords) {
  const auto pages = parse_words(std::string(kHead) +
                                 "1\t3\t0\t0\t0\t0\t0.0\t0.0\t595.0\t842.0\t-1\t###PAGE###\n"
                                 "4\t3\t0\t0\t0\t0\t45\t30\t63\t13\t-1\t###LINE###\n"
                                 "5\t3\t0\t0\t0\t0\t45.00\t30.00\t40.00\t13.00\t100\t示例5G\n"
                                 "5\t3\t0\t0\t0\t1\t95\t30\t10\t13\t87.5\tx\n"
                                 "1\t4\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t###PAGE###\n");
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[0].page, 3);
  EXPECT_FLOAT_EQ(pages[0].width, 595);
  ASSERT_EQ(pages[0].words.size(), 2U);
  EXPECT_EQ(pages[0].of(pages[0].words[0]), "示例5G");
  EXPECT_EQ(pages[0].words[0].wide, 2);
  EXPECT_EQ(pages[0].words[0].narrow, 2);
  EXPECT_FLOAT_EQ(pages[0].words[0].box.x1, 85);
  EXPECT_FLOAT_EQ(pages[0].words[1].confidence, 0.875F);
  EXPECT_TRUE(pages[1].words.empty());
}

TEST(ParseWordsTest, LeavesOutWhatHasAnotherShape) {
  const auto pages = parse_words(
      "5\t1\t0\t0\t0\t0\t1\t1\t1\t1\t100\tbefore any page\n"
      "1\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t\n"
      "5\t1\t0\t0\t0\t0\tnan\t1\t1\t1\t100\tx\n"
      "5\t1\t0\t0\t0\t0\t1\t1e30\t1\t1\t100\tx\n"
      "5\t1\t0\t0\t0\t0\t1\t1\t-4\t1\t100\tx\n"
      "5\t1\t0\t0\t0\t0\t1\t1\t1\t1\t100\t \n"
      "5\t1\t0\t0\n"
      "\n"
      "5\t1\t0\t0\t0\t0\t1\t1\t1\t1\t100\ta\tb\n");
  ASSERT_EQ(pages.size(), 1U);
  ASSERT_EQ(pages[0].words.size(), 1U);
  EXPECT_EQ(pages[0].of(pages[0].words[0]), "a b");
}

// A line of a recognised page: words with their left, width and confidence.
struct Read {
  int left, width, confidence;
  const char* text;
};
std::string recognised_line(int top, int height, const std::vector<Read>& words) {
  const auto row = [&](int level, const Read& r) {
    return std::to_string(level) + "\t1\t1\t1\t1\t1\t" + std::to_string(r.left) + "\t" +
           std::to_string(top) + "\t" + std::to_string(r.width) + "\t" + std::to_string(height) +
           "\t" + std::to_string(r.confidence) + "\t" + r.text + "\n";
  };
  std::string out = row(4, {words.front().left, 900, -1, ""});
  for (const Read& word : words) out += row(5, word);
  return out;
}

TEST(ParseRecognisedTest, LinesOfOneSizeHaveOneEmAndNoSpecks) {
  const auto pages = parse_recognised(
      "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n" +
          recognised_line(
              100, 62,
              {{380, 20, 50, ".4"}, {410, 950, 95, "月二日示例市召开全市网络安全工作会议部署"}}) +
          recognised_line(
              180, 45,
              {{400, 960, 95, "有关部门负责同志参加了会议并作交流发言指出"}, {1372, 3, 11, "，"}}) +
          recognised_line(260, 40, {{400, 60, 90, "展。"}}),
      0.24F);
  ASSERT_EQ(pages.size(), 1U);
  const auto& words = pages[0].words;
  ASSERT_EQ(words.size(), 4U);
  EXPECT_EQ(pages[0].of(words[0]), "4");
  EXPECT_EQ(pages[0].of(words[3]), "展。");
  for (const Word& word : words) EXPECT_FLOAT_EQ(word.em, words[0].em);
}

}  // namespace
}  // namespace guanlan
