#include "guanlan/mention.h"

namespace guanlan {

std::vector<QuantityMention> find_quantities(const Passage&, const Mentions&) { return {}; }

}  // namespace guanlan
