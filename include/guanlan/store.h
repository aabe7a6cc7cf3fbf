// store: records ↔ database. One interface; SQLite embedded is the first backend.
//
// A file is kept whole under the SHA-256 of its bytes, with what was read from it: the decoded
// texts, the records, and every value with its place and its reason. Each file is one transaction:
// it is stored with all its items or not at all, also when the process is killed or the disk is
// full.
//
// A Store is used by one thread at a time; several processes may use one file (writers wait for
// each other). Errors: io (disk, permission), damaged (not a database), conflict (in use, made by
// another program or by a newer version), not_found, invalid.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/clock.h"
#include "guanlan/record.h"
#include "guanlan/result.h"

namespace guanlan {

// What reading one file gave, ready to be stored.
struct ItemReading {
  std::string record;  // one line of JSON
  int n = 0;           // running number in its document
  std::string title;
  std::string kind;
  std::string event_date;                       // ISO 8601 prefix; empty: none
  std::string path;                             // headings joined by " > "
  std::uint32_t begin = 0;                      // of its title in raw
  std::vector<Span> title_pieces, body_pieces;  // raw_pieces()
  std::vector<Fact> facts;
};
struct SourceReading {
  std::string format, charset, title, published, link;
  std::string raw;                    // decoded text
  std::string json;                   // document_json()
  std::vector<std::string> warnings;  // Source::warnings; not stored
  std::vector<ItemReading> items;
};
struct Reading {
  std::string digest;  // of the bytes
  std::string name;    // the file's name
  std::string bytes;
  std::string rules;                   // rules_version()
  std::vector<SourceReading> sources;  // one, but for feeds and mailboxes
};

// Reads a file's bytes all the way. Errors are those of read_bytes().
[[nodiscard]] Result<Reading> take_in(std::string bytes, std::string_view name,
                                      const Lexicon& lexicon, const ReadOptions& options = {});

// What became of a file that was put into the store.
enum class Stored { added, unchanged, reread };
struct PutResult {
  Stored what{};
  std::int64_t document = 0;
  int items = 0;
  // Of a file read again under other rules: records that differ, values that came and went.
  int changed = 0, gained = 0, lost = 0;
};

struct StoredDocument {
  std::int64_t id = 0;
  std::string digest;
  std::string name;
  std::string added;  // ISO 8601, UTC
  std::string rules;
  std::uint64_t size = 0;
  int items = 0;
};

// What was read from a document; a feed or mailbox gives several.
struct StoredSource {
  int entry = 1;
  std::string format, charset, title, published, link;
  std::uint64_t size = 0;  // of raw()
};

struct StoredItem {
  std::int64_t id = 0;  // kept when the file is read again; never given twice
  std::int64_t document = 0;
  std::string file;
  int entry = 1;    // which source of the file, from 1
  int ordinal = 0;  // running number in the file, from 1
  int n = 0;        // running number in its document
  std::string title, kind, event_date, path;
  std::string record;                           // one line of JSON
  std::vector<Span> title_pieces, body_pieces;  // of the wording in raw()
};

// All conditions must hold; an empty one always does.
struct ItemFilter {
  std::vector<std::string> kinds = {};
  std::string since = {},
              until = {};      // ISO 8601 prefixes, both included; undated items do not match
  std::string region = {};     // contained in the path of a region: 甘肃, 天水市
  std::string authority = {};  // contained in the name of an authority
  std::string file = {};       // contained in the file's name
  std::int64_t document = 0;   // 0: any
  std::int64_t limit = 0;      // 0: no limit
  bool as_stored = false;      // in the order of files and pages, not by date
};

// A file that could not be read.
struct Quarantined {
  std::string digest, name, code, message, hint, time;
};

// Records that a re-reading replaced.
struct Revision {
  std::string rules;     // under which they had been read
  std::string replaced;  // when, ISO 8601
  std::int64_t document = 0;
};

class Store {
 public:
  virtual ~Store() = default;

  // The same bytes under the same rules add nothing. Under other rules the file's records are
  // replaced (items keep their ids where title or place are the same), the old ones kept as a
  // revision. A file that was in quarantine leaves it.
  [[nodiscard]] virtual Result<PutResult> put(const Reading& reading) = 0;
  [[nodiscard]] virtual Result<void> set_aside(const Quarantined& file) = 0;

  [[nodiscard]] virtual Result<std::optional<StoredDocument>> find(
      std::string_view digest) const = 0;
  [[nodiscard]] virtual Result<std::vector<StoredDocument>> documents() const = 0;  // as added
  [[nodiscard]] virtual Result<std::vector<StoredSource>> sources(std::int64_t document) const = 0;
  [[nodiscard]] virtual Result<std::string> bytes(std::int64_t document) const = 0;
  [[nodiscard]] virtual Result<std::string> raw(std::int64_t document, int entry) const = 0;

  // Newest event first, undated items last; or as stored. `f` returns false to stop.
  using ItemSink = std::function<bool(StoredItem&&)>;
  [[nodiscard]] virtual Result<void> each(const ItemFilter& filter, const ItemSink& f) const = 0;
  [[nodiscard]] virtual Result<StoredItem> item(std::int64_t id) const = 0;  // not_found
  [[nodiscard]] virtual Result<std::vector<Fact>> facts(std::int64_t item) const = 0;

  [[nodiscard]] virtual Result<std::vector<Quarantined>> quarantine() const = 0;
  [[nodiscard]] virtual Result<std::vector<Revision>> revisions() const = 0;  // newest first
  // The record lines of one revision.
  [[nodiscard]] virtual Result<std::vector<std::string>> records(
      const Revision& revision) const = 0;
};

// Opens or creates a database file; older ones are migrated, in one transaction.
[[nodiscard]] Result<std::unique_ptr<Store>> open_store(const std::filesystem::path& file,
                                                        Clock clock = system_clock());

}  // namespace guanlan
