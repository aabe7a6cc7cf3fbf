// The caption (表题) that stands above a table.
#pragma once

#include <cstddef>
#include <optional>

#include "guanlan/source.h"

namespace guanlan {

// Which of the last lines of `source` is the caption of a table that is to follow on `page` at
// `box`: one that says so (表3.1 …, 附表 2 …), or a short one without a full stop set in the middle
// above the table. A line that gives the unit (单位：万户) may stand between.
[[nodiscard]] std::optional<std::size_t> find_table_title(const Source& source, int page,
                                                          const Box& box);

}  // namespace guanlan
