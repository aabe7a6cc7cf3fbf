#include "laws/moves.h"

#include <utility>
#include <vector>

#include "laws/alignment.h"
#include "store/work.h"

namespace guanlan {
namespace {

using Pair = std::pair<std::int64_t, std::int64_t>;  // older, newer

std::vector<Pair> pairs_to_compare(sqlite::Work& work) {
  std::vector<Pair> out;
  work.rows(
      "SELECT older, newer FROM (SELECT lag(id) OVER (PARTITION BY key ORDER BY version, id) AS "
      "older, id AS newer FROM law) WHERE older IS NOT NULL "
      "EXCEPT SELECT older, newer FROM law_pair ORDER BY newer",
      [&](const sqlite::Statement& row) {
        out.emplace_back(row.integer(0), row.integer(1));
        return true;
      });
  return out;
}

std::vector<Provision> provisions_of(sqlite::Work& work, std::int64_t law) {
  std::vector<Provision> out;
  work.rows(
      "SELECT number, text FROM provision WHERE law = ? ORDER BY ord",
      [&](const sqlite::Statement& row) {
        out.push_back({std::string(row.text(0)), {}, std::string(row.text(1))});
        return true;
      },
      law);
  return out;
}

void keep(sqlite::Work& work, const Pair& pair) {
  const auto& [older, newer] = pair;
  work.run("DELETE FROM law_pair WHERE newer = ? OR older = ?", newer, older);
  work.run("INSERT INTO law_pair(older, newer) VALUES(?,?)", older, newer);
  for (const Correspondence& c : correspond(provisions_of(work, older), provisions_of(work, newer)))
    work.run("INSERT INTO law_move(newer, newer_ord, older, older_ord, likeness) VALUES(?,?,?,?,?)",
             newer, static_cast<std::int64_t>(c.newer), older, static_cast<std::int64_t>(c.older),
             sqlite::Real{c.likeness});
}

Result<std::optional<Move>> one(const sqlite::Database& database, std::string_view sql,
                                std::int64_t law, std::int64_t ord) {
  std::optional<Move> out;
  sqlite::Work work(database);
  work.rows(
      sql,
      [&](const sqlite::Statement& row) {
        out = {row.integer(0), row.integer(1), row.real(2)};
        return false;
      },
      law, ord);
  return work.give(out);
}

}  // namespace

Result<void> keep_moves(const sqlite::Database& database) {
  sqlite::Work work(database);
  for (const Pair& pair : pairs_to_compare(work)) keep(work, pair);
  return work.result();
}

Result<std::optional<Move>> moved_from(const sqlite::Database& database, std::int64_t law,
                                       std::int64_t ord) {
  return one(database,
             "SELECT older, older_ord, likeness FROM law_move WHERE newer = ? AND newer_ord = ?",
             law, ord);
}

Result<std::optional<Move>> moved_to(const sqlite::Database& database, std::int64_t law,
                                     std::int64_t ord) {
  return one(database,
             "SELECT newer, newer_ord, likeness FROM law_move WHERE older = ? AND older_ord = ?",
             law, ord);
}

}  // namespace guanlan
