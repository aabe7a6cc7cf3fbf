// The raw text of a line of words: blanks are put in where the page shows one.
#pragma once

#include <string>
#include <vector>

#include "read/fragment.h"
#include "read/reading_order.h"

namespace guanlan {

// Between Chinese characters a blank stands for a gap of a fifth of a character or more, unless
// the whole line is letter-spaced (字间距加大) or spread to fill its measure; beside Latin letters
// and digits, for a seventh. A drop capital is glued to what follows.
[[nodiscard]] std::string line_text(const PageWords& page, const std::vector<Fragment>& fragments,
                                    const OrderedLine& line);

// The same for words in a row, left to right.
[[nodiscard]] std::string words_text(const PageWords& page,
                                     const std::vector<std::uint32_t>& words);

}  // namespace guanlan
