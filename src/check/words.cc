#include "check/words.h"

#include <algorithm>
#include <map>

#include "extract/around.h"
#include "lexicon/trie.h"

namespace guanlan::checking {
namespace {

// Whether one of the longer words covers the span.
bool spared(std::string_view text, Span span, const Word& word) {
  return std::any_of(word.unless.begin(), word.unless.end(), [&](const std::string& longer) {
    for (std::size_t in = longer.find(word.wrong); in != std::string::npos;
         in = longer.find(word.wrong, in + 1)) {
      if (span.begin >= in &&
          around::starts(text, span.begin - static_cast<std::uint32_t>(in), longer)) {
        return true;
      }
    }
    return false;
  });
}

bool applies(std::string_view text, Span span, const Word& word) {
  const auto ends = [&](const std::string& w) { return around::ends(text, span.begin, w); };
  const auto starts = [&](const std::string& w) { return around::starts(text, span.end, w); };
  if (!word.before.empty() && std::none_of(word.before.begin(), word.before.end(), ends))
    return false;
  if (!word.after.empty() && std::none_of(word.after.begin(), word.after.end(), starts))
    return false;
  return !spared(text, span, word);
}

}  // namespace

std::vector<WordHit> find_words(std::string_view text, const std::vector<Word>& words) {
  std::map<std::string, std::vector<std::size_t>> by_spelling;
  for (std::size_t i = 0; i < words.size(); ++i) by_spelling[words[i].wrong].push_back(i);
  std::vector<std::pair<std::string_view, std::uint32_t>> spellings;
  std::vector<std::vector<std::size_t>> rows;
  for (const auto& [spelling, row] : by_spelling) {
    spellings.emplace_back(spelling, static_cast<std::uint32_t>(rows.size()));
    rows.push_back(row);
  }
  std::vector<WordHit> out;
  if (spellings.empty()) return out;
  const Trie trie(spellings);
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    trie.prefixes(text, at, [&](std::size_t length, std::uint32_t found) {
      const Span span{at, at + static_cast<std::uint32_t>(length)};
      for (const std::size_t word : rows[found]) {
        if (applies(text, span, words[word])) out.push_back({word, span});
      }
    });
  }
  return out;
}

}  // namespace guanlan::checking
