#include "extract/orgs/words.h"

#include <array>
#include <vector>

#include "lexicon/frame.h"
#include "text/word_set.h"

namespace guanlan::orgs {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Around::count_)> kClasses = {"lead", "tail", "trade", "post"};
using Classes = std::array<WordSet, kClasses.size()>;

Classes load() {
  std::array<std::vector<std::string_view>, kClasses.size()> lists;
  for (const FrameWord& row : frame_words("lexicon/frame/orgs.tsv", kClasses)) lists[row.cls].push_back(row.word);
  Classes classes;
  for (std::size_t i = 0; i < lists.size(); ++i) classes[i] = WordSet(lists[i]);
  return classes;
}

const WordSet& of(Around cls) {
  static const Classes classes = load();
  return classes[static_cast<std::size_t>(cls)];
}

}  // namespace

std::uint32_t word_at(const bodies::Part& part, std::uint32_t offset, Around cls) {
  const std::string_view text = part.passage().text.substr(0, part.span().end);
  return static_cast<std::uint32_t>(of(cls).longest_at(text, offset));
}

std::uint32_t word_before(const bodies::Part& part, std::uint32_t offset, Around cls) {
  const std::uint32_t begin = part.span().begin;
  if (offset <= begin) return 0;
  return static_cast<std::uint32_t>(of(cls).longest_before(part.passage().text.substr(begin), offset - begin));
}

bool is_trade(std::string_view words) {
  while (!words.empty()) {
    const std::size_t longest = of(Around::trade).longest_at(words, 0);
    if (longest == 0) return false;
    words.remove_prefix(longest);
  }
  return true;
}

}  // namespace guanlan::orgs
