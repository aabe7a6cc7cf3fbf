#include "read/line_text.h"

#include <algorithm>

#include "read/geometry.h"

namespace guanlan {
namespace {

constexpr float kChineseBlank = 0.2F;  // ems
constexpr float kLatinBlank = 0.14F;
constexpr float kEven = 1.6F;          // gaps within this ratio of the middle one are alike

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
};

Joint joint_of(const PageWords& page, std::uint32_t a, std::uint32_t b) {
  const Word &left = page.words[a], &right = page.words[b];
  return {right.box.x0 - left.box.x1, std::max(left.em, right.em),
          ends_wide(page.of(left)) && starts_wide(page.of(right))};
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

}  // namespace

std::string words_text(const PageWords& page, const std::vector<std::uint32_t>& words) {
  const float spacing = letter_spacing(page, words);
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) {
      const auto joint = joint_of(page, words[i - 1], words[i]);
      const float least = joint.chinese ? std::max(kChineseBlank * joint.em, kEven * spacing)
                                        : kLatinBlank * joint.em;
      if (joint.gap > least) text += ' ';
    }
    text += page.of(page.words[words[i]]);
  }
  return text;
}

std::string line_text(const PageWords& page, const std::vector<Fragment>& fragments,
                      const OrderedLine& line) {
  std::string text;
  std::vector<std::uint32_t> words;
  for (std::size_t i = 0; i < line.fragments.size(); ++i) {
    const auto& more = fragments[line.fragments[i]].words;
    if (i == 0 && line.drop_cap) {
      text = words_text(page, more);
    } else {
      words.insert(words.end(), more.begin(), more.end());
    }
  }
  return text + words_text(page, words);
}

}  // namespace guanlan
