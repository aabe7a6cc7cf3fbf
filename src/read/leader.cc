#include "read/leader.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "read/geometry.h"

namespace guanlan {
namespace {

constexpr int kDark = 150;
constexpr float kDot = 2.5F;  // points, the widest
constexpr float kPitch = 7;   // points from dot to dot, the longest
constexpr int kDots = 7;
constexpr float kWhite = 2.8F;        // points above and below that are white
constexpr float kJoin = 9;            // points between parts of one leader
constexpr std::size_t kMost = 20000;  // rows of dots; more is a picture

struct Chain {
  int first = 0, last = 0;  // pixels
  int pitch = 0, dots = 0;
};

bool is_white(const GrayImage& image, int y, int x0, int x1) {
  if (y < 0 || y >= image.height) return true;
  int dark = 0;
  for (int x = x0; x < x1; ++x) dark += image.at(x, y) < kDark ? 1 : 0;
  return dark * 25 < x1 - x0;
}

// Chains of dots in one row of pixels.
template <class F>
void for_each_chain(const GrayImage& image, int y, float scale, F&& f) {
  const int widest = static_cast<int>(kDot / scale), longest = static_cast<int>(kPitch / scale);
  Chain chain;
  const auto close = [&] {
    if (chain.dots >= kDots) f(chain);
    chain = {};
  };
  for (int x = 0; x < image.width;) {
    if (image.at(x, y) >= kDark) {
      ++x;
      continue;
    }
    const int begin = x;
    while (x < image.width && image.at(x, y) < kDark) ++x;
    const int pitch = begin - chain.last;
    if (x - begin > widest) {
      close();
      continue;
    }
    const bool follows = chain.dots > 0 && pitch <= longest &&
                         (chain.dots == 1 || std::abs(pitch - chain.pitch) <= 2 + chain.pitch / 5);
    if (!follows) {
      close();
      chain.first = begin;
    }
    chain.pitch = chain.dots < 2 ? pitch : chain.pitch;
    chain.last = begin;
    ++chain.dots;
  }
  close();
}

// Chains of neighbouring rows and neighbouring parts become one box.
std::vector<Box> merge(const std::vector<Box>& chains) {
  std::vector<Box> leaders;
  for (const auto& chain : chains) {
    const auto from = leaders.size() > 16 ? leaders.end() - 16 : leaders.begin();
    const auto same = std::find_if(from, leaders.end(), [&](const Box& b) {
      return chain.y0 - b.y1 < kDot && chain.x0 < b.x1 + kJoin && b.x0 < chain.x1 + kJoin;
    });
    if (same == leaders.end()) {
      leaders.push_back(chain);
    } else {
      *same = join(*same, chain);
    }
  }
  return leaders;
}

}  // namespace

std::vector<Box> find_leaders(const GrayImage& image, float scale) {
  std::vector<Box> chains;
  const int white = static_cast<int>(std::lround(kWhite / scale));
  const float dot = kDot;
  for (int y = 0; y < image.height && chains.size() < kMost; ++y) {
    for_each_chain(image, y, scale, [&](const Chain& chain) {
      const int end = std::min(image.width, chain.last + static_cast<int>(dot / scale));
      if (!is_white(image, y - white, chain.first, end) ||
          !is_white(image, y + white, chain.first, end))
        return;
      // The first dot often stands a little off: take in the place of one more.
      const int begin = std::max(0, chain.first - chain.pitch - chain.pitch / 4);
      chains.push_back({scale * static_cast<float>(begin), scale * static_cast<float>(y),
                        scale * static_cast<float>(end), scale * static_cast<float>(y + 1)});
    });
  }
  return merge(chains);
}

Box number_column(const std::vector<Box>& leaders, const PageWords& page) {
  constexpr float kTwoDigits = 16;  // points; leaders before longer numbers end so much earlier
  float right = 0;
  for (const auto& leader : leaders) right = std::max(right, leader.x1);
  Box column{right, page.height, std::min(page.width, right + 24), 0};
  for (const auto& leader : leaders) {
    if (right - leader.x1 > kTwoDigits) continue;
    column.x0 = std::min(column.x0, leader.x1);
    column.y0 = std::min(column.y0, leader.y0 - 14);
    column.y1 = std::max(column.y1, leader.y1 + 8);
  }
  column.y0 = std::max(column.y0, 0.F);
  column.y1 = std::min(column.y1, page.height);
  return column;
}

void add_leaders(const std::vector<Box>& leaders, const PageWords& numbers, PageWords& page) {
  const auto append = [&](Word word, std::string_view text, float x0, float x1) {
    word.text.begin = static_cast<std::uint32_t>(page.text.size());
    page.text += text;
    word.text.end = static_cast<std::uint32_t>(page.text.size());
    word.wide = 0;
    word.narrow = 2;
    word.box.x0 = x0;
    word.box.x1 = std::max(x0, x1);
    return word;
  };
  for (const auto& leader : leaders) {
    const float y = middle_y(leader);
    const auto level = [&](const Word& w) { return y > w.box.y0 && y < w.box.y1 + 3; };
    const auto left = std::find_if(page.words.rbegin(), page.words.rend(),
                                   [&](const Word& w) { return level(w) && w.box.x0 < leader.x0; });
    if (left == page.words.rend()) continue;
    Word like = *left;
    like.confidence = 1;
    std::vector<Word> behind{append(like, "……", leader.x0, leader.x1)};
    const auto number = std::find_if(numbers.words.begin(), numbers.words.end(), level);
    if (number != numbers.words.end()) {
      like.confidence = number->confidence;
      behind.push_back(append(like, numbers.of(*number), leader.x1, number->box.x1));
    }
    const auto at = page.words.insert(left.base(), behind.begin(), behind.end());
    if (number == numbers.words.end()) continue;
    const auto rest = at + static_cast<std::ptrdiff_t>(behind.size());
    page.words.erase(
        std::remove_if(rest, page.words.end(),
                       [&](const Word& w) { return level(w) && w.box.x0 > middle_x(leader); }),
        page.words.end());
  }
}

}  // namespace guanlan
