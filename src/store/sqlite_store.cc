#include "store/sqlite_store.h"

#include "store/deflate.h"
#include "store/item_learning.h"
#include "store/packed_item.h"
#include "store/packed_spans.h"
#include "store/schema.h"
#include "store/search_index.h"
#include "store/track_index.h"

namespace guanlan {
namespace {

using sqlite::Blob;
using sqlite::Statement;
using sqlite::Work;

// The items of a document as they were, taken out of the index.
std::vector<OldItem> old_items(Work& work, std::int64_t document, IndexWriter& index) {
  std::vector<OldItem> out;
  work.rows(
      "SELECT id, entry, title, begin, record, event_date FROM items WHERE document = ? "
      "ORDER BY ordinal",
      [&](const Statement& row) {
        auto record = packed_record(work.database(), row.blob(4));
        if (!record) return work.fail_with(std::move(record.error())), false;
        index.take_away(row.integer(0), *record, row.text(5));
        out.push_back({row.integer(0), static_cast<int>(row.integer(1)), std::string(row.text(2)),
                       static_cast<std::uint32_t>(row.integer(3)), std::move(*record)});
        return true;
      },
      document);
  return out;
}

void put_source(Work& work, std::int64_t document, int entry, const SourceReading& source,
                std::string_view bytes) {
  constexpr std::string_view kInsert =
      "INSERT INTO sources(document, entry, format, charset, title, published, link, size, raw, "
      "json) VALUES(?,?,?,?,?,?,?,?,?,?)";
  const auto size = static_cast<std::int64_t>(source.raw.size());
  if (source.raw == bytes) {
    work.run(kInsert, document, entry, source.format, source.charset, source.title,
             source.published, source.link, size, nullptr, source.json);
  } else {
    const std::string raw = deflated(source.raw);
    work.run(kInsert, document, entry, source.format, source.charset, source.title,
             source.published, source.link, size, Blob{raw}, source.json);
  }
}

// `ids`: for each item the id to keep; 0 or past the end: a new one.
void put_sources(Work& work, const sqlite::Database& database, std::int64_t document,
                 const Reading& reading, const std::vector<std::int64_t>& ids, IndexWriter& index) {
  TrackWriter track(database, work);
  int entry = 0;
  std::size_t ordinal = 0;
  auto packer = ItemPacker::of(database);
  if (!packer) return work.fail_with(std::move(packer.error()));
  for (const SourceReading& source : reading.sources) {
    put_source(work, document, ++entry, source, reading.bytes);
    for (const ItemReading& item : source.items) {
      std::int64_t id = ordinal < ids.size() ? ids[ordinal] : 0;
      ++ordinal;
      constexpr std::string_view kInsert =
          "INSERT INTO items(id, document, entry, ordinal, n, title, kind, event_date, path, "
          "begin, record, title_pieces, body_pieces) VALUES(nullif(?, 0),?,?,?,?,?,?,?,?,?,?,?,?)";
      work.run(kInsert, id, document, entry, static_cast<std::int64_t>(ordinal), item.n, item.title,
               item.kind, item.event_date, item.path, item.begin,
               Blob{packer->pack(item.record, item.facts)}, Blob{packed(item.title_pieces)},
               Blob{packed(item.body_pieces)});
      if (!work.ok()) return;
      if (id == 0) id = database.last_id();
      index.put(id, document, item.record, item.event_date);
      track.put(id, {item.record, item.title_pieces, item.body_pieces});
    }
  }
}

void finish(Work& work, IndexWriter& index) {
  if (!work.ok()) return;
  if (auto written = index.flush(); !written) return work.fail_with(std::move(written.error()));
  if (auto learned = learn_items(work.database()); !learned)
    work.fail_with(std::move(learned.error()));
}

int count_items(const Reading& reading) {
  std::size_t items = 0;
  for (const SourceReading& source : reading.sources) items += source.items.size();
  return static_cast<int>(items);
}

}  // namespace

void SqliteStore::add(Work& work, const Reading& reading, PutResult& result) {
  result.what = Stored::added;
  const std::string stream = deflated(reading.bytes);
  work.run("INSERT INTO documents(digest, name, added, rules, size, bytes) VALUES(?,?,?,?,?,?)",
           reading.digest, reading.name, iso8601(clock_()), reading.rules,
           static_cast<std::int64_t>(reading.bytes.size()), Blob{stream});
  if (!work.ok()) return;
  result.document = db_.last_id();
  IndexWriter index(db_);
  put_sources(work, db_, result.document, reading, {}, index);
  finish(work, index);
}

void SqliteStore::replace(Work& work, const Reading& reading, const StoredDocument& old,
                          PutResult& result) {
  result.what = Stored::reread;
  IndexWriter index(db_);
  const auto items = old_items(work, old.id, index);
  std::string lines;
  for (const OldItem& item : items) lines += item.record + "\n";
  const std::string stream = deflated(lines);
  work.run("INSERT OR REPLACE INTO revisions VALUES(?,?,?,?,?)", old.id, old.rules,
           iso8601(clock_()), static_cast<std::int64_t>(lines.size()), Blob{stream});
  work.run("DELETE FROM items WHERE document = ?", old.id);
  work.run("DELETE FROM sources WHERE document = ?", old.id);
  work.run("UPDATE documents SET rules = ? WHERE id = ?", reading.rules, old.id);
  const Reread plan = plan_reread(items, reading);
  result.changed = plan.changed;
  result.gained = plan.gained;
  result.lost = plan.lost;
  put_sources(work, db_, old.id, reading, plan.ids, index);
  finish(work, index);
}

Result<PutResult> SqliteStore::put(const Reading& reading) {
  auto transaction = sqlite::Transaction::begin(db_);
  if (!transaction) return tl::unexpected(std::move(transaction.error()));
  auto old = find(reading.digest);
  if (!old) return tl::unexpected(std::move(old.error()));
  PutResult result;
  result.items = count_items(reading);
  if (*old && (*old)->rules == reading.rules) {
    result.what = Stored::unchanged;
    result.document = (*old)->id;
    result.items = (*old)->items;
    return result;
  }
  Work work(db_);
  work.run("DELETE FROM quarantine WHERE digest = ?", reading.digest);
  if (*old) {
    result.document = (*old)->id;
    replace(work, reading, **old, result);
  } else {
    add(work, reading, result);
  }
  if (!work.ok()) return tl::unexpected(work.result().error());
  if (auto done = transaction->commit(); !done) return tl::unexpected(std::move(done.error()));
  return result;
}

Result<void> SqliteStore::set_aside(const Quarantined& file) {
  Work work(db_);
  work.run("INSERT OR REPLACE INTO quarantine VALUES(?,?,?,?,?,?)", file.digest, file.name,
           file.code, file.message, file.hint, file.time.empty() ? iso8601(clock_()) : file.time);
  return work.result();
}

Result<std::unique_ptr<Store>> open_store(const std::filesystem::path& file, Clock clock) {
  auto database = open_database(file);
  if (!database) return tl::unexpected(std::move(database.error()));
  return std::make_unique<SqliteStore>(std::move(*database), std::move(clock));
}

}  // namespace guanlan
