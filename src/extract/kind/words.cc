#include "extract/kind/words.h"

#include <array>
#include <string>

#include "extract/around.h"
#include "lexicon/frame_table.h"
#include "lexicon/rows.h"

namespace guanlan::kind {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Told::count_)> kTold = {
    "penalty",  "told-of",       "adopts",      "law",      "publishes", "finding",  "report",
    "figure",   "warns",         "warning",     "danger",   "special",   "launches", "sum",
    "one-case", "post",          "event",       "speaks",   "gathering", "manner",   "puts-to-use",
    "body",     "special-paper", "interprets",  "own-news", "drive",     "started",  "notice",
    "convenes", "session",       "takes-place", "press",    "tasks",     "no-tasks", "period",
    "deed",     "indicator",     "opens",       "aside"};

struct Paper {
  std::string_view words, kind;
  enum class At : std::uint8_t { begin, end, any } at{};
};

std::vector<Paper> load_papers() {
  std::vector<Paper> papers;
  for (const auto& row : rows_of("lexicon/kind/papers.tsv")) {
    const auto at = row[1] == "begin" ? Paper::At::begin
                    : row[1] == "end" ? Paper::At::end
                                      : Paper::At::any;
    papers.push_back({row[0], row[2], at});
  }
  return papers;
}

bool tells(const Paper& paper, std::string_view title) {
  switch (paper.at) {
    case Paper::At::begin:
      return title.starts_with(paper.words);
    case Paper::At::end:
      return title.ends_with(paper.words);
    default:
      return holds_word(title, paper.words);
  }
}

}  // namespace

const std::vector<std::string_view>& words_of(Told cls) {
  static const FrameTable<Told> table("lexicon/kind/words.tsv", kTold);
  return table.words(cls);
}

bool holds(std::string_view text, Told cls) { return around::holds_any(text, words_of(cls)); }

bool ends_with(std::string_view text, Told cls) {
  return around::ends_any(text, static_cast<std::uint32_t>(text.size()), words_of(cls)) != 0;
}

const std::vector<Heading>& heading_words() {
  static const auto all = [] {
    std::vector<Heading> words;
    for (const auto& row : rows_of("lexicon/kind/headings.tsv"))
      words.push_back({row[0], row[1], std::stod(std::string(row[2]))});
    return words;
  }();
  return all;
}

std::string_view paper_kind(std::string_view title) {
  static const std::vector<Paper> papers = load_papers();
  while (title.ends_with(")")) {  // (征求意见稿), (2024年)
    const auto open = title.rfind('(');
    if (open == std::string_view::npos) break;
    title = title.substr(0, open);
  }
  for (const Paper& paper : papers) {
    if (tells(paper, title)) return paper.kind;
  }
  return "legislation";
}

}  // namespace guanlan::kind
