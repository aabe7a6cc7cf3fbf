#include "read/typeface.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "read/geometry.h"

namespace guanlan {
namespace {

constexpr float kZoom = 1.5F;  // pdftohtml's pixels per point

enum class Face : std::uint8_t { plain, dark, bold };

// The value of ` name="…"` in a tag.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (auto at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const auto end = at + name.size();
    if (at == 0 || tag[at - 1] != ' ' || tag.substr(end, 2) != "=\"") continue;
    const auto value = tag.substr(end + 2);
    return value.substr(0, value.find('"'));
  }
  return {};
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool contains_any(std::string_view text, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

Face face_of(std::string_view font) {
  std::string name;
  for (const char c : font) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  constexpr std::array<std::string_view, 6> kBold{"bold", "black", "heavy", "-demi", "_bold", ",b"};
  // 黑体, 方正黑体, 华文黑体, 微软雅黑, 小标宋, 大标宋, 粗
  constexpr std::array<std::string_view, 14> kDark{
      "simhei", "fzhei", "fzht", "stheiti", "heiti", "yahei",      "xbs",
      "dbs",    "fzcs",  "黑体", "标宋",    "粗",    "dengxian-b", "ht_"};
  if (contains_any(name, kBold)) return Face::bold;
  return contains_any(name, kDark) ? Face::dark : Face::plain;
}

struct Stretch {  // of text in one font
  Box box;
  Face face;
};

// Calls `page` at each page and `text` for each stretch.
template <class OnPage, class OnText>
void parse(std::string_view xml, OnPage&& page, OnText&& text) {
  std::unordered_map<int, Face> fonts;
  while (!xml.empty()) {
    const auto line = xml.substr(0, xml.find('\n'));
    xml.remove_prefix(std::min(line.size() + 1, xml.size()));
    const auto open = line.find('<');
    if (open == std::string_view::npos) continue;
    const auto tag = line.substr(open, line.find('>', open) - open);
    if (tag.starts_with("<page ")) page();
    if (tag.starts_with("<fontspec "))
      fonts[number(attribute(tag, "id"))] = face_of(attribute(tag, "family"));
    if (!tag.starts_with("<text ")) continue;
    const auto at = [&](std::string_view name) {
      return static_cast<float>(number(attribute(tag, name))) / kZoom;
    };
    const float x = at("left"), y = at("top");
    const auto found = fonts.find(number(attribute(tag, "font")));
    auto face = found == fonts.end() ? Face::plain : found->second;
    if (line.substr(open + tag.size()).starts_with("><b>")) face = Face::bold;
    text(Stretch{{x, y, x + at("width"), y + at("height")}, face});
  }
}

// Words of one page, found by height.
class Finder {
 public:
  explicit Finder(PageWords& page) : page_(page) {
    for (std::uint32_t i = 0; i < page.words.size(); ++i) order_.push_back(i);
    std::sort(order_.begin(), order_.end(), [&](auto a, auto b) { return y(a) < y(b); });
  }
  void mark(const Box& box) {
    constexpr std::size_t kMost = 4000;  // words on one line
    auto at = std::lower_bound(order_.begin(), order_.end(), box.y0,
                               [&](std::uint32_t w, float top) { return y(w) < top; });
    for (std::size_t n = 0; at != order_.end() && y(*at) <= box.y1 && n < kMost; ++at, ++n) {
      const float x = middle_x(page_.words[*at].box);
      if (x >= box.x0 - 1 && x <= box.x1 + 1) page_.words[*at].bold = true;
    }
  }

 private:
  [[nodiscard]] float y(std::uint32_t word) const { return middle_y(page_.words[word].box); }
  PageWords& page_;
  std::vector<std::uint32_t> order_;
};

}  // namespace

void mark_bold(std::string_view xml, std::vector<PageWords>& pages) {
  float all = 0, dark = 0;
  parse(
      xml, [] {},
      [&](const Stretch& s) {
        all += width(s.box);
        if (s.face != Face::plain) dark += width(s.box);
      });
  const Face least = dark * 2 > all ? Face::bold : Face::dark;
  std::vector<Finder> finders;
  finders.reserve(pages.size());
  for (auto& page : pages) finders.emplace_back(page);
  std::size_t page = 0;  // counted from 1
  parse(
      xml, [&] { ++page; },
      [&](const Stretch& s) {
        if (s.face >= least && page > 0 && page <= finders.size()) finders[page - 1].mark(s.box);
      });
}

}  // namespace guanlan
