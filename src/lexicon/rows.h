// Data files that are compiled in (lexicon/**/*.tsv) as rows of cells.
#pragma once

#include <string_view>
#include <vector>

namespace guanlan {

// The rows of an embedded file below the one that names the columns; comments and blank lines are
// left out. Every row has as many cells as the file has columns.
[[nodiscard]] std::vector<std::vector<std::string_view>> rows_of(std::string_view path);

// The pieces of `text` between marks.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char mark);

}  // namespace guanlan
