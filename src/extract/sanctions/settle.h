// What an item's sanctions come to: one per type and target, no general word beside what it
// consisted in.
#pragma once

#include <vector>

#include "guanlan/mention.h"

namespace guanlan::sanctions {

void settle(std::vector<SanctionMention>& list);

}  // namespace guanlan::sanctions
