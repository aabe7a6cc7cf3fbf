#include "guanlan/sightings.h"
#include "store/schema.h"
#include "store/track_index.h"
#include "track/inside.h"
#include "track/links.h"

namespace guanlan {
namespace {

namespace fs = std::filesystem;

Result<bool> is_current(const sqlite::Database& database) {
  sqlite::Work work(database);
  bool current = false;
  work.rows("SELECT rules FROM track_state", [&](const sqlite::Statement& row) {
    current = row.text(0) == sightings_version();
    return false;
  });
  return work.give(current);
}

// Whoever comes second finds it done.
Result<void> make_current(const sqlite::Database& database) {
  auto current = is_current(database);
  if (!current || *current) return current ? Result<void>() : tl::unexpected(current.error());
  auto transaction = sqlite::Transaction::begin(database);
  if (!transaction) return tl::unexpected(std::move(transaction.error()));
  current = is_current(database);
  if (!current || *current) return current ? Result<void>() : tl::unexpected(current.error());
  if (auto built = build_track_index(database, {}); !built) return built;
  return transaction->commit();
}

}  // namespace

Tracker::Tracker(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Tracker::~Tracker() = default;

Result<std::unique_ptr<Tracker>> Tracker::open(const fs::path& file) {
  std::error_code error;
  if (!fs::exists(file, error)) {
    return fail(Code::not_found, "没有这个数据库", file.string(), "先用 guanlan add 存入文件");
  }
  auto database = open_database(file);
  if (!database) return tl::unexpected(std::move(database.error()));
  if (auto current = make_current(*database); !current) return tl::unexpected(current.error());
  if (auto done = tracking::propose_links(*database); !done) return tl::unexpected(done.error());
  return std::unique_ptr<Tracker>(
      new Tracker(std::make_unique<Inside>(Inside{std::move(*database)})));
}

}  // namespace guanlan
