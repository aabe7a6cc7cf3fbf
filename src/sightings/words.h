// The words of this module: lexicon/track/*.tsv.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace guanlan::sighting {

// The first column of the rows of lexicon/track/<table>.tsv whose second is `kind`, longest first.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view table, std::string_view kind);

// The third column of a word's row; empty: it has none.
[[nodiscard]] std::string_view third_column(std::string_view table, std::string_view word);

// The longest of `words` that `text` ends (begins) with; empty: none.
[[nodiscard]] std::string_view ending(std::string_view text,
                                      const std::vector<std::string_view>& words);
[[nodiscard]] std::string_view beginning(std::string_view text,
                                         const std::vector<std::string_view>& words);

// What of `text` stands behind the last of the marks: of a clause what has been said of it.
[[nodiscard]] std::string_view behind_last(std::string_view text,
                                           std::span<const std::string_view> marks);

}  // namespace guanlan::sighting
