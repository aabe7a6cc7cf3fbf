#include "store/schema.h"

#include <fmt/format.h>

#include "store/item_learning.h"
#include "store/packed_item.h"
#include "store/search_index.h"
#include "store/search_tokenizer.h"
#include "store/track_index.h"
#include "store/work.h"

namespace guanlan {
namespace {

struct Plain {
  std::int64_t id;
  std::string record;
};

std::vector<Fact> plain_facts(sqlite::Work& work, std::int64_t item) {
  std::vector<Fact> out;
  work.rows(
      "SELECT field, idx, value, text, page, begin, end, rule, cue FROM facts WHERE item = ?",
      [&](const sqlite::Statement& row) {
        const auto text = [&](int column) { return std::string(row.text(column)); };
        const auto place = [&](int column) {
          return static_cast<std::uint32_t>(row.integer(column));
        };
        out.push_back({text(0),
                       static_cast<int>(row.integer(1)),
                       text(2),
                       text(3),
                       {static_cast<int>(row.integer(4)), {place(5), place(6)}},
                       text(7),
                       text(8)});
        return true;
      },
      item);
  return out;
}

Result<void> pack_items(const sqlite::Database& database, const MigrationProgress& progress) {
  sqlite::Work work(database);
  ItemPacker packer;
  std::int64_t all = 0, done = 0, last = 0;
  work.rows("SELECT count(*) FROM items",
            [&](const sqlite::Statement& row) { return all = row.integer(0), true; });
  for (std::vector<Plain> plain(1); work.ok() && !plain.empty();) {
    plain.clear();
    work.rows(
        "SELECT id, record FROM items WHERE id > ? ORDER BY id LIMIT 1000",
        [&](const sqlite::Statement& row) {
          plain.push_back({row.integer(0), std::string(row.text(1))});
          return true;
        },
        last);
    for (const Plain& item : plain) {
      const std::string packed = packer.pack(item.record, plain_facts(work, item.id));
      work.run("UPDATE items SET record = ? WHERE id = ?", sqlite::Blob{packed}, item.id);
      last = item.id;
    }
    done += static_cast<std::int64_t>(plain.size());
    if (progress) progress(done, all);
  }
  if (!work.ok()) return work.result();
  return database.run("DROP TABLE facts");
}

// Where name and key are one, the index of keys finds it.
constexpr std::string_view kSubjectsByName = R"sql(
  DROP INDEX IF EXISTS subjects_by_name;
  CREATE INDEX subjects_by_name ON subjects(type, name) WHERE name <> key;
)sql";

Result<void> index_and_learn(const sqlite::Database& database, const MigrationProgress& progress) {
  for (const std::string_view sql : {kDictionaryTable, kSubjectsByName}) {
    if (auto made = database.run(std::string(sql)); !made) return made;
  }
  if (auto learned = learn_items(database, progress); !learned) return learned;
  return build_index(database, progress);
}

const Migration kMigrations[] = {
    {1, "files, what was read from them, and what could not be read", R"sql(
      CREATE TABLE documents(
        id INTEGER PRIMARY KEY,
        digest TEXT NOT NULL UNIQUE,     -- sha256:… of the bytes
        name TEXT NOT NULL,              -- the file's name when it was first added
        added TEXT NOT NULL,             -- ISO 8601, UTC
        rules TEXT NOT NULL,             -- rules_version() of the last reading
        size INTEGER NOT NULL,
        bytes BLOB NOT NULL);            -- zlib
      CREATE TABLE sources(
        id INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        entry INTEGER NOT NULL,          -- from 1
        format TEXT NOT NULL, charset TEXT NOT NULL,
        title TEXT NOT NULL, published TEXT NOT NULL, link TEXT NOT NULL,
        size INTEGER NOT NULL,           -- of the decoded text
        raw BLOB,                        -- zlib; NULL: the same as the document's bytes
        json TEXT NOT NULL,              -- document_json()
        UNIQUE(document, entry));
      CREATE TABLE items(
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        entry INTEGER NOT NULL,
        ordinal INTEGER NOT NULL,        -- running number in the file, from 1
        n INTEGER NOT NULL,
        title TEXT NOT NULL, kind TEXT NOT NULL,
        event_date TEXT NOT NULL,        -- ISO 8601 prefix; '' none
        path TEXT NOT NULL,
        begin INTEGER NOT NULL,          -- of the title in raw
        record TEXT NOT NULL,            -- one line of JSON
        title_pieces BLOB NOT NULL,      -- where the wording stands in raw: packed spans
        body_pieces BLOB NOT NULL);
      CREATE INDEX items_by_document ON items(document, ordinal);
      CREATE INDEX items_by_date ON items(event_date DESC, id);
      CREATE TABLE facts(
        item INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
        field TEXT NOT NULL, idx INTEGER NOT NULL,
        value TEXT NOT NULL,             -- canonical: 2024-04-12 on, 735000 条 over
        text TEXT NOT NULL,              -- as printed
        page INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL,
        rule TEXT NOT NULL, cue TEXT NOT NULL,
        PRIMARY KEY(item, field, idx)) WITHOUT ROWID;
      CREATE INDEX facts_by_value ON facts(field, value);
      CREATE TABLE quarantine(
        digest TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        code TEXT NOT NULL, message TEXT NOT NULL, hint TEXT NOT NULL,
        time TEXT NOT NULL) WITHOUT ROWID;
    )sql"},
    {2, "the records that a re-reading replaced", R"sql(
      CREATE TABLE revisions(
        document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        rules TEXT NOT NULL,             -- under which they had been read
        replaced TEXT NOT NULL,          -- ISO 8601, UTC
        size INTEGER NOT NULL,
        records BLOB NOT NULL,           -- zlib of record lines
        PRIMARY KEY(document, rules));
    )sql"},
    {3, "the search index, which 11 makes", ""},
    {5, "observations: indicators by period, region and operator", R"sql(
      CREATE TABLE series(
        id INTEGER PRIMARY KEY,
        indicator TEXT NOT NULL,         -- of the catalogue, else as printed
        region TEXT NOT NULL, operator TEXT NOT NULL,
        measure TEXT NOT NULL,
        whole TEXT NOT NULL,             -- of a share; among whom a rank counts
        unit TEXT NOT NULL,              -- that numbers are in
        UNIQUE(indicator, region, operator, measure, whole, unit));
      CREATE TABLE observations(
        id INTEGER PRIMARY KEY,
        series INTEGER NOT NULL REFERENCES series(id),
        period TEXT NOT NULL,            -- 2020-08, 2020-01/2020-08, 2020; '' not known
        number REAL NOT NULL,            -- the value in the unit of the series
        value REAL NOT NULL, decimals INTEGER NOT NULL, unit TEXT NOT NULL,  -- as printed
        document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        entry INTEGER NOT NULL,
        section TEXT NOT NULL, indicator TEXT NOT NULL, base TEXT NOT NULL, text TEXT NOT NULL,
        page INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL,
        withdrawn TEXT NOT NULL DEFAULT '');  -- since when a reading no longer has it; '' stands
      CREATE TABLE observed(               -- files read for figures, under which rules
        document INTEGER PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE,
        rules TEXT NOT NULL);
      CREATE INDEX observations_by_series ON observations(series, period);
      CREATE INDEX observations_by_document ON observations(document);
    )sql"},
    {6, "who may use the server, and what they did", R"sql(
      CREATE TABLE users(
        name TEXT PRIMARY KEY,
        role TEXT NOT NULL,              -- reader, editor, admin
        password TEXT NOT NULL,          -- $scrypt$…
        created TEXT NOT NULL,           -- ISO 8601, UTC
        last TEXT NOT NULL) WITHOUT ROWID;  -- login; '' never
      CREATE TABLE sessions(
        key TEXT PRIMARY KEY,            -- SHA-256 of what the cookie holds
        user TEXT NOT NULL REFERENCES users(name) ON DELETE CASCADE,
        csrf TEXT NOT NULL,
        expires INTEGER NOT NULL) WITHOUT ROWID;  -- Unix seconds
      CREATE TABLE tokens(
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,        -- SHA-256 of the token
        user TEXT NOT NULL REFERENCES users(name) ON DELETE CASCADE,
        label TEXT NOT NULL, role TEXT NOT NULL, created TEXT NOT NULL);
      CREATE TABLE failed_logins(name TEXT NOT NULL, address TEXT NOT NULL, time INTEGER NOT NULL);
      CREATE INDEX failed_logins_by_time ON failed_logins(time);
      CREATE TABLE audit(
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        time TEXT NOT NULL, user TEXT NOT NULL, action TEXT NOT NULL,
        object TEXT NOT NULL, address TEXT NOT NULL);
    )sql"},
    {8, "deadlines, and what is seen of instruments, campaigns, cases, apps and bodies over time",
     kTrackTables, build_track_index},
    {10, "items.record holds record and facts, packed (packed_item.h)", "", pack_items},
    {11, "the search index with the body first; items packed with what they have in common",
     kSearchTables, index_and_learn},
    {12, "subjects of which some item tells", kSeenSubjects},
};

Result<std::int64_t> number(const sqlite::Database& database, std::string_view sql) {
  auto statement = database.prepare(sql);
  if (!statement) return tl::unexpected(std::move(statement.error()));
  auto row = statement->step();
  if (!row) return tl::unexpected(std::move(row.error()));
  return *row ? statement->integer(0) : 0;
}

// A file without our mark is ours only while nothing stands in it but the library of laws.
constexpr std::string_view kForeignTables =
    "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
    "AND name NOT IN ('law', 'law_event', 'provision')";

Result<int> version_of(const sqlite::Database& database) {
  const auto mark = number(database, "PRAGMA application_id");
  if (!mark) return tl::unexpected(mark.error());
  const auto version = number(database, "PRAGMA user_version");
  if (!version) return tl::unexpected(version.error());
  const auto foreign = number(database, kForeignTables);
  if (!foreign) return tl::unexpected(foreign.error());
  if (*mark != kApplicationId && (*mark != 0 || *version != 0 || *foreign != 0)) {
    return fail(Code::conflict, "这是另一个程序的数据库", {}, "用 --db 指定另一个文件");
  }
  return static_cast<int>(*version);
}

}  // namespace

std::span<const Migration> migrations() { return kMigrations; }

Result<void> migrate(const sqlite::Database& database, int version,
                     const MigrationProgress& progress) {
  if (auto ready = add_tokenizer(database); !ready) return ready;
  auto now = version_of(database);
  if (!now) return tl::unexpected(std::move(now.error()));
  if (*now >= version) {
    if (*now <= migrations().back().version) return {};
    return fail(Code::conflict, fmt::format("数据库由更新的版本写成（格式 {}）", *now), {},
                "请更新 guanlan，或用 --db 指定另一个文件");
  }
  auto transaction = sqlite::Transaction::begin(database);
  if (!transaction) return tl::unexpected(std::move(transaction.error()));
  now = version_of(database);  // another process may have been faster
  if (!now) return tl::unexpected(std::move(now.error()));
  for (const Migration& step : migrations()) {
    if (step.version <= *now || step.version > version) continue;
    if (auto done = database.run(std::string(step.sql)); !done) return done;
    if (step.then != nullptr) {
      if (auto done = step.then(database, progress); !done) return done;
    }
    *now = step.version;
  }
  if (auto done = database.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                           kApplicationId, *now));
      !done) {
    return done;
  }
  return transaction->commit();
}

Result<sqlite::Database> open_database(const std::filesystem::path& file,
                                       const MigrationProgress& progress) {
  const auto placed = [&](Error error) {
    if (error.place.empty()) error.place = file.string();
    return tl::unexpected(std::move(error));
  };
  auto database = sqlite::Database::connect(file);
  if (!database) return placed(std::move(database.error()));
  if (auto ours = version_of(*database); !ours) return placed(std::move(ours.error()));
  if (auto ready = database->prepare_for_work(); !ready) return placed(std::move(ready.error()));
  if (auto done = migrate(*database, migrations().back().version, progress); !done) {
    return placed(std::move(done.error()));
  }
  return database;
}

}  // namespace guanlan
