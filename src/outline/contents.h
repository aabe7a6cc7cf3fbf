// The contents list held against the headings: an entry confirms the heading it names. The words
// may differ a little (培育 in the list, 培养 in the body).
#pragma once

#include <string_view>
#include <vector>

#include "outline/block.h"

namespace guanlan::outlining {

// Sets Block::contents. Entries and headings are matched in order, each once; linear but for a
// short window.
void match_contents(std::string_view text, const Layout& layout, std::vector<Block>& blocks);

}  // namespace guanlan::outlining
