// XLSX: the tables of a workbook as they show – number formats applied, merged cells kept.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/source.h"

namespace guanlan {

// Hidden sheets are left out and reported; a formula without a stored value gives an empty cell
// and a warning that names it.
[[nodiscard]] Result<std::vector<Source>> read_xlsx(std::string_view bytes, std::string_view name,
                                                    const ReadOptions& options);

}  // namespace guanlan
