#include "guanlan/mention.h"

namespace guanlan {

std::vector<EnumerationMention> find_enumerations(const Passage&, const Mentions&) { return {}; }

}  // namespace guanlan
