// Images of pages (PNG, JPEG, TIFF …): recognised through a limited child process.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/source.h"

namespace guanlan {

[[nodiscard]] Result<std::vector<Source>> read_image(std::string_view bytes, std::string_view name,
                                                     const ReadOptions& options);

}  // namespace guanlan
