// The masthead (刊头): name, issue, running number, date, sponsors, people, statement.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/outline.h"
#include "guanlan/source.h"
#include "outline/block.h"

namespace guanlan::outlining {

// From blocks [0, front).
[[nodiscard]] Masthead read_masthead(std::string_view text, const Source& source,
                                     const std::vector<Block>& blocks, std::size_t front);

}  // namespace guanlan::outlining
