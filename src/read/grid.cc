#include "read/grid.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>

namespace guanlan {
namespace {

constexpr float kTouch = 3;        // points between the ends of lines that meet
constexpr float kSame = 3.5F;      // points between lines that are one edge
constexpr float kAligned = 1.5F;   // points between pieces of one line, across it
constexpr float kGap = 2;          // and along it
constexpr float kEnd = 1.3F;       // points between a short upright's end and the line it meets
constexpr float kSurelyLine = 40;  // points: longer than strokes of letters
constexpr std::ptrdiff_t kLookBack = 64;
constexpr std::size_t kMaxPairs = 4000000;
constexpr std::size_t kMaxGrid = 20000;

class Sets {  // union-find
 public:
  explicit Sets(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[find(b)] = find(a); }

 private:
  std::vector<std::size_t> parent_;
};

bool touch(const Ruling& h, const Ruling& v) {
  return v.at > h.from - kTouch && v.at < h.to + kTouch && h.at > v.from - kTouch &&
         h.at < v.to + kTouch;
}

// Pieces of one line become one.
std::vector<Ruling> joined(std::vector<Ruling> lines) {
  std::sort(lines.begin(), lines.end(), [](auto& a, auto& b) { return a.from < b.from; });
  std::vector<Ruling> out;
  for (const auto& line : lines) {
    const auto before = std::ssize(out) > kLookBack ? out.end() - kLookBack : out.begin();
    const auto same = std::find_if(before, out.end(), [&](const Ruling& o) {
      return std::abs(o.at - line.at) < kAligned && line.from - o.to < kGap;
    });
    if (same == out.end()) {
      out.push_back(line);
    } else {
      same->to = std::max(same->to, line.to);
    }
  }
  return out;
}

// Short uprights are strokes of letters unless they reach from one level line to another.
void drop_strokes(const std::vector<Ruling>& levels, std::vector<Ruling>& uprights) {
  std::erase_if(uprights, [&](const Ruling& v) {
    if (v.to - v.from >= kSurelyLine) return false;
    bool top = false, bottom = false;
    for (const auto& h : levels) {
      if (v.at < h.from - kTouch || v.at > h.to + kTouch) continue;
      top = top || std::abs(h.at - v.from) < kEnd;
      bottom = bottom || std::abs(h.at - v.to) < kEnd;
    }
    return !(top && bottom);
  });
}

std::vector<Rulings> groups_of(const Rulings& rulings) {
  const auto hs = joined(rulings.horizontal);
  auto vs = joined(rulings.vertical);
  if (hs.empty() || vs.empty() || hs.size() * vs.size() > kMaxPairs) return {};
  drop_strokes(hs, vs);
  Sets sets(hs.size() + vs.size());
  for (std::size_t i = 0; i < hs.size(); ++i) {
    for (std::size_t j = 0; j < vs.size(); ++j) {
      if (touch(hs[i], vs[j])) sets.join(i, hs.size() + j);
    }
  }
  std::map<std::size_t, Rulings> groups;
  for (std::size_t i = 0; i < hs.size(); ++i) groups[sets.find(i)].horizontal.push_back(hs[i]);
  for (std::size_t j = 0; j < vs.size(); ++j)
    groups[sets.find(hs.size() + j)].vertical.push_back(vs[j]);
  std::vector<Rulings> out;
  for (auto& [root, group] : groups) {
    if (!group.horizontal.empty() && !group.vertical.empty()) out.push_back(std::move(group));
  }
  return out;
}

// The distinct edges across one axis: the lines themselves, and where the crossing ones end.
std::vector<float> edges_of(const std::vector<Ruling>& lines, const std::vector<Ruling>& crossing) {
  std::vector<float> all;
  for (const auto& line : lines) all.push_back(line.at);
  float first = crossing.front().from, last = crossing.front().to;
  for (const auto& line : crossing) {
    first = std::min(first, line.from);
    last = std::max(last, line.to);
  }
  all.push_back(first);
  all.push_back(last);
  std::sort(all.begin(), all.end());
  std::vector<float> edges;
  for (const float at : all) {
    if (edges.empty() || at - edges.back() > kSame) edges.push_back(at);
  }
  return edges;
}

// walls[edge][slot]: a line on that inner edge stands between the slots on both sides of it.
using Walls = std::vector<std::vector<bool>>;

Walls walls_of(const std::vector<Ruling>& lines, const std::vector<float>& edges,
               const std::vector<float>& slots) {
  Walls walls(edges.size(), std::vector<bool>(slots.size() - 1, false));
  for (const auto& line : lines) {
    // Every line made or joined the last edge that is not after it.
    const auto at = std::upper_bound(edges.begin(), edges.end(), line.at) - edges.begin() - 1;
    for (std::size_t s = 0; s + 1 < slots.size(); ++s) {
      const float middle = (slots[s] + slots[s + 1]) / 2;
      if (line.from < middle && middle < line.to) walls[static_cast<std::size_t>(at)][s] = true;
    }
  }
  return walls;
}

void fill_cells(const std::vector<float>& xs, const std::vector<float>& ys, const Walls& upright,
                const Walls& level, Grid& grid) {
  const auto columns = xs.size() - 1, rows = ys.size() - 1;
  Sets sets(rows * columns);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      if (c + 1 < columns && !upright[c + 1][r]) sets.join(r * columns + c, r * columns + c + 1);
      if (r + 1 < rows && !level[r + 1][c]) sets.join(r * columns + c, (r + 1) * columns + c);
    }
  }
  std::map<std::size_t, std::size_t> index;  // set → cell
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      const auto [found, fresh] = index.try_emplace(sets.find(r * columns + c), grid.cells.size());
      if (fresh) {
        GridCell cell;
        cell.row = static_cast<int>(r);
        cell.column = static_cast<int>(c);
        grid.cells.push_back(cell);
      }
      auto& cell = grid.cells[found->second];
      cell.column = std::min(cell.column, static_cast<int>(c));
      cell.rows = std::max(cell.rows, static_cast<int>(r) - cell.row + 1);
      cell.columns = std::max(cell.columns, static_cast<int>(c) - cell.column + 1);
    }
  }
  for (auto& cell : grid.cells) {
    const auto r = static_cast<std::size_t>(cell.row), c = static_cast<std::size_t>(cell.column);
    cell.box = {xs[c], ys[r], xs[c + static_cast<std::size_t>(cell.columns)],
                ys[r + static_cast<std::size_t>(cell.rows)]};
  }
}

}  // namespace

std::vector<Grid> find_grids(const Rulings& rulings) {
  std::vector<Grid> grids;
  for (const auto& group : groups_of(rulings)) {
    const auto xs = edges_of(group.vertical, group.horizontal);
    const auto ys = edges_of(group.horizontal, group.vertical);
    if (xs.size() < 2 || ys.size() < 2 || xs.size() * ys.size() > kMaxGrid) continue;
    Grid grid;
    grid.box = {xs.front(), ys.front(), xs.back(), ys.back()};
    grid.rows = static_cast<int>(ys.size()) - 1;
    grid.columns = static_cast<int>(xs.size()) - 1;
    fill_cells(xs, ys, walls_of(group.vertical, xs, ys), walls_of(group.horizontal, ys, xs), grid);
    grid.xs = xs;
    grid.ys = ys;
    grids.push_back(std::move(grid));
  }
  return grids;
}

}  // namespace guanlan
