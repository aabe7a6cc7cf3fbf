// Learns the dictionary of a database (item_dictionary.h) and packs its items with it.
#pragma once

#include <cstdint>
#include <functional>

#include "guanlan/result.h"
#include "store/sqlite.h"

namespace guanlan {

// Once a database has kEnoughItems, and inside the transaction of the caller; does nothing before
// and afterwards.
inline constexpr std::int64_t kEnoughItems = 500;
[[nodiscard]] Result<void> learn_items(
    const sqlite::Database& database,
    const std::function<void(std::int64_t done, std::int64_t all)>& progress = {});

}  // namespace guanlan
