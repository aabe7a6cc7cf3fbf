#include "guanlan/mention.h"

namespace guanlan {

std::vector<CitationMention> find_citations(const Passage&, const Mentions&) { return {}; }

}  // namespace guanlan
