#include "stats/values.h"

#include <algorithm>

#include "stats/words.h"

namespace guanlan::stats {

std::vector<Amount> Values::in(Span clause) {
  std::vector<Amount> out;
  const auto& all = view_.amounts;
  while (next_amount_ < all.size() && all[next_amount_].span.begin < clause.begin) ++next_amount_;
  for (; next_amount_ < all.size() && clause.contains(all[next_amount_].span); ++next_amount_) {
    const Amount& amount = all[next_amount_];
    if (out.empty() || out.back().span.end <= amount.span.begin) out.push_back(amount);
  }
  std::uint32_t reach = 0;  // of the brackets that are part of a name or explain
  std::erase_if(out, [&](const Amount& a) {
    const auto& brackets = view_.passage->brackets;
    for (; next_bracket_ < brackets.size() && precedes(brackets[next_bracket_], a);
         ++next_bracket_) {
      const Bracket& b = brackets[next_bracket_];
      if (b.mark == Mark::paren && b.span.begin >= clause.begin)
        reach = std::max(reach, b.span.end);
    }
    return a.span.end <= reach;
  });
  return out;
}

bool in_series(const View& view, const Amount& left, const Amount& right) {
  if (left.ordinal != right.ordinal || left.percent() != right.percent()) return false;
  std::string_view gap = view.of({left.span.end, right.span.begin});
  if (gap.ends_with(" ")) gap.remove_suffix(1);
  return gap == "、" || gap == "和" || gap == "及" || gap == "与" || gap == "以及";
}

void share_unit(std::span<Amount> series) {
  const std::string& unit = series.back().unit;
  for (Amount& value : series.first(series.size() - 1)) {
    if (unit.starts_with(value.unit)) value.unit = unit;
  }
}

Span words_after(const View& view, const Amount& value, Span clause) {
  Span after{value.span.end, clause.end};
  for (;;) {
    const std::string_view words = view.of(after);
    std::uint32_t size = prefix(Cue::about, words).size();
    if (size == 0 && words.starts_with(" ")) size = 1;
    if (const Bracket* b = words.starts_with("(") ? view.paren_at(after.begin) : nullptr) {
      size = b->span.end <= after.end ? b->span.size() : 0;
    }
    if (size == 0) return after;
    after.begin += size;
  }
}

bool goes_on(std::string_view words) {
  if (words.empty()) return true;
  for (const Cue cue : {Cue::share, Cue::share_name, Cue::compared, Cue::versus, Cue::rank_verb}) {
    if (prefix(cue, words)) return true;
  }
  for (const std::string_view joint : {"、", "和", "及", "与", "。", "”", "以及"}) {
    if (words.starts_with(joint)) return true;
  }
  return false;
}

}  // namespace guanlan::stats
