// Which database a command works on.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "cli/app.h"
#include "guanlan/laws.h"
#include "guanlan/observations.h"
#include "guanlan/store.h"

namespace guanlan::cli {

// --db, else $XDG_DATA_HOME/guanlan/guanlan.db, else ~/.local/share/guanlan/guanlan.db.
[[nodiscard]] Result<std::filesystem::path> database_path(const Call& call);
// not_found where there is none yet: a command that only reads makes no files.
[[nodiscard]] Result<std::unique_ptr<Store>> open_existing(const Call& call);
[[nodiscard]] Result<std::unique_ptr<Store>> open_or_create(const Call& call);

// The imported laws, where there are any.
[[nodiscard]] std::optional<LawLibrary> laws_of(const Call& call);

// The figures of the store that --db names, read up to its last file. Stored files that cannot be
// read for figures are named on stderr.
[[nodiscard]] Result<ObservationStore> observations_of(const Call& call);

// Prints the error; the exit code for a database that cannot be used.
[[nodiscard]] int no_database(const Call& call, const Error& error);
// Says on stderr how many files were read under older rules, where there are any.
void mention_older_rules(const Call& call, const Store& store);

// The options and the filter of commands that choose items.
[[nodiscard]] std::vector<OptionSpec> filter_options();
[[nodiscard]] Result<ItemFilter> filter_of(const Call& call);

}  // namespace guanlan::cli
