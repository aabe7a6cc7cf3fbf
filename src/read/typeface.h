// Typefaces: which words of a page are set in a dark face, as headings are.
#pragma once

#include <string_view>
#include <vector>

#include "read/word.h"

namespace guanlan {

// Marks words by the output of `pdftohtml -xml -fontfullname`: bold by the font's flag or name, or
// a face that Chinese typesetting uses for headings (黑体, 小标宋). Where most of the text is in
// dark faces, only what the font itself calls bold is marked. `pages`: the same pages, in order.
void mark_bold(std::string_view xml, std::vector<PageWords>& pages);

}  // namespace guanlan
