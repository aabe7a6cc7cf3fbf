// Markdown as archives of issues keep it: front matter, # headings, paragraphs, pipe tables.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/source.h"
#include "text/charset.h"

namespace guanlan {

// Told by the name's ending and a heading or front matter in the text.
[[nodiscard]] bool is_markdown(std::string_view text, std::string_view name);

// The marks are gone from raw: a heading is a heading, \* is *, **x** is x. Of the front matter
// title, issue and date are read; the rest of it, quotes and pictures are not part of the text.
[[nodiscard]] Result<std::vector<Source>> read_markdown(DecodedText text, std::string_view name,
                                                        const ReadOptions& options);

}  // namespace guanlan
