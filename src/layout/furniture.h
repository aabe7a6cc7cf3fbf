// Page furniture: page numbers, running heads and feet.
//
// A page number is `- 3 -`, `— 3 —`, `·3·`, `第3页`, `第3页 共10页`, `3/10`, `Page 3 of 10`, or a
// bare `3` that continues a count through the document. A running head repeats, digits aside, at
// the edges of pages or beside page numbers.
#pragma once

#include <string_view>
#include <vector>

#include "layout/line_view.h"

namespace guanlan {

// Sets Use::furniture; linear in the lines.
void mark_furniture(std::string_view raw, std::vector<LineView>& lines);

// How sure a line is to be a page number by its form alone, and the number.
struct PageNumber {
  enum Form { no, bare, decorated } form = no;
  int value = 0;
};
[[nodiscard]] PageNumber page_number(std::string_view folded_line);

}  // namespace guanlan
