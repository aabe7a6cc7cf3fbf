#include "guanlan/passage.h"

namespace guanlan {

PlacedHits::PlacedHits(Span part, std::vector<Hit> hits) : part_(part), hits_(std::move(hits)) {
  first_.resize(part.size() / kBlock + 1);
  std::uint32_t block = 0;
  for (std::uint32_t i = 0; i < hits_.size(); ++i) {
    for (const std::uint32_t own = (hits_[i].span.begin - part.begin) / kBlock; block <= own;
         ++block)
      first_[block] = i;
  }
  for (; block < first_.size(); ++block) first_[block] = static_cast<std::uint32_t>(hits_.size());
}

}  // namespace guanlan
