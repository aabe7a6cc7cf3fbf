#include "guanlan/mention.h"

namespace guanlan {

Bodies find_bodies(const Passage&) { return {}; }

}  // namespace guanlan
