// Which hits names are made of: stoppers (lexicon/README.md) take away words that only look like
// one.
#pragma once

#include <span>
#include <vector>

#include "guanlan/passage.h"

namespace guanlan {

// A stopper takes a hit that lies in it, or begins behind its first character and before its end.
[[nodiscard]] std::vector<Hit> without_stopped(std::span<const Hit> hits,
                                               const WordTable& stoppers);

}  // namespace guanlan
