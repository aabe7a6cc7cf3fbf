#include "outline/contents.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/dice.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan::outlining {
namespace {

// Letters, digits and Chinese characters only, folded.
std::u32string bare(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size() && out.size() < 200;) {
    const auto d = utf8::decode(text, at);
    at += d.size;
    const char32_t cp = fold(d.cp);
    if (utf8::is_han(cp) || utf8::is_digit(cp) || utf8::is_latin(cp)) out += cp;
  }
  return out;
}

std::string bytes(const std::u32string& s) {
  return {reinterpret_cast<const char*>(s.data()), s.size() * sizeof(char32_t)};
}

// A line as it is compared: by its pairs of neighbouring characters. Most lines are found as they
// are and compared with none.
class Line {
 public:
  explicit Line(std::u32string words) : text(std::move(words)) {}

  std::u32string text;
  [[nodiscard]] const std::vector<std::uint64_t>& pairs() const {  // ascending
    if (pairs_.empty() && text.size() > 1) {
      for (std::size_t i = 0; i + 1 < text.size(); ++i)
        pairs_.push_back(std::uint64_t{text[i]} << 32 | text[i + 1]);
      std::sort(pairs_.begin(), pairs_.end());
    }
    return pairs_;
  }

 private:
  mutable std::vector<std::uint64_t> pairs_;
};

bool may_be_like(std::size_t a, std::size_t b) { return std::min(a, b) * 2 >= std::max(a, b); }

double likeness(const Line& a, const Line& b) {
  if (a.text.size() < 2 || b.text.size() < 2) return a.text == b.text ? 1 : 0;
  return may_be_like(a.text.size(), b.text.size()) ? dice(a.pairs(), b.pairs()) : 0;
}

}  // namespace

void match_contents(std::string_view text, const Layout& layout, std::vector<Block>& blocks) {
  if (layout.contents.empty()) return;
  std::vector<std::size_t> headings;
  std::vector<Line> words;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Shape s = blocks[i].shape;
    const bool long_title = s == Shape::text && blocks[i].chars <= 160 && !blocks[i].stop &&
                            !blocks[i].sentence && !blocks[i].mark;
    if (s != Shape::title && s != Shape::tag && !long_title) continue;
    headings.push_back(i);
    words.emplace_back(bare(blocks[i].span.of(text)));
  }
  std::unordered_map<std::string, std::vector<std::size_t>> exact;
  for (std::size_t h = 0; h < words.size(); ++h) exact[bytes(words[h].text)].push_back(h);
  constexpr std::size_t kAhead = 60;  // headings looked through for an entry
  std::size_t from = 0;
  for (std::size_t e = 0; e < layout.contents.size(); ++e) {
    const Line entry(bare(layout.contents[e].text));
    if (entry.text.size() < 2) continue;
    double best = 0.72;
    std::size_t found = SIZE_MAX;
    if (const auto it = exact.find(bytes(entry.text)); it != exact.end()) {
      const auto h = std::lower_bound(it->second.begin(), it->second.end(), from);
      if (h != it->second.end()) found = *h;
    }
    const std::size_t window = found != SIZE_MAX ? from : std::min(headings.size(), from + kAhead);
    for (std::size_t h = from; h < window; ++h) {
      double like = likeness(entry, words[h]);
      // A heading set in two lines: 2020年某某大会 | 成功举办.
      if (like < 0.95 && h + 1 < headings.size() && headings[h + 1] == headings[h] + 1 &&
          may_be_like(entry.text.size(), words[h].text.size() + words[h + 1].text.size())) {
        const Line joined(words[h].text + words[h + 1].text);
        like = std::max(like, likeness(entry, joined) - 0.01);
      }
      if (like <= best) continue;
      best = like;
      found = h;
      if (like > 0.99) break;
    }
    if (found == SIZE_MAX) continue;
    Block& heading = blocks[headings[found]];
    heading.contents = static_cast<std::int32_t>(e);
    if (heading.shape == Shape::text) heading.shape = Shape::title;
    from = found + 1;
  }
}

}  // namespace guanlan::outlining
