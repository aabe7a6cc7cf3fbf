// Writes the search index, inside the transaction that writes the items.
//
//   search_text   FTS5, contentless: body and title of each item under text_key(). FTS5 marks each
//   posting of another
//                 column than the first with two bytes, so what is longest stands first
//   search_rows   the rows of 256 items a blob (search_entry.h), with the stamp of their last
//   change search_names  the names that rows point to; never taken away search_state  the stamp of
//   the last change
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "store/search_entry.h"
#include "store/sqlite.h"
#include "store/work.h"

namespace guanlan {

extern const std::string_view kSearchTables;  // made anew

class IndexWriter {
 public:
  explicit IndexWriter(const sqlite::Database& database) : database_(database), work_(database) {}

  // What is taken away must be the record and date that were put; what was never put is left.
  void put(std::int64_t item, std::int64_t document, std::string_view record,
           std::string_view event_date);
  void take_away(std::int64_t item, std::string_view record, std::string_view event_date);
  // Writes what was collected; nothing is in the database before.
  [[nodiscard]] Result<void> flush();

 private:
  struct Text {
    std::string title, body;
  };
  using Block = std::map<std::uint8_t, SearchRow>;
  [[nodiscard]] Block& block_of(std::int64_t item);  // as it will be
  [[nodiscard]] std::uint32_t name_id(NameField field, const std::string& value);
  void write_texts(std::string_view sql, const std::map<std::int64_t, Text>& texts);

  const sqlite::Database& database_;
  sqlite::Work work_;
  std::map<std::int64_t, Text> gone_, come_;  // by key: FTS5 wants them ascending
  std::map<std::int64_t, Block> blocks_;
  std::map<std::pair<NameField, std::string>, std::uint32_t> names_;
};

// Makes the whole index from the items that are there.
[[nodiscard]] Result<void> build_index(
    const sqlite::Database& database,
    const std::function<void(std::int64_t done, std::int64_t all)>& progress);

}  // namespace guanlan
