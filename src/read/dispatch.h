// Readers that contain files (mail) read them through this.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/source.h"

namespace guanlan {

inline constexpr int kMaxNesting = 4;

// read_bytes, `depth` containers deep. damaged: nested deeper than kMaxNesting.
[[nodiscard]] Result<std::vector<Source>> read_nested(std::string_view bytes, std::string_view name,
                                                      const ReadOptions& options, int depth);

}  // namespace guanlan
