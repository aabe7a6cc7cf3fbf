// HTML: the article of a page, or a fragment (feed entry, mail body), as lines and tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guanlan/source.h"
#include "read/line_writer.h"
#include "text/charset.h"

namespace guanlan {

// The title comes first as a heading, unless the article opens with the same words; lines beside
// the title (发布时间, 来源) follow as furniture.
[[nodiscard]] Result<std::vector<Source>> read_html(DecodedText text, std::string_view name,
                                                    const ReadOptions& options);

// Everything in a piece of HTML but links like 阅读全文 at its end. `title`, if not empty, comes
// first as a heading unless the piece opens with it.
[[nodiscard]] Result<void> write_html_fragment(std::string_view html, std::string_view title,
                                               LineWriter& writer);

// The words of a piece of HTML in one line.
[[nodiscard]] std::string html_words(std::string_view html);

}  // namespace guanlan
