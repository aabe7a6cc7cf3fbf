// Both at once, from one reading of the record: what the store's index is made of.
#pragma once

#include "guanlan/sightings.h"

namespace guanlan::sighting {

struct Looked {
  std::vector<Due> dues;
  std::vector<Sighting> sightings;
};
[[nodiscard]] Looked look_at(const SeenItem& item);

}  // namespace guanlan::sighting
