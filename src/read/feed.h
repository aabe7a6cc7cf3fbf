// RSS 0.9x/1.0/2.0 and Atom: every entry becomes a Source, its content read as HTML.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/source.h"
#include "text/charset.h"

namespace guanlan {

// A feed without entries gives none. damaged: not well-formed, entity declarations.
[[nodiscard]] Result<std::vector<Source>> read_feed(DecodedText text, std::string_view name,
                                                    const ReadOptions& options);

}  // namespace guanlan
