// Which names of the index a field's value means.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/columns.h"

namespace guanlan {

// The names of the field that are the value; where none is, those that contain it or one of its
// official forms (网信办 → 互联网信息办公室, enforcement by 执法). Ascending.
[[nodiscard]] std::vector<std::uint32_t> names_meant(const Columns& columns, NameField field,
                                                     std::string_view value);
// The same decision for one item's own names, for scans without an index.
[[nodiscard]] std::vector<std::string> needles(NameField field, std::string_view value);

}  // namespace guanlan
