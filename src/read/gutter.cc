#include "read/gutter.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "read/geometry.h"

namespace guanlan {
namespace {

constexpr float kSlice = 3;       // points; the page is looked at in slices of this height
constexpr int kMaxSlices = 4000;  // of a page: 12000 points
constexpr int kMaxSlicesEach = 40;
constexpr float kBin = 1;  // points; votes for a gutter are kept per bin
constexpr int kMaxBins = 15000;
constexpr float kMinLines = 2.5F;  // that must share the white
constexpr float kLongCell = 12;    // letters on both sides from which a vote has full weight

struct Piece {
  float x0, x1;
  std::uint32_t letters;
};

std::vector<std::vector<Piece>> slices_of(const std::vector<Fragment>& fragments,
                                          const std::vector<std::uint32_t>& ids) {
  std::vector<std::vector<Piece>> slices;
  for (const auto id : ids) {
    const auto& f = fragments[id];
    const int first = std::clamp(static_cast<int>(f.box.y0 / kSlice), 0, kMaxSlices - 1);
    const int last = std::clamp(static_cast<int>(f.box.y1 / kSlice), first,
                                std::min(first + kMaxSlicesEach, kMaxSlices - 1));
    if (static_cast<int>(slices.size()) <= last) slices.resize(static_cast<std::size_t>(last) + 1);
    for (int s = first; s <= last; ++s)
      slices[static_cast<std::size_t>(s)].push_back({f.box.x0, f.box.x1, f.letters});
  }
  for (auto& slice : slices)
    std::sort(slice.begin(), slice.end(), [](auto& a, auto& b) { return a.x0 < b.x0; });
  return slices;
}

int bin(float x) { return std::clamp(static_cast<int>(x / kBin), 0, kMaxBins - 1); }

// Votes per bin, as differences: each white between two neighbours of a slice votes for its bins.
std::vector<float> votes_of(const std::vector<std::vector<Piece>>& slices, float em) {
  std::vector<float> steps(static_cast<std::size_t>(kMaxBins) + 1, 0);
  for (const auto& slice : slices) {
    float right = 0;
    std::uint32_t letters = 0;
    for (std::size_t i = 0; i < slice.size(); ++i) {
      const auto& piece = slice[i];
      if (i > 0 && piece.x0 - right > kFragmentGap * em) {
        const float weight =
            std::min<float>(kLongCell, std::min(letters, piece.letters)) / kLongCell;
        steps[static_cast<std::size_t>(bin(right)) + 1] += weight;
        steps[static_cast<std::size_t>(bin(piece.x0))] -= weight;
      }
      if (i == 0 || piece.x1 > right) {
        right = piece.x1;
        letters = piece.letters;
      }
    }
  }
  return steps;
}

// How much of a side is full lines: those that reach over more than half of the column.
struct Fill {
  int lines = 0, full = 0;
  std::uint32_t letters = 0;

  [[nodiscard]] bool running_text() const { return lines > 0 && full * 2 >= lines; }
};

Fill fill_of(const std::vector<Fragment>& fragments, const std::vector<std::uint32_t>& ids,
             float column) {
  Fill fill;
  for (const auto id : ids) {
    const auto& f = fragments[id];
    ++fill.lines;
    fill.letters += f.letters;
    if (width(f.box) > 0.55F * column && f.letters >= 8) ++fill.full;
  }
  return fill;
}

// Lines of running text, or columns of them.
bool holds_text(const std::vector<Fragment>& fragments, const std::vector<std::uint32_t>& ids,
                int depth) {
  if (ids.empty()) return false;
  Box all = fragments[ids.front()].box;
  for (const auto id : ids) all = join(all, fragments[id].box);
  if (fill_of(fragments, ids, width(all)).running_text()) return true;
  const auto x = depth > 0 ? find_gutter(fragments, ids) : std::nullopt;
  if (!x) return false;
  std::vector<std::uint32_t> left, right;
  for (const auto id : ids) (middle_x(fragments[id].box) <= *x ? left : right).push_back(id);
  return holds_text(fragments, left, depth - 1) && holds_text(fragments, right, depth - 1);
}

}  // namespace

std::optional<float> find_gutter(const std::vector<Fragment>& fragments,
                                 const std::vector<std::uint32_t>& ids) {
  if (ids.size() < 4) return std::nullopt;
  std::vector<float> sizes;
  for (const auto id : ids) sizes.push_back(fragments[id].em);
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2),
                   sizes.end());
  const float em = sizes[sizes.size() / 2];
  const auto votes = votes_of(slices_of(fragments, ids), em);
  float count = 0, best = 0;
  int begin = 0, end = 0;
  bool on_peak = false;
  for (int i = 0; i < kMaxBins; ++i) {
    count += votes[static_cast<std::size_t>(i)];
    if (count > best + 1e-3F) {
      best = count;
      begin = i;
      on_peak = true;
    } else if (count < best - 1e-3F) {
      if (on_peak) end = i;
      on_peak = false;
    }
  }
  if (best < kMinLines * em / kSlice) return std::nullopt;
  return kBin * static_cast<float>(begin + end) / 2;
}

bool are_columns(const std::vector<Fragment>& fragments, const std::vector<std::uint32_t>& left,
                 const std::vector<std::uint32_t>& right, bool usual) {
  if (left.empty() || right.empty()) return false;
  const bool l = holds_text(fragments, left, 1), r = holds_text(fragments, right, 1);
  return usual ? l || r : l && r;
}

std::optional<float> certain_gutter(const std::vector<Fragment>& fragments) {
  std::vector<std::uint32_t> ids(fragments.size());
  std::iota(ids.begin(), ids.end(), 0U);
  const auto x = find_gutter(fragments, ids);
  if (!x) return std::nullopt;
  std::vector<std::uint32_t> left, right;
  for (const auto id : ids) {
    const Box& b = fragments[id].box;
    if (b.x1 <= *x) left.push_back(id);
    if (b.x0 >= *x) right.push_back(id);
  }
  constexpr std::size_t kEnough = 6;
  if (left.size() < kEnough || right.size() < kEnough) return std::nullopt;
  return are_columns(fragments, left, right, false) ? x : std::nullopt;
}

}  // namespace guanlan
