// What the text says of a title: issued, draft, effective, published, cited – or that it is none.
//
// Accepted, nearest word first (lexicon/statuses.tsv): 印发《…》; 就《…》公开征求意见;
// 《甲》《乙》等3项标准发布; 《…》自…起施行; 依据《…》; 《…（草案）》; 游戏《…》.
#pragma once

#include "extract/instruments/titles.h"

namespace guanlan {

enum class Status : std::uint8_t {
  none,
  issued,
  draft,
  effective,
  published,
  cited,
  not_instrument
};
[[nodiscard]] std::string_view name(
    Status status);  // "issued" …; empty for none and not_instrument

struct StatusReading {
  Status status = Status::none;
  Span cue;
};

// One reading a title, in the order of titles.all. none: nothing is said there.
[[nodiscard]] std::vector<StatusReading> read_statuses(const Passage& passage,
                                                       const Titles& titles);

// Titles named in one breath (《甲》《乙》和《丙》): index of the first and one past the last.
struct TitleGroup {
  std::size_t first = 0, last = 0;
};
[[nodiscard]] std::vector<TitleGroup> group_titles(const Passage& passage, const Titles& titles);

}  // namespace guanlan
