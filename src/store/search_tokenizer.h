// The full-text tokenizer `guanlan` of FTS5: the terms of text/terms.h. A database whose index is
// to be read or written needs it on its connection.
#pragma once

#include "store/sqlite.h"

struct fts5_api;

namespace guanlan {

// The connection's door to FTS5; null where SQLite was built without it.
[[nodiscard]] fts5_api* fts5_of(const sqlite::Database& database);
// unsupported: SQLite was built without FTS5.
[[nodiscard]] Result<void> add_tokenizer(const sqlite::Database& database);

}  // namespace guanlan
