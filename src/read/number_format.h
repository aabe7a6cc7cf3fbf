// Number formats of spreadsheets: what a cell shows for the number it holds (ECMA-376 §18.8.30).
#pragma once

#include <string>
#include <string_view>

namespace guanlan {

// The code of a built-in format, as a Chinese Excel shows it; "General" for unknown ones.
[[nodiscard]] std::string_view builtin_format(int id);

// 0.651 under "0.0%" → 65.1%; 45383 under "yyyy/m/d" → 2024/4/1. `since_1904`: the other epoch.
[[nodiscard]] std::string show_number(double value, std::string_view code, bool since_1904 = false);

}  // namespace guanlan
