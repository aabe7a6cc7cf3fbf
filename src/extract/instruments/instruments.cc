#include "guanlan/mention.h"

namespace guanlan {

std::vector<InstrumentMention> find_instruments(const Passage&, const Mentions&) { return {}; }

}  // namespace guanlan
