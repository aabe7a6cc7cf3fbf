// CSV (RFC 4180) with any delimiter of , tab ; |: tables below one another, titles and notes.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/source.h"
#include "text/charset.h"

namespace guanlan {

[[nodiscard]] Result<std::vector<Source>> read_csv(DecodedText text, std::string_view name,
                                                   const ReadOptions& options);

}  // namespace guanlan
