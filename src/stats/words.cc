#include "stats/words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "lexicon/rows.h"
#include "text/stands.h"

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

using Words = std::array<std::vector<Word>, kClasses.size()>;

Words load() {
  Words words;
  for (const auto& row : rows_of("lexicon/stats/words.tsv")) {
    const auto at = std::find(kClasses.begin(), kClasses.end(), row[1]);
    if (at == kClasses.end() || row[0].empty()) continue;
    words[static_cast<std::size_t>(at - kClasses.begin())].push_back({row[0], row[2]});
  }
  for (auto& list : words) {
    std::stable_sort(list.begin(), list.end(),
                     [](const Word& a, const Word& b) { return a.text.size() > b.text.size(); });
  }
  return words;
}

const std::vector<Word>& of(Cue cue) {
  static const Words words = load();
  return words[static_cast<std::size_t>(cue)];
}

}  // namespace

Word prefix(Cue cue, std::string_view text) {
  for (const Word& word : of(cue)) {
    if (stands(text, 0, word.text)) return word;
  }
  return {};
}

Word suffix(Cue cue, std::string_view text) {
  for (const Word& word : of(cue)) {
    if (stands_last(text, word.text)) return word;
  }
  return {};
}

bool is(Cue cue, std::string_view text) {
  const auto& words = of(cue);
  return std::any_of(words.begin(), words.end(), [&](const Word& w) { return w.text == text; });
}

Found last(Cue cue, std::string_view text) {
  Found found;
  for (const Word& word : of(cue)) {
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
  for (const Word& word : of(cue)) {
    const std::size_t at = find_word(text, word.text);
    if (at == std::string_view::npos) continue;
    const auto begin = static_cast<std::uint32_t>(at);
    if (!found || begin < found.at) found = {word, begin};
  }
  return found;
}

}  // namespace guanlan::stats
