#include "read/rulings.h"

#include <gtest/gtest.h>

#include "read/grid.h"
#include "read/leader.h"
#include "read/raster.h"

namespace guanlan {
namespace {

// A white image to draw on; one pixel is one point.
class Canvas {
 public:
  Canvas(int width, int height)
      : width_(width), height_(height), pixels_(static_cast<std::size_t>(width * height), '\xFF') {}
  Canvas& fill(int x0, int y0, int x1, int y1, unsigned char shade = 0) {
    for (int y = y0; y < y1; ++y)
      for (int x = x0; x < x1; ++x)
        pixels_[static_cast<std::size_t>(y * width_ + x)] = static_cast<char>(shade);
    return *this;
  }
  [[nodiscard]] GrayImage image() const { return {width_, height_, pixels_}; }

 private:
  int width_, height_;
  std::string pixels_;
};

Canvas table() {
  Canvas canvas(200, 120);
  for (const int y : {20, 50, 80}) canvas.fill(20, y, 181, y + 1);
  for (const int x : {20, 100, 180}) canvas.fill(x, 20, x + 1, 81);
  return canvas;
}

TEST(RulingsTest, LinesAreFoundAndBlocksAreNot) {
  auto canvas = table();
  canvas.fill(30, 90, 120, 110);  // a filled box: its edges are dark on one side only
  const auto rulings = find_rulings(canvas.image(), 1);
  ASSERT_EQ(rulings.horizontal.size(), 3U);
  ASSERT_EQ(rulings.vertical.size(), 3U);
  EXPECT_NEAR(rulings.horizontal[1].at, 50.5, 0.6);
  EXPECT_NEAR(rulings.horizontal[1].from, 20, 1);
  EXPECT_NEAR(rulings.horizontal[1].to, 181, 1);
}

TEST(RulingsTest, LettersCloseToALineDoNotBreakIt) {
  auto canvas = table();
  canvas.fill(101, 30, 106, 34).fill(96, 60, 100, 70);
  const auto rulings = find_rulings(canvas.image(), 1);
  EXPECT_EQ(rulings.vertical.size(), 3U);
}

TEST(GridTest, CellsAndMergedCells) {
  const auto grids = find_grids(find_rulings(table().image(), 1));
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(grids[0].rows, 2);
  EXPECT_EQ(grids[0].columns, 2);
  EXPECT_EQ(grids[0].cells.size(), 4U);
  Rulings merged{{{10, 0, 90}, {30, 30, 90}, {50, 0, 90}},
                 {{0, 10, 50}, {30, 10, 50}, {60, 30, 50}, {90, 10, 50}}};
  const auto more = find_grids(merged);
  ASSERT_EQ(more.size(), 1U);
  ASSERT_EQ(more[0].cells.size(), 4U);
  EXPECT_EQ(more[0].cells[0].rows, 2);     // 地区, down the side
  EXPECT_EQ(more[0].cells[1].columns, 2);  // 检查, over two columns
}

TEST(GridTest, OpenSidesAreClosed) {
  Rulings open{{{10, 0, 90}, {30, 0, 90}, {50, 0, 90}}, {{30, 10, 50}, {60, 10, 50}}};
  const auto grids = find_grids(open);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(grids[0].columns, 3);
}

TEST(GridTest, StrokesOfLettersAreNoWalls) {
  Rulings strokes{{{10, 0, 90}, {30, 0, 90}, {50, 0, 90}},
                  {{0, 10, 50}, {40, 14, 26}, {70, 12, 24}, {90, 10, 50}}};
  const auto grids = find_grids(strokes);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(grids[0].columns, 1);
}

TEST(RasterTest, ConcatenatedImagesAndBrokenOnes) {
  const std::string one = "P5\n2 1\n255\nab", two = "P5 1 2 255 cd";
  const auto images = parse_pgm(one);
  ASSERT_EQ(images.size(), 1U);
  EXPECT_EQ(images[0].at(1, 0), 'b');
  EXPECT_EQ(parse_pgm(one + two).size(), 2U);
  EXPECT_EQ(parse_pgm("P5\n2 1\n255\na").size(), 0U);
  EXPECT_EQ(parse_pgm("P5\n-2 1\n255\nab").size(), 0U);
  EXPECT_EQ(parse_pgm("P5\n99999999 99999999\n255\nab").size(), 0U);
  EXPECT_EQ(parse_pgm("P5").size(), 0U);
  EXPECT_EQ(cut_pgm(images[0], 1, 0, 5, 5), "P5\n1 1\n255\nb");
}

TEST(LeaderTest, EvenDotsAreALeaderAndTextIsNot) {
  Canvas canvas(300, 60);
  for (int x = 100; x < 250; x += 4) canvas.fill(x, 30, x + 1, 31);
  for (int x = 20; x < 90; x += 5) canvas.fill(x, 20, x + 2, 31);  // strokes of letters
  const auto leaders = find_leaders(canvas.image(), 1);
  ASSERT_EQ(leaders.size(), 1U);
  EXPECT_NEAR(leaders[0].x0, 97, 3);
  EXPECT_NEAR(leaders[0].x1, 250, 3);
}

TEST(LeaderTest, TheNumberBehindALeaderReplacesWhatWasRead) {
  PageWords page;
  page.recognised = true;
  const auto word = [](PageWords& to, std::string_view text, Box box) {
    Word w;
    w.box = box;
    w.em = 10;
    w.text.begin = static_cast<std::uint32_t>(to.text.size());
    to.text += text;
    w.text.end = static_cast<std::uint32_t>(to.text.size());
    to.words.push_back(w);
  };
  word(page, "总则", {20, 20, 60, 30});
  word(page, "“人", {240, 20, 250, 30});
  PageWords numbers;
  word(numbers, "17", {252, 21, 260, 29});
  add_leaders({{70, 27, 248, 28}}, numbers, page);
  std::string text;
  for (const auto& w : page.words) text += page.of(w);
  EXPECT_EQ(text, "总则……17");
}

}  // namespace
}  // namespace guanlan
