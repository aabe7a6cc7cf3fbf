#include "lexicon/embedded.h"

extern "C" {
extern const guanlan::EmbeddedFile guanlan_embedded[];
extern const std::uint64_t guanlan_embedded_count;
}

namespace guanlan {

std::span<const EmbeddedFile> embedded_files() {
  return {guanlan_embedded, guanlan_embedded_count};
}

}  // namespace guanlan
