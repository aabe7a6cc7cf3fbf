// The tables of the database file, as numbered steps from one version to the next.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

#include "store/sqlite.h"

namespace guanlan {

struct Migration {
  int version;  // user_version after the step
  std::string_view what;
  std::string_view sql;
};
[[nodiscard]] std::span<const Migration> migrations();

inline constexpr std::int32_t kApplicationId = 0x474C4E31;  // "GLN1"

// Brings a database up to `version`; conflict where it belongs to another program or was made by a
// newer version. All steps in one transaction.
[[nodiscard]] Result<void> migrate(const sqlite::Database& database, int version);
// Opens or creates the store's file, migrated to the newest version.
[[nodiscard]] Result<sqlite::Database> open_database(const std::filesystem::path& file);

}  // namespace guanlan
