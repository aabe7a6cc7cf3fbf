#include "guanlan/sightings.h"

namespace guanlan {

const std::string& sightings_version() {
  static const std::string version = std::to_string(kSightingsVersion) + "/" + rules_version();
  return version;
}

}  // namespace guanlan
