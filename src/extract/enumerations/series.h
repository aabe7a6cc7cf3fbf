// Lists without markers: what stands between 、 , ; 和, outside of 《》, “” and ().
#pragma once

#include <cstdint>
#include <vector>

#include "guanlan/passage.h"

namespace guanlan::enumerations {

// The separators of one statement.
struct Separators {
  std::vector<std::uint32_t> pauses;      // 、
  std::vector<std::uint32_t> commas;      // , and :
  std::vector<std::uint32_t> semicolons;  // ;
  std::vector<std::uint32_t> ands;        // 和 与 及 以及
  std::uint32_t begin = 0;
  std::uint32_t stop = 0;  // 。 or a line end, or the limit
};

class Series {
 public:
  explicit Series(const Passage& passage);

  // The separators from `begin` up to the end of the statement, at most to `limit`.
  [[nodiscard]] Separators split(std::uint32_t begin, std::uint32_t limit) const;
  // How many 《》 or “” stand in a row right before `end`, not before `begin`: 《…》《…》,
  // “…”、“…”.
  [[nodiscard]] int brackets_before(std::uint32_t begin, std::uint32_t end) const;
  // How many stand in a row from `begin` on: “…”“…”、“…”.
  [[nodiscard]] int brackets_from(std::uint32_t begin) const;
  // The pair that ends there; null: none does.
  [[nodiscard]] const Bracket* ending_at(std::uint32_t end) const;
  // Where the statement that holds `at` begins: behind 。 or a line end, `reach` bytes back at
  // most.
  [[nodiscard]] std::uint32_t statement_begin(std::uint32_t at, std::uint32_t reach) const;

 private:
  [[nodiscard]] std::uint32_t behind_bracket(std::uint32_t at) const;  // `at`: none begins there

  const Passage& p_;
  std::vector<Bracket>::const_iterator first_;  // of the body
};

// How many items the pauses between `begin` and `end` make.
struct Count {
  int items = 1;
  bool last_and = false;         // 和 within the last item: perhaps two items
  std::uint32_t last_begin = 0;  // of the last item
};
[[nodiscard]] inline bool fits(const Count& count, int announced) {
  return count.items == announced || (count.last_and && count.items + 1 == announced);
}
// Whether the list goes on behind the comma: 甲、乙,|以及丙.
[[nodiscard]] bool goes_on(std::string_view text, std::uint32_t comma);
[[nodiscard]] Count count_items(std::string_view text, const Separators& s, std::uint32_t begin,
                                std::uint32_t end);

}  // namespace guanlan::enumerations
