// Pages of words become a Source: reading order, tables, furniture, raw text with its boxes.
#pragma once

#include <vector>

#include "guanlan/source.h"
#include "read/word.h"

namespace guanlan {

// Appends the lines of all pages to `source` (raw, lines, boxes, tables).
void add_pages(const std::vector<PageWords>& pages, Source& source);

}  // namespace guanlan
