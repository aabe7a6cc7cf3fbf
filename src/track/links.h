// Looks for links of the subjects that are new since it last looked. One transaction.
#pragma once

#include "guanlan/result.h"
#include "guanlan/sightings.h"
#include "store/sqlite.h"

namespace guanlan::tracking {

[[nodiscard]] Result<void> propose_links(const sqlite::Database& database);

// Looks again at the other links of the two subjects of a link that was accepted or undone: where
// one of two that fit is not it, the other is alone.
[[nodiscard]] Result<void> settle_links(const sqlite::Database& database, SubjectType type,
                                        std::int64_t link);

}  // namespace guanlan::tracking
