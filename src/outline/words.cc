#include "outline/words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "lexicon/frame.h"
#include "text/stands.h"

namespace guanlan::outlining {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Cue::count_)> kClasses = {
    "source",     "source_end", "credit",    "lead",       "keywords",
    "statement",  "contents",   "meta",      "trailer",    "back",
    "sponsor",    "role",       "office",    "part_end",   "notice",
    "digest",     "highlights", "event_end", "statistics", "front_continued",
    "common_end", "download",   "topic",     "link"};

using Words = std::array<std::vector<std::string_view>, kClasses.size()>;

Words load() {
  Words words;
  for (const FrameWord& row : frame_words("lexicon/frame/outline.tsv", kClasses))
    words[row.cls].push_back(row.word);
  for (auto& list : words) {
    std::stable_sort(list.begin(), list.end(),
                     [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
  }
  return words;
}

const std::vector<std::string_view>& of(Cue cue) {
  static const Words words = load();
  return words[static_cast<std::size_t>(cue)];
}

}  // namespace

std::string_view prefix(Cue cue, std::string_view text) {
  for (const std::string_view word : of(cue)) {
    if (stands(text, 0, word)) return word;
  }
  return {};
}

bool begins_with(Cue cue, std::string_view text) { return !prefix(cue, text).empty(); }

bool ends_with(Cue cue, std::string_view text) {
  return std::any_of(of(cue).begin(), of(cue).end(),
                     [&](std::string_view word) { return stands_last(text, word); });
}

bool has(Cue cue, std::string_view text) {
  return std::any_of(of(cue).begin(), of(cue).end(),
                     [&](std::string_view word) { return holds_word(text, word); });
}

bool is(Cue cue, std::string_view text) {
  return std::find(of(cue).begin(), of(cue).end(), text) != of(cue).end();
}

}  // namespace guanlan::outlining
