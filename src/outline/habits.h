// Habits: what a document does throughout – how its reports end, what sets its headings off, and
// whether it is a collection of reports or one.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "outline/block.h"

namespace guanlan::outlining {

struct Habits {
  // Reports end with a source mark (…。（来源：X） or 来源：X below), or have it below the
  // headline.
  bool marked = false;
  bool front_marked = false;
  Numbering numbered = Numbering::none;  // how reports that end with marks are numbered
  bool bulleted = false;                 // headlines begin with ★ ■ ●
  std::size_t last_mark = SIZE_MAX;      // block of the last source mark that ends a report
  float font = 0;                        // of running text; 0 unknown
  bool bold = false;                     // of running text
  bool spread = false;                   // every paragraph is set off by an empty line, or none is
  // Why this is a collection of reports; empty: one report.
  std::string_view collection;
};

[[nodiscard]] Habits learn_habits(std::string_view text, const Layout& layout,
                                  const std::vector<Block>& blocks, std::string_view title);

// A count that a heading announces: 十大亮点 → 10; 0: none.
[[nodiscard]] int announced_count(std::string_view words);

// How many headings of the style of blocks[first], counting up from it by one.
[[nodiscard]] std::size_t sequence_length(const std::vector<Block>& blocks, std::size_t first);

// Set in a larger size than the running text, or by the format a heading.
[[nodiscard]] bool set_as_heading(const Habits& habits, const Block& block);

}  // namespace guanlan::outlining
