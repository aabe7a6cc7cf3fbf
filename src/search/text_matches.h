// Asks the full-text table which items match, and how often each phrase stands in them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/query.h"
#include "store/sqlite.h"

namespace guanlan {

// The items that match, in the order of their keys, with a weight per phrase: how often it stands
// in the body, and three times as much for the title.
struct TextMatches {
  std::vector<std::uint32_t> items;
  std::vector<std::uint8_t> weights;  // phrases a row
  std::size_t phrases = 0;
};

// Whether a condition can be asked of the full-text table as a whole.
[[nodiscard]] bool is_textual(const query::Node& node);
// The same condition in FTS5's language.
[[nodiscard]] std::string match_expression(const query::Node& node);

// Readies a connection for match(); once for each.
[[nodiscard]] Result<void> add_collector(const sqlite::Database& database);
[[nodiscard]] Result<void> match(const sqlite::Database& database, const std::string& expression,
                                 KeyRange keys, TextMatches& out);
// Whether there is one; false also where the database fails.
[[nodiscard]] bool any_match(const sqlite::Database& database, const std::string& expression);
inline constexpr KeyRange kAllKeys{0, std::numeric_limits<std::int64_t>::max()};

}  // namespace guanlan
