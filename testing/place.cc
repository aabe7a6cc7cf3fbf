#include "testing/place.h"

#include <cstdlib>

namespace guanlan::testing {

std::filesystem::path root() { return GUANLAN_ROOT; }

std::filesystem::path binary() { return GUANLAN_BINARY; }

std::filesystem::path shared() {
  const char* named = std::getenv("GUANLAN_SHARED");
  return named != nullptr ? std::filesystem::path(named) : root() / "../shared";
}

}  // namespace guanlan::testing
