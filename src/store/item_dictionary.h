// What the items of one database have in common, learned from them: a zstd dictionary (RFC 8878)
// that each of them is packed with. A record alone is too short to repeat itself; against what all
// records say it takes a third.
//
// Dictionaries stand in item_dictionaries under the number that zstd gives them, which is a digest
// of their bytes and stands in every stream made with them. They are kept as long as the
// connection, and used by its thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/result.h"
#include "store/sqlite.h"

namespace guanlan {

extern const std::string_view kDictionaryTable;  // its CREATE statement

// What an item that cannot be unpacked answers with.
[[nodiscard]] tl::unexpected<Error> damaged_item();

class ItemDictionary {
 public:
  [[nodiscard]] static std::shared_ptr<const ItemDictionary> from(std::string_view bytes);
  [[nodiscard]] std::string packed(std::string_view text) const;
  // damaged: not a stream made with this dictionary, or of more than `most` bytes.
  [[nodiscard]] Result<std::string> unpacked(std::string_view stream, std::size_t most) const;

 private:
  struct Inside;
  std::shared_ptr<Inside> inside_;
};

// The one that new items are packed with. Null: none has been learned.
[[nodiscard]] Result<std::shared_ptr<const ItemDictionary>> item_dictionary(
    const sqlite::Database& database);
// The one that a stream was made with; damaged where the database has no such.
[[nodiscard]] Result<std::shared_ptr<const ItemDictionary>> item_dictionary_of(
    const sqlite::Database& database, std::string_view stream);

// Empty: the texts have too little in common, or are too few.
[[nodiscard]] std::string learned_dictionary(const std::vector<std::string>& texts);
// Keeps it as the one for new items; an empty one says that none is to be learned.
[[nodiscard]] Result<void> keep_dictionary(const sqlite::Database& database,
                                           std::string_view bytes);
// Whether one was learned, or none is to be.
[[nodiscard]] Result<bool> has_dictionary(const sqlite::Database& database);

}  // namespace guanlan
