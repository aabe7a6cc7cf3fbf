// What a query of very many hits gave, kept until something is stored: its next page and the same
// words asked again need not go through a million hits. Any thread may ask.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "guanlan/search.h"
#include "search/evaluate.h"

namespace guanlan {

struct Results {
  std::vector<Candidate> candidates;
  std::vector<Facet> facets;  // of the candidates, where they were asked for
};

class LargeResults {
 public:
  using FacetValues = std::optional<std::size_t>;  // that are wanted; none: no facets

  // Null: not kept.
  [[nodiscard]] std::shared_ptr<const Results> find(const std::string& query, FacetValues facets,
                                                    std::int64_t stamp);
  // Small ones are not kept, nor those of an older state.
  void keep(const std::string& query, FacetValues facets, std::int64_t stamp,
            std::shared_ptr<const Results> results);

 private:
  static constexpr std::size_t kLarge = 20'000;    // hits
  static constexpr std::size_t kMost = 4'000'000;  // hits of all that are kept
  struct Entry {
    std::string query;
    FacetValues facets;
    std::shared_ptr<const Results> results;
  };
  std::mutex mutex_;
  std::int64_t stamp_ = -1;
  std::list<Entry> entries_;  // the latest first
};

}  // namespace guanlan
