// Captions by their shape.
#pragma once

#include <string_view>

namespace guanlan {

// 表1 …, 表 3.1 …, 表二：…, 附表2 …: a short line that names a table.
[[nodiscard]] bool is_table_caption(std::string_view text);

}  // namespace guanlan
