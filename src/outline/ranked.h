// Reads a collection whose format says how deep each heading stands (h1…h6, Word's heading styles,
// # … of Markdown, the bookmarks of a PDF): the levels are the outline.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "outline/title_lines.h"
#include "outline/tree.h"

namespace guanlan::outlining {

// The level of the headings that are reports: the deepest one, where none of its headings counts or
// all count from one, and either most stand over text that a source mark ends, or, in what is known
// as a collection, over text while the headings above have nothing but a lead. 0: the format does
// not tell.
[[nodiscard]] int report_level(const std::vector<Block>& blocks, bool collection);

struct Ranked {
  Tree tree;
  std::size_t front = 0;  // blocks before the first heading: the masthead
};
// `title`: the lines that name the document; as its only heading of their level they are no part.
[[nodiscard]] Ranked read_ranked(const std::vector<Block>& blocks, int level,
                                 const TitleLines& title);

}  // namespace guanlan::outlining
