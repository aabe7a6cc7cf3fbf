// The values (数值) of a clause: which amounts they are, which of them are one series, what stands
// behind them.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "stats/view.h"

namespace guanlan::stats {

// Asked clause by clause in the order of the text. Linear over all clauses.
class Values {
 public:
  explicit Values(const View& view) : view_(view) {}

  // Without those in brackets that are part of a name or explain.
  [[nodiscard]] std::vector<Amount> in(Span clause);

 private:
  [[nodiscard]] bool precedes(const Bracket& bracket, const Amount& amount) const {
    return !view_.passage->body.contains(bracket.span) || bracket.span.begin < amount.span.begin;
  }

  const View& view_;
  std::size_t next_amount_ = 0, next_bracket_ = 0;
};

// 75.5万户、51.2万户和24.3万户: `right` stands in a list with `left`.
[[nodiscard]] bool in_series(const View& view, const Amount& left, const Amount& right);

// 7152万、15435万户; 2.3个、2.4个和3.2个百分点: gives all the unit that only the last has in full.
void share_unit(std::span<Amount> series);

// The words behind a value up to the end of its clause; 左右 and brackets that explain are none.
[[nodiscard]] Span words_after(const View& view, const Amount& value, Span clause);

// Whether words may follow a value without being what it counts.
[[nodiscard]] bool goes_on(std::string_view words);

}  // namespace guanlan::stats
