#include "read/rulings.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace guanlan {
namespace {

constexpr float kMinAcross = 24, kMinDown = 9;  // points
constexpr int kContrast = 24;                   // of 255
constexpr int kShade = 40;                      // of 255, along one line
constexpr float kThickest = 3;                  // points
constexpr std::size_t kMaxRuns = 20000;         // more is a picture

struct Run {
  int line, from, to;  // pixels, [from, to)
};

// Runs of pixels in rows or columns that are darker than those `step` away on either side. Where
// letters come close to a line the run goes on in the line's own shade.
template <class Pixel>
std::vector<Run> runs_of(int lines, int length, int step, int shortest, Pixel&& pixel) {
  std::vector<Run> runs;
  for (int line = step; line + step < lines; ++line) {
    int from = -1, end = 0, sure = 0, shade = 0;
    const auto side = [&](int at, int i) { return i < length ? pixel(at, i) : 0; };
    for (int i = 0; i <= length; ++i) {
      const int here = i < length ? pixel(line, i) : 255;
      const bool stands_out =
          here + kContrast <= side(line - step, i) && here + kContrast <= side(line + step, i);
      if (stands_out && from < 0) {
        from = i;
        sure = 0;
        shade = here;
      }
      if (from < 0) continue;
      if (stands_out) {
        ++sure;
        end = i + 1;
        continue;
      }
      if (i < length && std::abs(here - shade) <= kShade) continue;
      if (end - from >= shortest && sure * 2 >= end - from) runs.push_back({line, from, end});
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
  rulings.horizontal = merge(runs_of(image.height, image.width, step, across,
                                     [&](int y, int x) { return image.at(x, y); }),
                             step, scale);
  rulings.vertical = merge(
      runs_of(image.width, image.height, step, down, [&](int x, int y) { return image.at(x, y); }),
      step, scale);
  return rulings;
}

}  // namespace guanlan
