#include "stats/words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "lexicon/rows.h"
#include "text/stands.h"
#include "text/word_set.h"

namespace guanlan::stats {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Cue::count_)> kClasses = {
    "lead",      "home",       "nation",       "located",     "zone",       "part",     "everyone",
    "topic_end", "verb",       "approx",       "added",       "issued",     "handled",  "exist",
    "direction", "level",      "growth",       "versus",      "base",       "compared", "average",
    "rank_verb", "first",      "share",        "share_end",   "share_name", "head",     "rate",
    "list_head", "flow",       "contribution", "before_date", "after_date", "own",      "join",
    "gloss",     "about",      "no_value",     "number_of",   "rank_name",  "listed",   "unit_of",
    "to_date",   "this_month", "time_label",   "whole"};

struct Class {
  std::vector<Word> words;  // the longest first
  WordSet set;              // those of two bytes or more
  std::string marks;        // those of one
  [[nodiscard]] bool is_mark(char byte) const { return marks.find(byte) != std::string::npos; }
  // The word of that text.
  [[nodiscard]] Word named(std::string_view text) const {
    const auto it = std::find_if(words.begin(), words.end(),
                                 [&](const Word& word) { return word.text == text; });
    return it == words.end() ? Word{} : *it;
  }
};
using Words = std::array<Class, kClasses.size()>;

Words load() {
  Words words;
  for (const auto& row : rows_of("lexicon/stats/words.tsv")) {
    const auto at = std::find(kClasses.begin(), kClasses.end(), row[1]);
    if (at == kClasses.end() || row[0].empty()) continue;
    words[static_cast<std::size_t>(at - kClasses.begin())].words.push_back({row[0], row[2]});
  }
  for (Class& cls : words) {
    std::stable_sort(cls.words.begin(), cls.words.end(),
                     [](const Word& a, const Word& b) { return a.text.size() > b.text.size(); });
    std::vector<std::string_view> texts;
    for (const Word& word : cls.words) {
      texts.push_back(word.text);
      if (word.text.size() == 1) cls.marks += word.text;
    }
    cls.set = WordSet(texts);
  }
  return words;
}

const Class& of(Cue cue) {
  static const Words words = load();
  return words[static_cast<std::size_t>(cue)];
}

}  // namespace

Word prefix(Cue cue, std::string_view text) {
  if (text.empty()) return {};
  const Class& cls = of(cue);
  std::size_t size = cls.set.longest_at(text, 0);
  if (size == 0 && cls.is_mark(text.front())) size = 1;
  return size == 0 ? Word{} : cls.named(text.substr(0, size));
}

Word suffix(Cue cue, std::string_view text) {
  if (text.empty()) return {};
  const Class& cls = of(cue);
  std::size_t size = cls.set.longest_before(text, text.size());
  if (size == 0 && cls.is_mark(text.back())) size = 1;
  return size == 0 ? Word{} : cls.named(text.substr(text.size() - size));
}

bool is(Cue cue, std::string_view text) {
  const auto& words = of(cue).words;
  return std::any_of(words.begin(), words.end(), [&](const Word& w) { return w.text == text; });
}

Found last(Cue cue, std::string_view text) {
  Found found;
  for (const Word& word : of(cue).words) {
    if (!holds_word(text, word.text)) continue;
    const std::size_t at = text.rfind(word.text);
    const auto begin = static_cast<std::uint32_t>(at);
    const bool later = begin + word.size() > found.end();
    if (!found || later) found = {word, begin};
  }
  return found;
}

Found first(Cue cue, std::string_view text) {
  Found found;
  for (const Word& word : of(cue).words) {
    const std::size_t at = find_word(text, word.text);
    if (at == std::string_view::npos) continue;
    const auto begin = static_cast<std::uint32_t>(at);
    if (!found || begin < found.at) found = {word, begin};
  }
  return found;
}

}  // namespace guanlan::stats
