// Which items name which laws and articles, from the columns.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/search.h"
#include "search/columns.h"

namespace guanlan {

// By law and article; as Search::law_uses.
[[nodiscard]] std::vector<LawUse> uses_of_laws(const Columns& columns, std::string_view key);

}  // namespace guanlan
