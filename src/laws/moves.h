// Keeps in the database which provision of a version is which of the next one (alignment.h), so
// that a lookup reads it and computes nothing.
#pragma once

#include <cstdint>
#include <optional>

#include "guanlan/result.h"
#include "store/sqlite.h"

namespace guanlan {

inline constexpr const char* kMovesSchema = R"sql(
CREATE TABLE IF NOT EXISTS law_pair(  -- versions that follow each other and were compared
  older INTEGER NOT NULL REFERENCES law(id) ON DELETE CASCADE,
  newer INTEGER PRIMARY KEY REFERENCES law(id) ON DELETE CASCADE);
CREATE TABLE IF NOT EXISTS law_move(
  newer INTEGER NOT NULL REFERENCES law_pair(newer) ON DELETE CASCADE,
  newer_ord INTEGER NOT NULL,
  older INTEGER NOT NULL,
  older_ord INTEGER NOT NULL,
  likeness REAL NOT NULL,
  PRIMARY KEY(newer, newer_ord)) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS law_move_by_older ON law_move(older, older_ord);
)sql";

// Compares the versions that follow each other and were not compared yet; what a version between
// two others parts is forgotten. Within the caller's transaction.
[[nodiscard]] Result<void> keep_moves(const sqlite::Database& database);

struct Move {
  std::int64_t law = 0, ord = 0;
  double likeness = 0;
};
// What the provision was in the version before (is in the next one); nothing: it has none there.
[[nodiscard]] Result<std::optional<Move>> moved_from(const sqlite::Database& database,
                                                     std::int64_t law, std::int64_t ord);
[[nodiscard]] Result<std::optional<Move>> moved_to(const sqlite::Database& database,
                                                   std::int64_t law, std::int64_t ord);

}  // namespace guanlan
