#include "guanlan/version.h"

namespace guanlan {

std::string_view version() { return GUANLAN_VERSION; }

}  // namespace guanlan
