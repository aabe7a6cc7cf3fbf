// Gutters: the white between two columns of text, and what tells columns from a table.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "read/fragment.h"

namespace guanlan {

// The x in the white that most lines of `ids` share, if three lines or more do.
[[nodiscard]] std::optional<float> find_gutter(const std::vector<Fragment>& fragments,
                                               const std::vector<std::uint32_t>& ids);

// Whether two sides of x are columns of running text, to be read one after the other.
// `usual`: the document has its gutter here on other pages.
[[nodiscard]] bool are_columns(const std::vector<Fragment>& fragments,
                               const std::vector<std::uint32_t>& left,
                               const std::vector<std::uint32_t>& right, bool usual);

// Where a page's columns are parted, if six lines or more on both sides leave no doubt.
[[nodiscard]] std::optional<float> certain_gutter(const std::vector<Fragment>& fragments);

}  // namespace guanlan
