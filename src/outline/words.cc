#include "outline/words.h"

#include <array>

#include "lexicon/frame_table.h"

namespace guanlan::outlining {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Cue::count_)> kClasses = {
    "source",     "source_within", "source_end",
    "credit",     "lead",          "keywords",
    "statement",  "contents",      "meta",
    "trailer",    "back",          "sponsor",
    "role",       "office",        "part_end",
    "notice",     "digest",        "highlights",
    "event_end",  "statistics",    "front_continued",
    "common_end", "download",      "topic",
    "dateline",   "opener",        "link"};

const FrameTable<Cue>& table() {
  static const FrameTable<Cue> words("lexicon/frame/outline.tsv", kClasses);
  return words;
}

}  // namespace

std::string_view prefix(Cue cue, std::string_view text) {
  return text.substr(0, table().at(text, 0, cue));
}

bool begins_with(Cue cue, std::string_view text) { return table().at(text, 0, cue) != 0; }

bool ends_with(Cue cue, std::string_view text) {
  return table().before(text, text.size(), cue) != 0;
}

bool has(Cue cue, std::string_view text) { return table().holds(text, cue); }

bool is(Cue cue, std::string_view text) { return table().is_one(text, cue); }

}  // namespace guanlan::outlining
