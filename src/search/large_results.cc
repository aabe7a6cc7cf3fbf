#include "search/large_results.h"

#include <algorithm>

namespace guanlan {

std::shared_ptr<const Results> LargeResults::find(const std::string& query, FacetValues facets,
                                                  std::int64_t stamp) {
  const std::lock_guard lock(mutex_);
  if (stamp != stamp_) return nullptr;
  const auto it = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) {
    return e.query == query && (!facets || e.facets == facets);
  });
  if (it == entries_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, it);
  return it->results;
}

void LargeResults::keep(const std::string& query, FacetValues facets, std::int64_t stamp,
                        std::shared_ptr<const Results> results) {
  if (results->candidates.size() < kLarge) return;
  const std::lock_guard lock(mutex_);
  if (stamp < stamp_) return;
  if (stamp > stamp_) entries_.clear();
  stamp_ = stamp;
  std::erase_if(entries_, [&](const Entry& e) { return e.query == query; });
  entries_.push_front({query, facets, std::move(results)});
  std::size_t hits = 0;
  const auto too_many = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) {
    return (hits += e.results->candidates.size()) > kMost;
  });
  entries_.erase(too_many, entries_.end());
}

}  // namespace guanlan
