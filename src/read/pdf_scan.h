// Pages of a PDF whose words are in a picture.
#pragma once

#include <vector>

#include "guanlan/source.h"
#include "read/child.h"
#include "read/page_source.h"

namespace guanlan {

// Pages without words, with little but a picture, or whose words are rubbish (a font without a
// character map) are recognised and put in place. What could not be is told in source.warnings.
// unsupported: no page has words, and recognition is switched off or not installed.
[[nodiscard]] Result<void> read_scanned_pages(const AnonymousFile& file, const ReadOptions& options,
                                              std::vector<PageInput>& pages, Source& source);

}  // namespace guanlan
