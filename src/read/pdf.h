// PDF: text with boxes from poppler's pdftotext, run as a limited child, put into reading order.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/source.h"

namespace guanlan {

// Gives exactly one Source. Pages without a text layer are recognised (ocr.h) where the options
// allow it. Errors: unsupported (password, tools not installed), damaged (nothing readable),
// io. More pages than ReadOptions::max_pages, or a time limit reached midway, is a warning.
[[nodiscard]] Result<std::vector<Source>> read_pdf(std::string_view bytes, std::string_view name,
                                                   const ReadOptions& options);

}  // namespace guanlan
