#include "search/columns.h"

#include "store/work.h"
#include "text/terms.h"

namespace guanlan {
namespace {

using sqlite::Statement;
using sqlite::Work;

std::shared_ptr<const ColumnBlock> block_from(std::string_view bytes) {
  auto block = std::make_shared<ColumnBlock>();
  each_row(bytes, [&](std::uint8_t at, const SearchRow& row) {
    ItemColumns& item = block->items[at];
    item = {row.document,
            row.length,
            row.has,
            row.days,
            static_cast<std::uint32_t>(block->names.size()),
            static_cast<std::uint32_t>(block->fines.size()),
            static_cast<std::uint16_t>(row.names.size()),
            static_cast<std::uint16_t>(row.fines.size())};
    block->names.insert(block->names.end(), row.names.begin(), row.names.end());
    block->fines.insert(block->fines.end(), row.fines.begin(), row.fines.end());
  });
  return block;
}

}  // namespace

Result<std::shared_ptr<const Columns>> Columns::refresh(
    const sqlite::Database& database, const std::shared_ptr<const Columns>& before) {
  Work work(database);
  std::int64_t stamp = 0;
  work.rows("SELECT stamp FROM search_state", [&](const Statement& row) {
    stamp = row.integer(0);
    return false;
  });
  if (!work.ok()) return tl::unexpected(work.result().error());
  if (before && before->stamp_ == stamp) return before;
  auto out = before ? std::make_shared<Columns>(*before) : std::make_shared<Columns>();
  if (before && before->stamp_ > stamp) out = std::make_shared<Columns>();  // another database
  const std::int64_t since = out->stamp_;
  if (auto read = out->read_names(database); !read) return tl::unexpected(read.error());
  if (auto read = out->read_blocks(database, since); !read) return tl::unexpected(read.error());
  out->stamp_ = stamp;
  return std::shared_ptr<const Columns>(std::move(out));
}

Result<void> Columns::read_names(const sqlite::Database& database) {
  Work work(database);
  std::shared_ptr<NameChunk> chunk;  // the one that is being filled, ours alone
  std::size_t filled = 0;
  work.rows(
      "SELECT id, field, value FROM search_names WHERE id > ? ORDER BY id",
      [&](const Statement& row) {
        last_name_ = row.integer(0);
        const auto id = static_cast<std::size_t>(last_name_);
        const std::size_t at = id / kNamesOfChunk;
        if (!chunk || filled != at) {
          while (name_chunks_.size() <= at) name_chunks_.push_back(std::make_shared<NameChunk>());
          chunk = std::make_shared<NameChunk>(*name_chunks_[at]);
          name_chunks_[at] = chunk;
          filled = at;
        }
        (*chunk)[id % kNamesOfChunk] = {static_cast<NameField>(row.integer(1)),
                                        std::string(row.text(2)), search_folded(row.text(2))};
        return true;
      },
      last_name_);
  return work.result();
}

Result<void> Columns::read_blocks(const sqlite::Database& database, std::int64_t since) {
  Work work(database);
  work.rows(
      since < 0 ? "SELECT block, rows FROM search_rows WHERE stamp > ?"
                : "SELECT block, rows FROM search_rows INDEXED BY search_rows_by_stamp "
                  "WHERE stamp > ?",
      [&](const Statement& row) {
        const auto at = static_cast<std::size_t>(row.integer(0));
        if (blocks_.size() <= at) blocks_.resize(at + 1);
        tally(blocks_[at].get(), -1);
        blocks_[at] = block_from(row.blob(1));
        tally(blocks_[at].get(), 1);
        return true;
      },
      since);
  return work.result();
}

void Columns::tally(const ColumnBlock* block, std::int64_t sign) {
  if (block == nullptr) return;
  for (const ItemColumns& item : block->items) {
    if (item.document == 0) continue;
    items_ += sign;
    length_ += sign * std::int64_t{item.length};
  }
}

}  // namespace guanlan
