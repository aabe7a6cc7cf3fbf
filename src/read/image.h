// Images of pages (PNG, JPEG, TIFF …): recognised through limited child processes.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/source.h"

namespace guanlan {

// Gives exactly one Source of Format::scan. Errors: unsupported (no tesseract; recognition switched
// off), damaged (no image), io. An image without any text is a Source without lines and a warning.
[[nodiscard]] Result<std::vector<Source>> read_image(std::string_view bytes, std::string_view name,
                                                     const ReadOptions& options);

}  // namespace guanlan
