// From the tree of headings to parts and items.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/outline.h"
#include "outline/habits.h"
#include "outline/tree.h"

namespace guanlan::outlining {

// A numbered heading is an item when it has text of its own or only sub-reports below it
// （1） ① 案例一; where reports end with marks, when it is of the kind that they end. One that only
// holds others is a part.
void build_items(std::string_view text, const std::vector<Block>& blocks, const Habits& habits,
                 const Tree& tree, Issue& issue);

// An item from its heading and body blocks [first, end): marks, bylines and credits taken off.
struct Extent {
  Span title;
  std::string number;
  std::size_t first = 0, end = 0;
  std::vector<std::size_t> marks;
};
[[nodiscard]] Item make_item(std::string_view text, const std::vector<Block>& blocks,
                             const Extent& extent);

// Where back matter (联系方式, 编辑部 …) begins among blocks [first, end); `end` where none does.
[[nodiscard]] std::size_t back_matter(std::string_view text, const std::vector<Block>& blocks,
                                      std::size_t first, std::size_t end);

}  // namespace guanlan::outlining
