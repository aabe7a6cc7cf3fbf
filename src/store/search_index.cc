#include "store/search_index.h"

#include "store/packed_item.h"

namespace guanlan {

using sqlite::Blob;
using sqlite::Statement;

const std::string_view kSearchTables = R"sql(
  DROP TABLE IF EXISTS search_text;
  DROP TABLE IF EXISTS search_rows;
  DROP TABLE IF EXISTS search_names;
  DROP TABLE IF EXISTS search_state;
  CREATE VIRTUAL TABLE search_text USING fts5(
    body, title, content = '', columnsize = 0, tokenize = 'guanlan');
  CREATE TABLE search_rows(
    block INTEGER PRIMARY KEY,         -- items 256 * block and following
    stamp INTEGER NOT NULL,            -- of the last change
    rows BLOB NOT NULL);
  CREATE INDEX search_rows_by_stamp ON search_rows(stamp);
  CREATE TABLE search_names(
    id INTEGER PRIMARY KEY,
    field INTEGER NOT NULL,            -- NameField
    value TEXT NOT NULL,
    hash INTEGER NOT NULL);            -- of both: an index of the words would hold them a second time
  CREATE INDEX search_names_by_hash ON search_names(hash);
  CREATE TABLE search_state(stamp INTEGER NOT NULL);
  INSERT INTO search_state VALUES(0);
)sql";

namespace {

// FNV-1a, 32 bits. It stands in database files.
std::int64_t name_hash(NameField field, std::string_view value) {
  std::uint32_t out = (0x811C9DC5u ^ static_cast<std::uint32_t>(field)) * 0x01000193u;
  for (const char c : value) out = (out ^ static_cast<unsigned char>(c)) * 0x01000193u;
  return out;
}

}  // namespace

IndexWriter::Block& IndexWriter::block_of(std::int64_t item) {
  const auto [known, is_new] = blocks_.try_emplace(item / kRowsOfBlock);
  if (!is_new) return known->second;
  work_.rows(
      "SELECT rows FROM search_rows WHERE block = ?",
      [&](const Statement& row) {
        each_row(row.blob(0),
                 [&](std::uint8_t at, const SearchRow& kept) { known->second[at] = kept; });
        return false;
      },
      item / kRowsOfBlock);
  return known->second;
}

void IndexWriter::put(std::int64_t item, std::int64_t document, std::string_view record,
                      std::string_view event_date) {
  SearchEntry entry = search_entry(record, event_date);
  SearchRow& row = block_of(item)[static_cast<std::uint8_t>(item % kRowsOfBlock)];
  row = std::move(entry.row);
  row.document = static_cast<std::uint32_t>(document);
  for (const auto& [field, value] : entry.names) row.names.push_back(name_id(field, value));
  std::sort(row.names.begin(), row.names.end());
  come_[text_key(item, row.days)] = {std::move(entry.title), std::move(entry.body)};
}

void IndexWriter::take_away(std::int64_t item, std::string_view record,
                            std::string_view event_date) {
  if (block_of(item).erase(static_cast<std::uint8_t>(item % kRowsOfBlock)) == 0) return;
  SearchEntry entry = search_entry(record, event_date);
  gone_[text_key(item, entry.row.days)] = {std::move(entry.title), std::move(entry.body)};
}

std::uint32_t IndexWriter::name_id(NameField field, const std::string& value) {
  const auto [known, is_new] = names_.try_emplace({field, value}, 0);
  if (!is_new) return known->second;
  const auto number = static_cast<std::int64_t>(field), hash = name_hash(field, value);
  work_.rows(
      "SELECT id FROM search_names WHERE hash = ? AND field = ? AND value = ?",
      [&](const Statement& row) {
        known->second = static_cast<std::uint32_t>(row.integer(0));
        return false;
      },
      hash, number, value);
  if (known->second == 0) {
    work_.run("INSERT INTO search_names(field, value, hash) VALUES(?, ?, ?)", number, value, hash);
    known->second = static_cast<std::uint32_t>(database_.last_id());
  }
  return known->second;
}

void IndexWriter::write_texts(std::string_view sql, const std::map<std::int64_t, Text>& texts) {
  for (const auto& [key, text] : texts) work_.run(sql, key, text.body, text.title);
}

Result<void> IndexWriter::flush() {
  write_texts("INSERT INTO search_text(search_text, rowid, body, title) VALUES('delete', ?, ?, ?)",
              gone_);
  write_texts("INSERT INTO search_text(rowid, body, title) VALUES(?, ?, ?)", come_);
  std::int64_t stamp = 0;
  work_.rows("UPDATE search_state SET stamp = stamp + 1 RETURNING stamp",
             [&](const Statement& row) {
               stamp = row.integer(0);
               return true;
             });
  for (const auto& [block, rows] : blocks_) {
    work_.run("INSERT OR REPLACE INTO search_rows VALUES(?,?,?)", block, stamp,
              Blob{packed(SearchBlock(rows.begin(), rows.end()))});
  }
  gone_.clear();
  come_.clear();
  blocks_.clear();
  return work_.result();
}

Result<void> build_index(const sqlite::Database& database,
                         const std::function<void(std::int64_t, std::int64_t)>& progress) {
  constexpr std::int64_t kItemsAtOnce = 20'000;
  sqlite::Work work(database);
  IndexWriter writer(database);
  std::int64_t all = 0, done = 0;
  work.rows("SELECT count(*) FROM items", [&](const Statement& row) {
    all = row.integer(0);
    return true;
  });
  Result<void> written;
  work.rows("SELECT id, document, record, event_date FROM items ORDER BY id",
            [&](const Statement& row) {
              const auto record = packed_record(database, row.blob(2));
              if (!record) return work.fail_with(record.error()), false;
              writer.put(row.integer(0), row.integer(1), *record, row.text(3));
              if (++done % kItemsAtOnce == 0) {
                if (progress) progress(done, all);
                written = writer.flush();
              }
              return written.has_value();
            });
  if (!written) return written;
  if (!work.ok()) return work.result();
  return writer.flush();
}

}  // namespace guanlan
