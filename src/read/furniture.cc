#include "read/furniture.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "read/geometry.h"
#include "read/line_text.h"

namespace guanlan {
namespace {

constexpr float kZone = 0.15F;  // of the page's height, at the top and at the bottom
constexpr float kNumberZone = 0.12F;
constexpr float kSameHeight = 4;      // points
constexpr int kWindow = 6;            // pages looked at on either side
constexpr float kSameSize = 1.3F;     // a masthead of 40 points is not the signature of 16
constexpr std::size_t kRows = 3;      // outermost rows looked at
constexpr std::size_t kMaxInRow = 6;  // fragments

struct Candidate {
  std::size_t fragment = 0;
  std::size_t row = 0;     // 0 is outermost
  std::size_t in_row = 1;  // fragments of its row
  float distance = 0;      // from the page's edge
  float em = 0;
  std::string text;     // blanks gone, each run of digits is '#'
  bool number = false;  // nothing but a page number
  bool sure = true;     // a text layer, not recognised
};

std::string shape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (c == ' ' || (digit && !out.empty() && out.back() == '#')) continue;
    out += digit ? '#' : c;
  }
  return out;
}

// Shared pairs of neighbouring bytes, 0..1 (Dice).
float likeness(const std::string& a, const std::string& b) {
  if (a == b) return 1;
  if (a.size() < 2 || b.size() < 2) return 0;
  const auto pairs = [](const std::string& s) {
    std::vector<std::pair<char, char>> all;
    for (std::size_t i = 0; i + 1 < s.size(); ++i) all.emplace_back(s[i], s[i + 1]);
    std::sort(all.begin(), all.end());
    return all;
  };
  const auto x = pairs(a), y = pairs(b);
  std::vector<std::pair<char, char>> common;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(common));
  return 2.F * static_cast<float>(common.size()) / static_cast<float>(x.size() + y.size());
}

bool alike(const Candidate& a, const Candidate& b) {
  if (std::abs(a.distance - b.distance) > kSameHeight * (a.sure ? 1 : 3)) return false;
  if (a.sure && std::max(a.em, b.em) > kSameSize * std::min(a.em, b.em)) return false;
  if (a.number || b.number) return a.number && b.number;
  return a.sure ? a.text == b.text : likeness(a.text, b.text) > 0.6F;
}

// The outermost rows of one end of a page.
std::vector<Candidate> candidates_of(const PageWords& page, const std::vector<Fragment>& fragments,
                                     bool top) {
  std::vector<Candidate> out;
  std::vector<std::size_t> ids;
  const auto distance = [&](std::size_t id) {
    const Box& b = fragments[id].box;
    return top ? middle_y(b) : page.height - middle_y(b);
  };
  for (std::size_t id = 0; id < fragments.size(); ++id) {
    if (distance(id) < kZone * page.height) ids.push_back(id);
  }
  std::sort(ids.begin(), ids.end(), [&](auto a, auto b) { return distance(a) < distance(b); });
  std::size_t rows = 0;
  for (std::size_t i = 0; i < ids.size() && rows < kRows; ++rows) {
    auto end = i + 1;
    while (end < ids.size() && same_line(fragments[ids[i]].box, fragments[ids[end]].box)) ++end;
    for (auto at = i; at < end && end - i <= kMaxInRow; ++at) {
      const auto& fragment = fragments[ids[at]];
      const auto text = words_text(page, fragment.words);
      if (text.ends_with("。")) continue;  // a sentence of the text, alike on each page
      Candidate candidate{ids[at],     rows,        end - i, distance(ids[at]),
                          fragment.em, shape(text), false,   true};
      candidate.number = is_page_number(text) && candidate.distance < kNumberZone * page.height;
      candidate.sure = !page.recognised;
      out.push_back(std::move(candidate));
    }
    i = end;
  }
  return out;
}

// Comes again on enough of the pages around: the outermost row on two (one of few), the rows
// inside of it, where a table's heading may also be repeated, on two of five.
bool is_repeated(const Candidate& candidate, std::size_t page,
                 const std::vector<std::vector<Candidate>>& all) {
  int seen = 0, looked_at = 0;
  const auto first = page - std::min<std::size_t>(page, kWindow);
  const auto last = std::min(all.size(), page + kWindow + 1);
  for (auto p = first; p < last; ++p) {
    if (p == page) continue;
    ++looked_at;
    if (std::any_of(all[p].begin(), all[p].end(),
                    [&](const Candidate& other) { return alike(candidate, other); }))
      ++seen;
  }
  if (looked_at == 0) return candidate.number && candidate.row == 0 && candidate.in_row == 1;
  if (candidate.row > 0) return seen * 5 >= looked_at * 2 && seen > 0;
  return seen >= std::min(2, looked_at);
}

void mark(const std::vector<std::vector<Candidate>>& all, Furniture kind,
          std::vector<std::vector<Furniture>>& marks) {
  for (std::size_t page = 0; page < all.size(); ++page) {
    std::size_t rows = 0;  // marked so far: a row is furniture only if those outside of it are
    for (const auto& candidate : all[page]) {
      if (candidate.row > rows || !is_repeated(candidate, page, all)) continue;
      marks[page][candidate.fragment] = kind;
      rows = candidate.row + 1;
    }
  }
}

// A watermark (草稿, 内部资料): the same letters, much larger than the text, at the same place on
// most of the pages around, across the text on one of them. Turned, each of its letters stands
// alone.
class Watermarks {
 public:
  explicit Watermarks(const std::vector<std::vector<Fragment>>& pages) : pages_(pages) {}

  void mark(const std::vector<const PageWords*>& words,
            std::vector<std::vector<Furniture>>& marks) {
    for (std::size_t p = 0; p < pages_.size(); ++p)
      stamps_.push_back(stamps_of(*words[p], pages_[p]));
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      for (const Stamp& stamp : stamps_[p]) {
        if (is_watermark(stamp, p)) marks[p][stamp.fragment] = Furniture::foot;
      }
    }
  }

 private:
  struct Stamp {
    std::size_t fragment = 0;
    Box box;
    std::string text;
    bool crosses = false;  // other words
  };

  static std::vector<Stamp> stamps_of(const PageWords& page,
                                      const std::vector<Fragment>& fragments) {
    constexpr std::size_t kMost = 16;
    constexpr float kLarge = 2.5F;
    std::vector<Stamp> out;
    const float usual = usual_em(fragments);
    for (std::size_t id = 0; id < fragments.size() && out.size() < kMost && usual > 0; ++id) {
      const Fragment& f = fragments[id];
      if (height(f.box) < kLarge * usual) continue;
      const bool crosses =
          std::any_of(fragments.begin(), fragments.end(), [&](const Fragment& other) {
            return height(other.box) < kLarge * usual && overlap_x(f.box, other.box) > usual &&
                   overlap_y(f.box, other.box) > 0;
          });
      out.push_back({id, f.box, words_text(page, f.words), crosses});
    }
    return out;
  }

  [[nodiscard]] bool is_watermark(const Stamp& stamp, std::size_t page) const {
    constexpr float kSamePlace = 2;  // points
    int seen = 0, looked_at = 0;
    bool crosses = stamp.crosses;
    const auto last = std::min(stamps_.size(), page + kWindow + 1);
    for (auto p = page - std::min<std::size_t>(page, kWindow); p < last; ++p) {
      if (p == page) continue;
      ++looked_at;
      const auto same = std::find_if(stamps_[p].begin(), stamps_[p].end(), [&](const Stamp& s) {
        return s.text == stamp.text && std::abs(s.box.x0 - stamp.box.x0) < kSamePlace &&
               std::abs(s.box.y0 - stamp.box.y0) < kSamePlace;
      });
      if (same == stamps_[p].end()) continue;
      ++seen;
      crosses = crosses || same->crosses;
    }
    return crosses && seen >= 1 && seen * 2 >= looked_at;
  }

  const std::vector<std::vector<Fragment>>& pages_;
  std::vector<std::vector<Stamp>> stamps_;
};

// Cuts a run of `cut` off the front; false if there is none.
bool skip(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

void skip_marks(std::string_view& text) {
  while (skip(text, " ") || skip(text, "-") || skip(text, "—") || skip(text, "–") ||
         skip(text, "－") || skip(text, "·") || skip(text, "~") || skip(text, "|")) {
  }
}

bool skip_number(std::string_view& text) {
  constexpr std::size_t kMaxDigits = 4;
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto roman = std::min(text.find_first_not_of("ivxlIVXL"), text.size());
  const auto length = std::max(digits, roman);
  if (length == 0 || length > kMaxDigits + (digits == 0 ? 2 : 0)) return false;
  text.remove_prefix(length);
  return true;
}

}  // namespace

bool is_page_number(std::string_view text) {
  skip_marks(text);
  skip(text, "第");
  skip_marks(text);
  if (!skip_number(text)) return false;
  skip_marks(text);
  skip(text, "页");
  skip_marks(text);
  if (skip(text, "/") || skip(text, "／") || skip(text, "共") || skip(text, "，共")) {
    skip_marks(text);
    if (!skip_number(text)) return false;
    skip_marks(text);
    skip(text, "页");
    skip_marks(text);
  }
  return text.empty();
}

std::vector<std::vector<Furniture>> find_furniture(
    const std::vector<const PageWords*>& pages,
    const std::vector<std::vector<Fragment>>& fragments) {
  std::vector<std::vector<Furniture>> marks(pages.size());
  std::vector<std::vector<Candidate>> heads, feet;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    marks[i].resize(fragments[i].size(), Furniture::none);
    heads.push_back(candidates_of(*pages[i], fragments[i], true));
    feet.push_back(candidates_of(*pages[i], fragments[i], false));
  }
  mark(heads, Furniture::head, marks);
  mark(feet, Furniture::foot, marks);
  Watermarks(fragments).mark(pages, marks);
  return marks;
}

}  // namespace guanlan
