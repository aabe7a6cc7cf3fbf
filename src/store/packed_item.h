// What an item's row keeps of its reading, in one stream: the record and the facts. They say much
// the same words, and every record has the same keys, so together and against a fixed dictionary
// they take about a fifth of their size.
//
// The bytes: 1 (the format), then as varints the sizes of record and facts, then the raw deflate
// stream (RFC 1951) of both, made with the dictionary of the format. Or, once the database has
// learned what its items have in common: 2, the size of the record as varint, then the zstd stream
// of both (item_dictionary.h). Of each fact: field, value, text, rule and cue as varint size and
// bytes; index, page, begin and end as varints.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/record.h"
#include "guanlan/result.h"
#include "store/item_dictionary.h"

namespace guanlan {

// Packs one item after another; used by one thread.
class ItemPacker {
 public:
  ItemPacker();
  // With the dictionary of the database, where it has one.
  [[nodiscard]] static Result<ItemPacker> of(const sqlite::Database& database);
  ~ItemPacker();
  ItemPacker(ItemPacker&&) noexcept;
  ItemPacker& operator=(ItemPacker&&) = delete;
  [[nodiscard]] std::string pack(std::string_view record, const std::vector<Fact>& facts);

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
  std::shared_ptr<const ItemDictionary> dictionary_;
};

// damaged: the bytes were not made by pack(). A record as it was kept before migration 10, as plain
// text, is given back as it is.
[[nodiscard]] Result<std::string> packed_record(const sqlite::Database& database,
                                                std::string_view bytes);
// By field and index.
[[nodiscard]] Result<std::vector<Fact>> packed_facts(const sqlite::Database& database,
                                                     std::string_view bytes);
// Both as they are packed, one behind the other: what a dictionary is learned from.
[[nodiscard]] Result<std::string> unpacked_text(const sqlite::Database& database,
                                                std::string_view bytes);

}  // namespace guanlan
