// Looks for links of the subjects that are new since it last looked. One transaction.
#pragma once

#include "guanlan/result.h"
#include "store/sqlite.h"

namespace guanlan::tracking {

[[nodiscard]] Result<void> propose_links(const sqlite::Database& database);

}  // namespace guanlan::tracking
