// Counts the candidates by kind, region, authority, outlet, month and sanction.
#pragma once

#include <vector>

#include "guanlan/search.h"
#include "search/columns.h"
#include "search/evaluate.h"

namespace guanlan {

[[nodiscard]] std::vector<Facet> count_facets(const std::vector<Candidate>& candidates,
                                              const Columns& columns, std::size_t most);

}  // namespace guanlan
