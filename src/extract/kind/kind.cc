#include "guanlan/mention.h"

namespace guanlan {

void find_kind(const Passage&, Mentions& done) { done.kind = "other"; }

}  // namespace guanlan
