#include "guanlan/mention.h"

namespace guanlan {

std::vector<IdentifierMention> find_identifiers(const Passage&) { return {}; }

}  // namespace guanlan
