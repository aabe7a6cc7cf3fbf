// Search without an index: every text is read from end to end for every query. Slow, obvious, and
// what the index is held against.
#pragma once

#include <memory>

#include "guanlan/search.h"
#include "guanlan/store.h"

namespace guanlan::testing {

// Answers total and hits (by date, no snippets, no facets). The store must outlive it.
[[nodiscard]] std::unique_ptr<Search> scan_search(const Store& store);

}  // namespace guanlan::testing
