// `guanlan search --batch LIST`: a pasted list of names or queries, one a line.
#pragma once

#include <functional>
#include <string>

#include "cli/app.h"
#include "guanlan/search.h"

namespace guanlan::cli {

// `narrow` puts the filters of the options to a line's query. The exit code.
int search_batch(const Call& call, Search& index, const SearchRequest& base,
                 const std::function<std::string(const std::string&)>& narrow);

}  // namespace guanlan::cli
