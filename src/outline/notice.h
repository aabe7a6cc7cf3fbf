// A single notice, article or ruling: one title, its body with signature and annexes.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/outline.h"
#include "guanlan/source.h"
#include "outline/habits.h"
#include "outline/title_lines.h"

namespace guanlan::outlining {

// The whole document as one item; nothing where it has no words.
void read_notice(std::string_view text, const Source& source, const std::vector<Block>& blocks,
                 const Habits& habits, Issue& issue);

// Used to tell collections, too.
[[nodiscard]] TitleLines find_title(std::string_view text, const Source& source,
                                    const std::vector<Block>& blocks, const Habits& habits);

}  // namespace guanlan::outlining
