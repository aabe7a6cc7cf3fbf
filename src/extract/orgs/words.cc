#include "extract/orgs/words.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <vector>

#include "lexicon/frame.h"
#include "text/utf8.h"

namespace guanlan::orgs {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Around::count_)> kClasses = {"lead", "tail", "trade", "post"};
constexpr std::uint32_t kLongest = 27;  // bytes

// The words of a class, and the characters that they begin and end with: most places are told apart by one of those.
struct Class {
  std::unordered_set<std::string_view> words;
  std::vector<bool> first = std::vector<bool>(0x10000), last = std::vector<bool>(0x10000);

  void add(std::string_view word) {
    words.insert(word);
    first[utf8::decode(word, 0).cp & 0xFFFF] = true;
    last[utf8::decode_before(word, word.size()).cp & 0xFFFF] = true;
  }
};
using Classes = std::array<Class, kClasses.size()>;

Classes load() {
  Classes classes;
  for (const FrameWord& row : frame_words("lexicon/frame/orgs.tsv", kClasses)) classes[row.cls].add(row.word);
  return classes;
}

const Class& of(Around cls) {
  static const Classes classes = load();
  return classes[static_cast<std::size_t>(cls)];
}

}  // namespace

std::uint32_t word_at(const bodies::Part& part, std::uint32_t offset, Around cls) {
  const std::string_view text = part.of({offset, std::min(part.span().end, offset + kLongest)});
  const Class& words = of(cls);
  std::uint32_t longest = 0;
  if (text.empty() || !words.first[utf8::decode(text, 0).cp & 0xFFFF]) return 0;
  for (std::uint32_t size = 0; size < text.size();) {
    size += utf8::decode(text, size).size;
    if (size <= text.size() && words.words.contains(text.substr(0, size))) longest = size;
  }
  return longest;
}

std::uint32_t word_before(const bodies::Part& part, std::uint32_t offset, Around cls) {
  const std::uint32_t low = std::max(part.span().begin, offset - std::min(offset, kLongest));
  const std::string_view text = part.passage().text;
  const Class& words = of(cls);
  std::uint32_t longest = 0;
  if (offset <= low || !words.last[utf8::decode_before(text, offset).cp & 0xFFFF]) return 0;
  for (std::uint32_t at = offset; at > low;) {
    at -= utf8::decode_before(text, at).size;
    if (at >= low && words.words.contains(text.substr(at, offset - at))) longest = offset - at;
  }
  return longest;
}

bool is_trade(std::string_view words) {
  while (!words.empty()) {
    std::size_t longest = 0;
    for (std::size_t size = 0; size < std::min<std::size_t>(words.size(), kLongest);) {
      size += utf8::decode(words, size).size;
      if (size <= words.size() && of(Around::trade).words.contains(words.substr(0, size))) longest = size;
    }
    if (longest == 0) return false;
    words.remove_prefix(longest);
  }
  return true;
}

}  // namespace guanlan::orgs
