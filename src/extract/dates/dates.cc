#include "guanlan/mention.h"

namespace guanlan {

Dates find_dates(const Passage&) { return {}; }

}  // namespace guanlan
