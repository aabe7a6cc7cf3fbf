// What the index keeps of all items, in memory: filters, facets and ranks read no table.
//
// A snapshot never changes and may be read by any thread. refresh() makes the next one: only what
// was written since is read again, the rest is shared.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "guanlan/result.h"
#include "store/search_entry.h"
#include "store/sqlite.h"

namespace guanlan {

struct Name {
  NameField field = NameField::kind;
  std::string value;
  std::string folded;  // search_folded(value)
};

struct ItemColumns {
  std::uint32_t document = 0;  // 0: there is no such item
  std::uint32_t length = 0;
  std::uint32_t has = 0;
  DayRange days;
  std::uint32_t names = 0, fines = 0;  // first of its own in the block's lists
  std::uint16_t name_count = 0, fine_count = 0;
};

struct ColumnBlock {
  std::array<ItemColumns, kRowsOfBlock> items;
  std::vector<std::uint32_t> names;
  std::vector<std::uint64_t> fines;
};

class Columns {
 public:
  // What `before` has and what the database wrote since (null: everything). The caller holds a
  // read transaction, so that texts and columns are of one state.
  [[nodiscard]] static Result<std::shared_ptr<const Columns>> refresh(
      const sqlite::Database& database, const std::shared_ptr<const Columns>& before);

  // Null where there is no such item.
  [[nodiscard]] const ItemColumns* item(std::int64_t id) const {
    const ColumnBlock* block = block_of(id);
    if (block == nullptr) return nullptr;
    const ItemColumns& row = block->items[static_cast<std::size_t>(id % kRowsOfBlock)];
    return row.document != 0 ? &row : nullptr;
  }
  // Of an item whose row this is.
  [[nodiscard]] std::span<const std::uint32_t> names_of(std::int64_t id,
                                                        const ItemColumns& row) const {
    return {block_of(id)->names.data() + row.names, row.name_count};
  }
  [[nodiscard]] std::span<const std::uint64_t> fines_of(std::int64_t id,
                                                        const ItemColumns& row) const {
    return {block_of(id)->fines.data() + row.fines, row.fine_count};
  }
  // Calls f(id, row) for every item, ascending.
  template <class F>
  void each(F f) const;

  [[nodiscard]] std::int64_t stamp() const { return stamp_; }
  [[nodiscard]] std::int64_t items() const { return items_; }
  [[nodiscard]] double average_length() const {
    return items_ > 0 ? static_cast<double>(length_) / static_cast<double>(items_) : 1;
  }
  [[nodiscard]] std::int64_t end_of_items() const {
    return static_cast<std::int64_t>(blocks_.size()) * kRowsOfBlock;
  }
  [[nodiscard]] std::uint32_t end_of_names() const {
    return static_cast<std::uint32_t>(name_chunks_.size() * kNamesOfChunk);
  }
  [[nodiscard]] const Name& name(std::uint32_t id) const {
    return (*name_chunks_[id / kNamesOfChunk])[id % kNamesOfChunk];
  }

 private:
  static constexpr std::size_t kNamesOfChunk = 1024;
  using NameChunk = std::array<Name, kNamesOfChunk>;

  [[nodiscard]] const ColumnBlock* block_of(std::int64_t id) const {
    const auto at = static_cast<std::size_t>(id / kRowsOfBlock);
    return id >= 0 && at < blocks_.size() ? blocks_[at].get() : nullptr;
  }
  [[nodiscard]] Result<void> read_names(const sqlite::Database& database);
  [[nodiscard]] Result<void> read_blocks(const sqlite::Database& database, std::int64_t since);
  void tally(const ColumnBlock* block, std::int64_t sign);

  std::vector<std::shared_ptr<const ColumnBlock>> blocks_;
  std::vector<std::shared_ptr<const NameChunk>> name_chunks_;
  std::int64_t stamp_ = -1, items_ = 0, length_ = 0, last_name_ = 0;
};

template <class F>
void Columns::each(F f) const {
  for (std::size_t b = 0; b < blocks_.size(); ++b) {
    if (!blocks_[b]) continue;
    for (std::size_t i = 0; i < blocks_[b]->items.size(); ++i) {
      const ItemColumns& row = blocks_[b]->items[i];
      if (row.document != 0)
        f(static_cast<std::int64_t>(b) * kRowsOfBlock + static_cast<std::int64_t>(i), row);
    }
  }
}

}  // namespace guanlan
