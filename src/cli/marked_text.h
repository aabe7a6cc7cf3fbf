// An item's wording with its values marked in colours.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"
#include "guanlan/record.h"

namespace guanlan::cli {

// The colour in which values of a field are marked.
[[nodiscard]] Colour colour_of(std::string_view field);

// The wording whose raw pieces these are; where facts overlap, the shorter one shows. Line ends
// stay; what a terminal must not get is escaped.
[[nodiscard]] std::string marked(std::string_view raw, const std::vector<Span>& pieces,
                                 const std::vector<Fact>& facts, bool colour);

}  // namespace guanlan::cli
