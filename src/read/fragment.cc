#include "read/fragment.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "read/geometry.h"

namespace guanlan {
namespace {

constexpr float kCell = 6;              // points; height of a bucket of fragments
constexpr int kMaxLooked = 40;          // looked at per word
constexpr std::size_t kMaxPerCell = 6;  // latest fragments looked at per bucket
constexpr float kRecognisedGap = 2;     // ems
constexpr float kHalfBlank = 0.4F;      // ems
constexpr float kMaxSizeRatio = 1.8F;   // beyond: a drop capital, not a neighbour

// Fragments that are still growing to the right, found by height.
class Shelves {
 public:
  void put(std::uint32_t fragment, float y) { cells_[cell(y)].push_back(fragment); }

  // Calls f for the fragments whose middle may lie between y0 and y1.
  template <class F>
  void visit(float y0, float y1, F&& f) const {
    const int first = cell(y0);
    const int last = std::min(cell(y1), first + kMaxLooked);
    for (int c = first; c <= last; ++c) {
      const auto found = cells_.find(c);
      if (found == cells_.end()) continue;
      const auto& shelf = found->second;
      const auto from = shelf.size() > kMaxPerCell ? shelf.size() - kMaxPerCell : 0;
      for (auto i = from; i < shelf.size(); ++i) f(shelf[i]);
    }
  }

 private:
  static int cell(float y) { return static_cast<int>(y / kCell); }
  std::unordered_map<int, std::vector<std::uint32_t>> cells_;
};

// Full-width closing marks fill the left half of their box only. One that hangs over the margin
// would reach into the gutter.
bool ends_in_half_blank(std::string_view text) {
  constexpr std::string_view kMarks[] = {"，", "。", "、", "；", "：",
                                         "！", "？", "）", "》", "】"};
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return text.ends_with(mark); });
}

bool continues(const PageWords& page, const Fragment& fragment, const Word& word) {
  const float size = word.em;
  const float larger = std::max(size, fragment.em), smaller = std::min(size, fragment.em);
  if (larger > kMaxSizeRatio * smaller) return false;
  float gap = word.box.x0 - fragment.box.x1;
  if (ends_in_half_blank(page.of(page.words[fragment.words.back()]))) gap += kHalfBlank * larger;
  return gap < kFragmentGap * larger && gap > -0.8F * larger && same_line(fragment.box, word.box);
}

void add(const PageWords& page, std::uint32_t index, Fragment& fragment) {
  const Word& word = page.words[index];
  fragment.box = fragment.words.empty() ? word.box : join(fragment.box, word.box);
  fragment.words.push_back(index);
  fragment.letters += std::uint32_t{word.wide} + word.narrow;
  // A Chinese letter tells the size best.
  const auto weight = word.wide > 0 ? word.wide * 65536U : word.narrow;
  if (weight <= fragment.weight) return;
  fragment.weight = weight;
  fragment.em = word.em;
}

// Recognised words: tesseract's lines are better than its boxes. Only a wide gap parts them.
std::vector<Fragment> recognised_fragments(const PageWords& page,
                                           const std::vector<std::uint32_t>& chosen) {
  std::vector<Fragment> fragments;
  for (const auto index : chosen) {
    const Word& word = page.words[index];
    const Word* last = fragments.empty() ? nullptr : &page.words[fragments.back().words.back()];
    const bool fresh = last == nullptr || last->line != word.line ||
                       word.box.x0 - last->box.x1 > kRecognisedGap * word.em;
    if (fresh) fragments.emplace_back();
    add(page, index, fragments.back());
  }
  return fragments;
}

}  // namespace

std::vector<Fragment> make_fragments(const PageWords& page,
                                     const std::vector<std::uint32_t>& chosen) {
  if (page.recognised) return recognised_fragments(page, chosen);
  auto by_x = chosen;
  std::stable_sort(by_x.begin(), by_x.end(), [&](std::uint32_t a, std::uint32_t b) {
    return page.words[a].box.x0 < page.words[b].box.x0;
  });
  std::vector<Fragment> fragments;
  Shelves shelves;
  for (const auto index : by_x) {
    const Word& word = page.words[index];
    std::int64_t best = -1;
    shelves.visit(word.box.y0, word.box.y1, [&](std::uint32_t candidate) {
      if (!continues(page, fragments[candidate], word)) return;
      if (best < 0 ||
          fragments[candidate].box.x1 > fragments[static_cast<std::size_t>(best)].box.x1)
        best = candidate;
    });
    if (best < 0) {
      best = static_cast<std::int64_t>(fragments.size());
      fragments.emplace_back();
      shelves.put(static_cast<std::uint32_t>(best), middle_y(word.box));
    }
    add(page, index, fragments[static_cast<std::size_t>(best)]);
  }
  for (auto& fragment : fragments) {
    if (ends_in_half_blank(page.of(page.words[fragment.words.back()])))
      fragment.box.x1 = std::max(fragment.box.x0, fragment.box.x1 - kHalfBlank * fragment.em);
  }
  return fragments;
}

std::vector<Fragment> make_fragments(const PageWords& page) {
  std::vector<std::uint32_t> all(page.words.size());
  std::iota(all.begin(), all.end(), 0U);
  return make_fragments(page, all);
}

float usual_em(const std::vector<Fragment>& fragments) {
  std::vector<std::pair<float, std::uint64_t>> sizes;
  std::uint64_t letters = 0;
  for (const auto& fragment : fragments) {
    sizes.emplace_back(fragment.em, fragment.letters);
    letters += fragment.letters;
  }
  std::sort(sizes.begin(), sizes.end());
  std::uint64_t before = 0;
  for (const auto& [size, count] : sizes) {
    before += count;
    if (before * 2 >= letters) return size;
  }
  return 0;
}

}  // namespace guanlan
