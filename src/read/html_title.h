// The title of a page, and the lines around it.
#pragma once

#include <string>
#include <vector>

#include "read/html_lines.h"
#include "read/html_meta.h"

namespace guanlan::html {

struct Heading {
  std::string title;
  float font_size = 0;
  bool print = false;                // false: the article opens with these words anyway
  std::vector<std::size_t> used;     // lines of the article that title and bylines take, ascending
  std::vector<std::size_t> bylines;  // lines of the page, in order
  std::string number;                // document number printed outside the article; may be empty
};

// Looks at the lines just before the article and at its opening. The title is the line that the
// page's own metadata names; else <h1>; else what the metadata says.
[[nodiscard]] Heading find_heading(const Page& page, const std::vector<std::size_t>& article,
                                   const Meta& meta);

// How many of the first lines together spell the title, no more and no less; 0: they do not.
[[nodiscard]] std::size_t opening_with(const Page& page, const std::vector<std::size_t>& lines,
                                       std::string_view title);

}  // namespace guanlan::html
