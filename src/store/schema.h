// The tables of the database file, as numbered steps from one version to the next.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

#include "store/sqlite.h"

namespace guanlan {

// Called now and then while a step works over a large database.
using MigrationProgress = std::function<void(std::int64_t done, std::int64_t all)>;

struct Migration {
  int version;  // user_version after the step
  std::string_view what;
  std::string_view sql;
  // What SQL cannot do, after it; may be null.
  Result<void> (*then)(const sqlite::Database&, const MigrationProgress&) = nullptr;
};
[[nodiscard]] std::span<const Migration> migrations();

inline constexpr std::int32_t kApplicationId = 0x474C4E31;  // "GLN1"

// Brings a database up to `version`; conflict where it belongs to another program or was made by a
// newer version. All steps in one transaction.
[[nodiscard]] Result<void> migrate(const sqlite::Database& database, int version,
                                   const MigrationProgress& progress = {});
// Opens or creates the store's file, migrated to the newest version.
[[nodiscard]] Result<sqlite::Database> open_database(const std::filesystem::path& file,
                                                     const MigrationProgress& progress = {});

}  // namespace guanlan
