// XLSX: every visible sheet, cells as they are shown, merged cells, cached values of formulas.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/source.h"

namespace guanlan {

[[nodiscard]] Result<std::vector<Source>> read_xlsx(std::string_view bytes, std::string_view name,
                                                    const ReadOptions& options);

}  // namespace guanlan
