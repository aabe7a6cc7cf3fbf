// Which items an address asks for: words and filters as one query of docs/search.md.
#pragma once

#include <string>
#include <vector>

#include "serve/route.h"

namespace guanlan::serve {

// invalid: a date or the query; the place of an error in the query is one in what the reader typed.
[[nodiscard]] Result<std::string> query_of(const Exchange& exchange);
// The parameters that it reads.
[[nodiscard]] std::vector<Parameter> item_filters();

}  // namespace guanlan::serve
