#include "read/line_text.h"

#include <algorithm>

#include "read/geometry.h"

namespace guanlan {
namespace {

constexpr float kChineseBlank = 0.2F;  // ems
constexpr float kLatinBlank = 0.14F;
constexpr float kRoughBlank = 1.2F;  // on recognised pages
constexpr float kEven = 1.6F;        // gaps within this ratio of the middle one are alike

bool starts_wide(std::string_view text) {
  const auto c = static_cast<unsigned char>(text.front());
  return c > 0xE2 || (c == 0xE2 && text.size() > 1 && static_cast<unsigned char>(text[1]) >= 0xBA);
}

bool ends_wide(std::string_view text) {
  auto at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return starts_wide(text.substr(at));
}

struct Joint {
  float gap = 0, em = 0;
  bool chinese = false;  // on both sides
  bool latin = false;    // on both sides
};

Joint joint_of(const PageWords& page, std::uint32_t a, std::uint32_t b) {
  const Word &left = page.words[a], &right = page.words[b];
  const bool before = ends_wide(page.of(left)), after = starts_wide(page.of(right));
  return {right.box.x0 - left.box.x1, std::max(left.em, right.em), before && after,
          !before && !after};
}

// The gap that parts the letters of a letter-spaced line; 0 where the line is set normally.
float letter_spacing(const PageWords& page, const std::vector<std::uint32_t>& words) {
  std::vector<float> gaps;
  std::size_t solid = 0;  // neighbours without a gap
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = page.words[words[i]];
    if (word.wide > 1) solid += word.wide - 1U;
    if (i == 0) continue;
    const auto joint = joint_of(page, words[i - 1], words[i]);
    if (joint.chinese && joint.gap > kLatinBlank * joint.em) gaps.push_back(joint.gap);
  }
  if (gaps.size() < 3 || gaps.size() < solid * 2) return 0;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return *middle;
}

// The gap from which a blank was meant. Recognition parts Chinese words at random, and its boxes
// are rough; between Latin words it means what it says.
float least_gap(const Joint& joint, float spacing, bool recognised) {
  if (recognised && !joint.latin) return kRoughBlank * joint.em;
  if (recognised) return -1e6F;
  return joint.chinese ? std::max(kChineseBlank * joint.em, kEven * spacing)
                       : kLatinBlank * joint.em;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What recognition gets wrong in every document: a dash between figures read as 一 (2024—2026).
void mend(std::string& text) {
  constexpr std::string_view kOne = "一", kDash = "—";
  for (auto at = text.find(kOne); at != std::string::npos; at = text.find(kOne, at + 1)) {
    const auto after = at + kOne.size();
    if (at > 0 && after < text.size() && is_digit(text[at - 1]) && is_digit(text[after]))
      text.replace(at, kOne.size(), kDash);
  }
}

// A mark that can stand neither first (。，》) nor alone: a speck, if recognition doubts it.
bool is_speck(const PageWords& page, const Word& word, bool first) {
  constexpr std::string_view kNeverFirst[] = {"。", "，", "、", "；", "》", "）", "”", "！",
                                              "？", ".",  ",",  ";",  ":",  "'",  "`", ")"};
  constexpr std::string_view kDoubtful[] = {"“", "\"", "‘", "’", "·", "-", "_", "|", "~", "^", "*"};
  const auto text = page.of(word);
  const auto is = [&](std::string_view mark) { return mark == text; };
  if (first && std::any_of(std::begin(kNeverFirst), std::end(kNeverFirst), is)) return true;
  constexpr float kDoubt = 0.7F;
  return word.confidence < kDoubt && std::any_of(std::begin(kDoubtful), std::end(kDoubtful), is);
}

std::vector<std::uint32_t> without_specks(const PageWords& page,
                                          const std::vector<std::uint32_t>& words) {
  auto first = words.begin(), last = words.end();
  while (first != last && is_speck(page, page.words[*first], true)) ++first;
  while (first != last && is_speck(page, page.words[*(last - 1)], false)) --last;
  return {first, last};
}

}  // namespace

std::string words_text(const PageWords& page, const std::vector<std::uint32_t>& words) {
  const float spacing = letter_spacing(page, words);
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) {
      const auto joint = joint_of(page, words[i - 1], words[i]);
      if (joint.gap > least_gap(joint, spacing, page.recognised)) text += ' ';
    }
    text += page.of(page.words[words[i]]);
  }
  return text;
}

std::string line_text(const PageWords& page, const std::vector<Fragment>& fragments,
                      const OrderedLine& line) {
  std::string cap;
  std::vector<std::uint32_t> words;
  for (std::size_t i = 0; i < line.fragments.size(); ++i) {
    const auto& more = fragments[line.fragments[i]].words;
    if (i == 0 && line.drop_cap) {
      cap = words_text(page, more);
    } else {
      words.insert(words.end(), more.begin(), more.end());
    }
  }
  if (!page.recognised) return cap + words_text(page, words);
  auto text = cap + words_text(page, without_specks(page, words));
  mend(text);
  return text;
}

}  // namespace guanlan
