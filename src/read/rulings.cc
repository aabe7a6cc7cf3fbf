#include "read/rulings.h"

#include <algorithm>
#include <cmath>

namespace guanlan {
namespace {

constexpr float kMinAcross = 24, kMinDown = 9;  // points
constexpr int kContrast = 24;                   // of 255
constexpr float kThickest = 3;                  // points
constexpr std::size_t kMaxRuns = 20000;         // more is a picture

struct Run {
  int line, from, to;  // pixels, [from, to)
};

// Runs of pixels that are darker than those `step` away on either side, along rows or columns.
template <class Pixel>
std::vector<Run> runs_of(int lines, int length, int step, int shortest, Pixel&& pixel) {
  std::vector<Run> runs;
  for (int line = step; line + step < lines; ++line) {
    int from = -1;
    for (int i = 0; i <= length; ++i) {
      const bool dark = i < length && pixel(line, i) + kContrast <= pixel(line - step, i) &&
                        pixel(line, i) + kContrast <= pixel(line + step, i);
      if (dark && from < 0) from = i;
      if (dark || from < 0) continue;
      if (i - from >= shortest) runs.push_back({line, from, i});
      from = -1;
    }
    if (runs.size() > kMaxRuns) return {};
  }
  return runs;
}

// Runs in neighbouring pixel lines that overlap are one ruling.
std::vector<Ruling> merge(const std::vector<Run>& runs, int step, float scale) {
  struct Open {
    int first, last, from, to;
  };
  std::vector<Open> open;
  std::vector<Ruling> done;
  const auto close = [&](const Open& o) {
    done.push_back({scale * (static_cast<float>(o.first + o.last) + 1) / 2,
                    scale * static_cast<float>(o.from), scale * static_cast<float>(o.to)});
  };
  for (const auto& run : runs) {
    std::erase_if(open, [&](const Open& o) {
      if (o.last + 2 >= run.line) return false;
      close(o);
      return true;
    });
    const auto same = std::find_if(open.begin(), open.end(), [&](const Open& o) {
      return run.from < o.to && o.from < run.to && run.line - o.first <= step;
    });
    if (same == open.end()) {
      open.push_back({run.line, run.line, run.from, run.to});
    } else {
      *same = {same->first, run.line, std::min(same->from, run.from), std::max(same->to, run.to)};
    }
  }
  for (const auto& o : open) close(o);
  return done;
}

}  // namespace

Rulings find_rulings(const GrayImage& image, float scale) {
  const int step = std::max(2, static_cast<int>(std::lround(kThickest / scale)));
  const auto across = static_cast<int>(kMinAcross / scale);
  const auto down = static_cast<int>(kMinDown / scale);
  Rulings rulings;
  rulings.horizontal =
      merge(runs_of(image.height, image.width, step, across,
                    [&](int y, int x) { return image.at(x, y); }),
            step, scale);
  rulings.vertical = merge(runs_of(image.width, image.height, step, down,
                                   [&](int x, int y) { return image.at(x, y); }),
                           step, scale);
  return rulings;
}

}  // namespace guanlan
