// Did you mean (是不是要查): queries that find something, for one that finds nothing.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "search/query.h"
#include "search/spelling.h"

namespace guanlan {

// Whole queries with the words respelled that alone find nothing. `known`: whether a condition
// alone finds anything; `count`: how many items. At most three, those with the most items first
// among equals.
[[nodiscard]] std::vector<std::string> suggestions(
    std::string_view query, const query::Node& root, Vocabulary& vocabulary,
    const std::function<bool(const query::Node&)>& known,
    const std::function<std::int64_t(const query::Node&)>& count);

}  // namespace guanlan
