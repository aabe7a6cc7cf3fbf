// Headers and row labels of tables, taken apart like the phrases of the text: time, place,
// operator, measure, unit, and the words that name an indicator.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "guanlan/passage.h"
#include "guanlan/stats.h"
#include "stats/period.h"

namespace guanlan::stats {

// What the document lends a label: the year and month of the issue, the place it speaks of.
struct Surroundings {
  const Lexicon* lexicon = nullptr;
  IssueDate issue;
  PlaceId home = kNoPlace;
};

struct Label {
  std::string words;  // folded, unit and marks taken off
  std::string name;   // what is left of them; empty: nothing
  std::string unit;   // in brackets: (亿元), (%); after 单位:
  Period period;
  PlaceId region = kNoPlace;
  std::string operator_name;
  bool names_place = false, names_operator = false, whole = false;
};
[[nodiscard]] Label read_label(std::string_view printed, const Surroundings& around);

// What a column of values holds.
struct Column {
  Label label;
  std::optional<Measure> measure;  // none: an amount, or not said
  bool rank_moves = false;         // 排名较上月变化
  bool to_date = false;            // 累计: since January
  bool this_month = false;
};
[[nodiscard]] Column read_column(std::string_view printed, const Surroundings& around);

}  // namespace guanlan::stats
