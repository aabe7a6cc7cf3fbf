// Observations in the database: added with their file, never overwritten.
#pragma once

#include "guanlan/store.h"
#include "store/work.h"

namespace guanlan {

// Part of the transaction that stores the file. What an earlier reading of the same file had and
// this one has not is marked as withdrawn; what both have keeps its id.
void put_observations(sqlite::Work& work, const sqlite::Database& database, std::int64_t document,
                      const Reading& reading, const std::string& now);

}  // namespace guanlan
