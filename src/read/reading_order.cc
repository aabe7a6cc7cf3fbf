#include "read/reading_order.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "read/geometry.h"
#include "read/gutter.h"

namespace guanlan {
namespace {

constexpr int kMaxDepth = 5;           // columns in columns
constexpr float kDropCapRatio = 1.7F;  // of the usual size
constexpr float kOver = 1;             // points that a fragment may reach over a gutter
constexpr float kHeadingRatio = 1.15F;

using Ids = std::vector<std::uint32_t>;

struct Band {
  Ids spanning;  // above the rest: crosses the gutter
  Ids left, right;
};

class Page {
 public:
  Page(const std::vector<Fragment>& fragments, std::optional<float> gutter)
      : fragments_(fragments),
        gutter_(gutter),
        cap_of_(fragments.size(), -1),
        left_(fragments.size()) {
    for (std::size_t i = 0; i < fragments.size(); ++i) left_[i] = fragments[i].box.x0;
  }

  std::vector<OrderedLine> order(bool columns) {
    Ids ids(fragments_.size());
    std::iota(ids.begin(), ids.end(), 0U);
    usual_ = usual_em(fragments_);
    if (columns) {
      take_drop_caps(ids);
      region(std::move(ids), 0);
    } else {
      rows(ids);
    }
    return std::move(lines_);
  }

 private:
  const Box& box(std::uint32_t id) const { return fragments_[id].box; }
  void take_drop_caps(Ids& ids);
  void region(Ids ids, int depth);
  std::vector<bool> spanning(const Ids& sorted, float x) const;
  std::vector<Band> bands(const Ids& ids, float x) const;
  std::vector<Band> cut_at_headings(Band band) const;
  void rows(Ids& ids);
  void emit(Ids row);

  const std::vector<Fragment>& fragments_;
  std::optional<float> gutter_;
  float usual_ = 0;
  std::vector<std::int64_t> cap_of_;  // fragment → the drop capital before it, -1: none
  std::vector<float> left_;           // where a fragment's line begins: at the capital beside it
  std::vector<OrderedLine> lines_;
};

// A drop capital: one or two letters, much larger than the text, with two lines or more beside it.
// It is taken out of `ids` and tied to the highest of them.
void Page::take_drop_caps(Ids& ids) {
  Ids caps;
  for (const auto id : ids) {
    const auto& f = fragments_[id];
    if (f.letters <= 2 && f.em >= kDropCapRatio * usual_) caps.push_back(id);
  }
  if (caps.empty() || caps.size() > 16) return;
  std::vector<bool> taken(fragments_.size(), false);
  for (const auto cap : caps) {
    std::int64_t first = -1;
    Ids beside;
    for (const auto id : ids) {
      const Box &c = box(cap), &b = box(id);
      const float gap = b.x0 - c.x1;
      if (id == cap || fragments_[id].letters < 4 ||
          fragments_[id].em * kDropCapRatio > fragments_[cap].em)
        continue;
      if (gap < -0.5F * usual_ || gap > 1.5F * usual_ || overlap_y(c, b) < 0.3F * height(b))
        continue;
      beside.push_back(id);
      if (first < 0 || b.y0 < box(static_cast<std::uint32_t>(first)).y0) first = id;
    }
    if (beside.size() < 2 || cap_of_[static_cast<std::size_t>(first)] >= 0) continue;
    cap_of_[static_cast<std::size_t>(first)] = cap;
    taken[cap] = true;
    for (const auto id : beside) left_[id] = std::min(left_[id], box(cap).x0);
  }
  std::erase_if(ids, [&](std::uint32_t id) { return taken[id]; });
}

void Page::region(Ids ids, int depth) {
  const auto gutter = depth < kMaxDepth ? find_gutter(fragments_, ids) : std::nullopt;
  float x = 0;
  if (gutter) {
    x = *gutter;
  } else if (gutter_ && depth == 0) {
    x = *gutter_;
  } else {
    return rows(ids);
  }
  const bool usual_gutter = gutter_ && std::abs(*gutter_ - x) < 2 * usual_;
  Ids waiting;  // what is read row by row
  for (auto& wide : bands(ids, x)) {
    for (auto& band : cut_at_headings(std::move(wide))) {
      waiting.insert(waiting.end(), band.spanning.begin(), band.spanning.end());
      if (are_columns(fragments_, band.left, band.right, usual_gutter)) {
        rows(waiting);
        waiting.clear();
        region(std::move(band.left), depth + 1);
        region(std::move(band.right), depth + 1);
      } else {
        waiting.insert(waiting.end(), band.left.begin(), band.left.end());
        waiting.insert(waiting.end(), band.right.begin(), band.right.end());
      }
    }
  }
  rows(waiting);
}

// What crosses x, and what stands beside it in one line: a masthead with its date at the right.
std::vector<bool> Page::spanning(const Ids& sorted, float x) const {
  constexpr std::size_t kNear = 8;
  std::vector<bool> crosses(sorted.size()), out;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const Box& b = box(sorted[i]);
    crosses[i] = b.x0 < x - kOver && b.x1 > x + kOver;
  }
  out = crosses;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (!crosses[i]) continue;
    const std::size_t last = std::min(sorted.size(), i + kNear + 1);
    for (std::size_t j = i - std::min(i, kNear); j < last; ++j) {
      if (same_line(box(sorted[i]), box(sorted[j]))) out[j] = true;
    }
  }
  return out;
}

// Cuts a region at what spans x. A band's spanning fragments stand above its columns.
std::vector<Band> Page::bands(const Ids& ids, float x) const {
  auto sorted = ids;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](auto a, auto b) { return middle_y(box(a)) < middle_y(box(b)); });
  const std::vector<bool> spans = spanning(sorted, x);
  std::vector<Band> bands(1);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const auto id = sorted[i];
    const Box& b = box(id);
    if (spans[i]) {
      if (!bands.back().left.empty() || !bands.back().right.empty()) bands.emplace_back();
      bands.back().spanning.push_back(id);
    } else {
      (middle_x(b) <= x ? bands.back().left : bands.back().right).push_back(id);
    }
  }
  return bands;
}

// A headline over both columns need not reach over the gutter: a band is also cut above a line of
// larger type that stands under white which both columns share, with nothing beside it.
std::vector<Band> Page::cut_at_headings(Band band) const {
  std::vector<Band> parts;
  Ids all = band.left;
  all.insert(all.end(), band.right.begin(), band.right.end());
  std::stable_sort(all.begin(), all.end(), [&](auto a, auto b) { return box(a).y0 < box(b).y0; });
  std::vector<float> cuts;
  float bottom = all.empty() ? 0 : box(all.front()).y1;
  for (std::size_t i = 1; i < all.size(); ++i) {
    const Box& b = box(all[i]);
    const bool white_above = b.y0 > bottom;
    const bool alone = i + 1 == all.size() || box(all[i + 1]).y0 > b.y1 - 0.2F * height(b);
    if (white_above && alone && fragments_[all[i]].em > kHeadingRatio * usual_)
      cuts.push_back((bottom + b.y0) / 2);
    bottom = std::max(bottom, b.y1);
  }
  parts.resize(cuts.size() + 1);
  parts.front().spanning = std::move(band.spanning);
  const auto part_of = [&](std::uint32_t id) -> Band& {
    const auto at = std::upper_bound(cuts.begin(), cuts.end(), box(id).y0) - cuts.begin();
    return parts[static_cast<std::size_t>(at)];
  };
  for (const auto id : band.left) part_of(id).left.push_back(id);
  for (const auto id : band.right) part_of(id).right.push_back(id);
  return parts;
}

// Emits rows from top to bottom; a row is what shares a line with its first, highest fragment.
void Page::rows(Ids& ids) {
  std::stable_sort(ids.begin(), ids.end(),
                   [&](auto a, auto b) { return middle_y(box(a)) < middle_y(box(b)); });
  Ids row;
  Box common;
  for (const auto id : ids) {
    const Box& b = box(id);
    const bool joins =
        !row.empty() && fragments_[id].table < 0 && fragments_[row.front()].table < 0 &&
        same_line(common, b) && std::none_of(row.begin(), row.end(), [&](auto other) {
          return overlap_x(box(other), b) > 0.6F * std::min(width(box(other)), width(b));
        });
    if (!joins) {
      emit(std::move(row));
      row.clear();
      common = b;
    }
    row.push_back(id);
    common = {0, std::max(common.y0, b.y0), 0, std::min(common.y1, b.y1)};
  }
  emit(std::move(row));
}

void Page::emit(Ids row) {
  if (row.empty()) return;
  std::stable_sort(row.begin(), row.end(), [&](auto a, auto b) { return box(a).x0 < box(b).x0; });
  OrderedLine line;
  for (const auto id : row) {
    if (cap_of_[id] >= 0) {
      line.drop_cap = line.fragments.empty();
      line.fragments.push_back(static_cast<std::uint32_t>(cap_of_[id]));
    }
    line.fragments.push_back(id);
  }
  line.box = box(row.front());
  for (const auto id : row) line.box = join(line.box, box(id));
  line.box.x0 = left_[row.front()];
  lines_.push_back(std::move(line));
}

}  // namespace

std::vector<OrderedLine> order_lines(const std::vector<Fragment>& fragments,
                                     std::optional<float> gutter) {
  return Page(fragments, gutter).order(true);
}

std::vector<OrderedLine> order_rows(const std::vector<Fragment>& fragments) {
  return Page(fragments, {}).order(false);
}

}  // namespace guanlan
