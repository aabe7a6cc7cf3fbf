// The words of statistical prose by class (lexicon/stats/words.tsv; its head says what each is).
#pragma once

#include <cstdint>
#include <string_view>

namespace guanlan::stats {

enum class Cue : std::uint8_t {
  lead,
  home,
  nation,
  located,
  zone,
  part,
  everyone,
  topic_end,
  verb,
  approx,
  added,
  issued,
  handled,
  exist,
  direction,
  level,
  growth,
  versus,
  base,
  compared,
  average,
  rank_verb,
  first,
  share,
  share_end,
  share_name,
  head,
  rate,
  list_head,
  flow,
  contribution,
  before_date,
  after_date,
  own,
  join,
  gloss,
  about,
  no_value,
  number_of,
  rank_name,
  listed,
  unit_of,
  to_date,
  this_month,
  time_label,
  whole,
  count_,
};

struct Word {
  std::string_view text;   // empty: none
  std::string_view value;  // the column `value`

  explicit operator bool() const { return !text.empty(); }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text.size()); }
};

// The longest word of the class that `text` begins or ends with.
[[nodiscard]] Word prefix(Cue cue, std::string_view text);
[[nodiscard]] Word suffix(Cue cue, std::string_view text);
[[nodiscard]] bool is(Cue cue, std::string_view text);
// The word of the class that stands last in `text` (the longest one there) and where it begins.
struct Found {
  Word word;
  std::uint32_t at = 0;

  explicit operator bool() const { return static_cast<bool>(word); }
  [[nodiscard]] std::uint32_t end() const { return at + word.size(); }
};
[[nodiscard]] Found last(Cue cue, std::string_view text);
[[nodiscard]] Found first(Cue cue, std::string_view text);

}  // namespace guanlan::stats
