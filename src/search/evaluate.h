// Answers a query tree: which items, and how well their text fits.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "guanlan/search.h"
#include "search/columns.h"
#include "search/query.h"
#include "store/sqlite.h"

namespace guanlan {

struct Candidate {
  std::uint32_t item = 0;
  float score = 0;
};

// Every item that fulfils the query, in no certain order.
[[nodiscard]] Result<std::vector<Candidate>> evaluate(const query::Node& root,
                                                      const Columns& columns,
                                                      const sqlite::Database& database);

}  // namespace guanlan
