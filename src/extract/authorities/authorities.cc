#include "guanlan/mention.h"

namespace guanlan {

std::vector<AuthorityMention> find_authorities(const Passage&, const Mentions&) { return {}; }

}  // namespace guanlan
