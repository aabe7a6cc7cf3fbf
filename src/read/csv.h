// CSV and its kin (RFC 4180; tab, semicolon, bar as well): rows below one another become tables.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/source.h"
#include "read/cell_grid.h"
#include "text/charset.h"

namespace guanlan {

// Fields of quoted and unquoted records; a quote that is never closed ends with the text.
[[nodiscard]] CellGrid parse_csv(std::string_view text, char delimiter);

[[nodiscard]] Result<std::vector<Source>> read_csv(DecodedText text, std::string_view name,
                                                   const ReadOptions& options);

}  // namespace guanlan
