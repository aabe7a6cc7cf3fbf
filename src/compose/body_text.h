// The text of an item: paragraphs joined by '\n', a table as neighbouring lines `| a | b |`. A bar
// in a cell stands as `\|`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guanlan::compose {

[[nodiscard]] bool is_row(std::string_view line);
// `| a | b |`
[[nodiscard]] std::string row_text(const std::vector<std::string>& cells);
// | --- | --- |
[[nodiscard]] std::string ruler(std::size_t columns);

// The text of a record, whose rows have their cells parted by tabs (docs/record.md), as an item has
// it: rows of as many cells make a table, a header set again where a page began goes, and a title
// over all columns becomes the paragraph above.
[[nodiscard]] std::string with_tables(std::string_view record_body);

// A line of the text, or the neighbouring rows of a table without its ruler.
struct Stretch {
  std::string_view line;
  std::vector<std::vector<std::string>> rows;  // empty: a line
  std::size_t begin = 0;                       // in the text
};
[[nodiscard]] std::vector<Stretch> stretches(std::string_view body);
// As one reads it aloud: cells parted by blanks, no bars.
[[nodiscard]] std::string words_of(std::string_view body);

}  // namespace guanlan::compose
