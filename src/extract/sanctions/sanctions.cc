#include "guanlan/mention.h"

namespace guanlan {

std::vector<SanctionMention> find_sanctions(const Passage&, const Mentions&) { return {}; }

}  // namespace guanlan
