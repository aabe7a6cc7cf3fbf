#include "guanlan/mention.h"

namespace guanlan {

std::vector<NameMention> find_apps(const Passage&, const Mentions&) { return {}; }

}  // namespace guanlan
