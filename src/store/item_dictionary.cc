#include "store/item_dictionary.h"

#include <zdict.h>
#include <zstd.h>

#include <map>

#include "store/work.h"

namespace guanlan {

tl::unexpected<Error> damaged_item() {
  return fail(Code::damaged, "库中的一条记录已损坏", {}, "从备份恢复数据库，或重新存入该文件");
}

const std::string_view kDictionaryTable = R"sql(
  CREATE TABLE IF NOT EXISTS item_dictionaries(
    id INTEGER PRIMARY KEY,            -- zstd's number of it; 0: none is to be learned
    bytes BLOB NOT NULL);
)sql";

struct ItemDictionary::Inside {
  explicit Inside(std::string_view bytes)
      : into(ZSTD_createCDict(bytes.data(), bytes.size(), kLevel)),
        from(ZSTD_createDDict(bytes.data(), bytes.size())),
        packing(ZSTD_createCCtx()),
        unpacking(ZSTD_createDCtx()) {
    if (into == nullptr || from == nullptr || packing == nullptr || unpacking == nullptr)
      throw std::bad_alloc();
  }
  ~Inside() {
    ZSTD_freeCDict(into);
    ZSTD_freeDDict(from);
    ZSTD_freeCCtx(packing);
    ZSTD_freeDCtx(unpacking);
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

  static constexpr int kLevel = 9;
  ZSTD_CDict* into;
  ZSTD_DDict* from;
  ZSTD_CCtx* packing;
  ZSTD_DCtx* unpacking;
};

namespace {

using Dictionaries = std::map<std::int64_t, std::shared_ptr<const ItemDictionary>>;

Dictionaries& known_to(const sqlite::Database& database) {
  std::shared_ptr<void>& kept = database.kept();
  if (!kept) kept = std::make_shared<Dictionaries>();
  return *static_cast<Dictionaries*>(kept.get());
}

// Null: the database has none of that number.
Result<std::shared_ptr<const ItemDictionary>> numbered(const sqlite::Database& database,
                                                       std::int64_t id) {
  Dictionaries& known = known_to(database);
  if (const auto it = known.find(id); it != known.end()) return it->second;
  sqlite::Work work(database);
  std::shared_ptr<const ItemDictionary> out;
  work.rows(
      "SELECT bytes FROM item_dictionaries WHERE id = ?",
      [&](const sqlite::Statement& row) {
        out = ItemDictionary::from(row.blob(0));
        return false;
      },
      id);
  if (out) known.emplace(id, out);
  return work.give(std::move(out));
}

}  // namespace

std::shared_ptr<const ItemDictionary> ItemDictionary::from(std::string_view bytes) {
  auto out = std::make_shared<ItemDictionary>();
  out->inside_ = std::make_shared<Inside>(bytes);
  return out;
}

std::string ItemDictionary::packed(std::string_view text) const {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size = ZSTD_compress_usingCDict(inside_->packing, out.data(), out.size(),
                                                    text.data(), text.size(), inside_->into);
  if (ZSTD_isError(size) != 0)
    throw std::bad_alloc();  // it has room enough: nothing else can go wrong
  out.resize(size);
  return out;
}

Result<std::string> ItemDictionary::unpacked(std::string_view stream, std::size_t most) const {
  const auto size = ZSTD_getFrameContentSize(stream.data(), stream.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > most)
    return damaged_item();
  std::string out(static_cast<std::size_t>(size), '\0');
  const std::size_t given = ZSTD_decompress_usingDDict(inside_->unpacking, out.data(), out.size(),
                                                       stream.data(), stream.size(), inside_->from);
  if (ZSTD_isError(given) != 0 || given != out.size()) return damaged_item();
  return out;
}

Result<std::shared_ptr<const ItemDictionary>> item_dictionary(const sqlite::Database& database) {
  sqlite::Work work(database);
  std::int64_t id = 0;
  work.rows("SELECT id FROM item_dictionaries ORDER BY id DESC LIMIT 1",
            [&](const sqlite::Statement& row) {
              id = row.integer(0);
              return false;
            });
  if (!work.ok()) return tl::unexpected(work.result().error());
  if (id == 0) return nullptr;
  return numbered(database, id);
}

Result<std::shared_ptr<const ItemDictionary>> item_dictionary_of(const sqlite::Database& database,
                                                                 std::string_view stream) {
  const unsigned id = ZSTD_getDictID_fromFrame(stream.data(), stream.size());
  if (id == 0) return damaged_item();
  auto out = numbered(database, id);
  if (out && *out == nullptr) return damaged_item();
  return out;
}

std::string learned_dictionary(const std::vector<std::string>& texts) {
  constexpr std::size_t kSize = 64u << 10;
  std::string all;
  std::vector<std::size_t> sizes;
  for (const std::string& text : texts) {
    all += text;
    sizes.push_back(text.size());
  }
  std::string out(kSize, '\0');
  const std::size_t size = ZDICT_trainFromBuffer(out.data(), out.size(), all.data(), sizes.data(),
                                                 static_cast<unsigned>(sizes.size()));
  out.resize(ZDICT_isError(size) != 0 ? 0 : size);
  return out;
}

Result<void> keep_dictionary(const sqlite::Database& database, std::string_view bytes) {
  const std::int64_t id = bytes.empty() ? 0 : ZDICT_getDictID(bytes.data(), bytes.size());
  sqlite::Work work(database);
  work.run("INSERT INTO item_dictionaries VALUES(?, ?)", id, sqlite::Blob{bytes});
  return work.result();
}

Result<bool> has_dictionary(const sqlite::Database& database) {
  sqlite::Work work(database);
  bool out = false;
  work.rows("SELECT 1 FROM item_dictionaries LIMIT 1", [&](const sqlite::Statement&) {
    out = true;
    return false;
  });
  return work.give(out);
}

}  // namespace guanlan
