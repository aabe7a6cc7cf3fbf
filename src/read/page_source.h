// Pages of words become a Source: tables, furniture, reading order, raw text with its boxes.
#pragma once

#include <vector>

#include "guanlan/source.h"
#include "read/bookmarks.h"
#include "read/rulings.h"
#include "read/word.h"

namespace guanlan {

struct PageInput {
  PageWords words;
  Rulings rulings;                  // empty: not looked for
  std::vector<Bookmark> bookmarks;  // that lead to this page
};

// Whether a page shows rows of short pieces, so that it is worth looking for rulings.
[[nodiscard]] bool may_hold_table(const PageWords& page);

// Appends the lines of all pages to `source` (raw, lines, boxes, tables). Near linear.
void add_pages(const std::vector<PageInput>& pages, Source& source);

}  // namespace guanlan
