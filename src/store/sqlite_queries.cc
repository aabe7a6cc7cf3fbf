#include <fmt/format.h>

#include <algorithm>

#include "store/deflate.h"
#include "store/packed_item.h"
#include "store/packed_spans.h"
#include "store/sqlite_store.h"

namespace guanlan {
namespace {

using sqlite::Statement;
using sqlite::Work;

std::string text(const Statement& row, int column) { return std::string(row.text(column)); }
int integer(const Statement& row, int column) { return static_cast<int>(row.integer(column)); }

std::string documents_where(std::string_view rest) {
  return "SELECT d.id, d.digest, d.name, d.added, d.rules, d.size, "
         "(SELECT count(*) FROM items i WHERE i.document = d.id) FROM documents d " +
         std::string(rest);
}

StoredDocument document_row(const Statement& row) {
  return {row.integer(0), text(row, 1), text(row, 2),
          text(row, 3),   text(row, 4), static_cast<std::uint64_t>(row.integer(5)),
          integer(row, 6)};
}

std::string items_where(std::string_view rest) {
  return "SELECT i.id, i.document, d.name, i.entry, i.ordinal, i.n, i.title, i.kind, "
         "i.event_date, i.path, i.record, i.title_pieces, i.body_pieces FROM items i JOIN "
         "documents d ON d.id = i.document " +
         std::string(rest);
}

// Whether a fact of that field has the words in its value.
bool says(const std::vector<Fact>& facts, std::string_view field, std::string_view words) {
  return words.empty() || std::any_of(facts.begin(), facts.end(), [&](const Fact& f) {
           return f.field == field && f.value.find(words) != std::string::npos;
         });
}

// What the facts of an item must say; they are packed, so that SQL cannot look into them.
Result<bool> fits(const sqlite::Database& database, const ItemFilter& filter,
                  const Statement& row) {
  if (filter.region.empty() && filter.authority.empty()) return true;
  const auto facts = packed_facts(database, row.blob(10));
  if (!facts) return tl::unexpected(facts.error());
  return says(*facts, "regions", filter.region) && says(*facts, "authorities", filter.authority);
}

Result<StoredItem> item_row(const sqlite::Database& database, const Statement& row) {
  auto record = packed_record(database, row.blob(10));
  if (!record) return tl::unexpected(std::move(record.error()));
  return StoredItem{row.integer(0),        row.integer(1),     text(row, 2),
                    integer(row, 3),       integer(row, 4),    integer(row, 5),
                    text(row, 6),          text(row, 7),       text(row, 8),
                    text(row, 9),          std::move(*record), unpacked(row.blob(11)),
                    unpacked(row.blob(12))};
}

// A WHERE clause with its values, built condition by condition.
class Where {
 public:
  void add(std::string_view condition, std::initializer_list<std::string_view> values) {
    clause_ += clause_.empty() ? "WHERE " : " AND ";
    clause_ += condition;
    values_.insert(values_.end(), values.begin(), values.end());
  }
  [[nodiscard]] const std::string& clause() const { return clause_; }
  void bind(Statement& statement) const {
    int at = 0;
    for (const std::string& value : values_) statement.bind(++at, std::string_view(value));
  }

 private:
  std::string clause_;
  std::vector<std::string> values_;
};

Where where(const ItemFilter& filter) {
  Where out;
  if (!filter.kinds.empty()) {
    std::string list;
    for (const std::string& kind : filter.kinds) list += kind + " ";
    out.add("instr(' ' || ?, ' ' || i.kind || ' ') > 0", {list});
  }
  // A partial date is a period: it matches where period and bound overlap.
  if (!filter.since.empty()) {
    out.add(
        "i.event_date <> '' AND (i.event_date >= ?"
        " OR i.event_date = substr(?, 1, length(i.event_date)))",
        {filter.since, filter.since});
  }
  if (!filter.until.empty()) {
    out.add(
        "i.event_date <> '' AND (i.event_date <= ?"
        " OR substr(i.event_date, 1, length(?)) = ?)",
        {filter.until, filter.until, filter.until});
  }
  if (!filter.file.empty()) out.add("instr(d.name, ?) > 0", {filter.file});
  if (filter.document != 0) {
    out.add("i.document = CAST(? AS INTEGER)", {std::to_string(filter.document)});
  }
  return out;
}

// One compressed column with its size, where the query gives a row.
Result<std::string> blob(const sqlite::Database& database, std::string_view sql, std::int64_t first,
                         std::string_view second, std::string_view missing) {
  Work work(database);
  std::optional<Result<std::string>> out;
  work.rows(
      sql,
      [&](const Statement& row) {
        out = inflated(row.blob(0), static_cast<std::size_t>(row.integer(1)));
        return false;
      },
      first, second);
  if (!work.ok()) return tl::unexpected(work.result().error());
  if (!out) return fail(Code::not_found, std::string(missing));
  return std::move(*out);
}

}  // namespace

Result<std::optional<StoredDocument>> SqliteStore::find(std::string_view digest) const {
  const std::string sql = documents_where("WHERE d.digest = ?");
  Work work(db_);
  std::optional<StoredDocument> out;
  work.rows(
      sql,
      [&](const Statement& row) {
        out = document_row(row);
        return false;
      },
      digest);
  return work.give(std::move(out));
}

Result<std::vector<StoredDocument>> SqliteStore::documents() const {
  const std::string sql = documents_where("ORDER BY d.id");
  Work work(db_);
  std::vector<StoredDocument> out;
  work.rows(sql, [&](const Statement& row) {
    out.push_back(document_row(row));
    return true;
  });
  return work.give(std::move(out));
}

Result<std::vector<StoredSource>> SqliteStore::sources(std::int64_t document) const {
  Work work(db_);
  std::vector<StoredSource> out;
  work.rows(
      "SELECT entry, format, charset, title, published, link, size FROM sources WHERE document = ? "
      "ORDER BY entry",
      [&](const Statement& row) {
        out.push_back({integer(row, 0), text(row, 1), text(row, 2), text(row, 3), text(row, 4),
                       text(row, 5), static_cast<std::uint64_t>(row.integer(6))});
        return true;
      },
      document);
  return work.give(std::move(out));
}

Result<std::string> SqliteStore::bytes(std::int64_t document) const {
  return blob(db_, "SELECT bytes, size FROM documents WHERE id = ? AND ? = ''", document, "",
              "库中没有这个文件");
}

Result<std::string> SqliteStore::raw(std::int64_t document, int entry) const {
  constexpr std::string_view kRaw =
      "SELECT coalesce(s.raw, d.bytes), s.size FROM sources s JOIN documents d ON d.id = "
      "s.document "
      "WHERE s.document = ? AND s.entry = CAST(? AS INTEGER)";
  return blob(db_, kRaw, document, std::to_string(entry), "库中没有这个文件");
}

Result<void> SqliteStore::each(const ItemFilter& filter, const ItemSink& f) const {
  const Where conditions = where(filter);
  const std::string sql =
      items_where(conditions.clause()) +
      (filter.as_stored ? " ORDER BY i.document, i.ordinal" : " ORDER BY i.event_date DESC, i.id");
  Work work(db_);
  std::int64_t given = 0;
  work.rows_bound(
      sql, [&](Statement& statement) { conditions.bind(statement); },
      [&](const Statement& row) {
        const auto wanted = fits(db_, filter, row);
        if (!wanted) return work.fail_with(wanted.error()), false;
        if (!*wanted) return true;
        auto item = item_row(db_, row);
        if (!item) return work.fail_with(std::move(item.error())), false;
        return f(std::move(*item)) && ++given != filter.limit;
      });
  return work.result();
}

Result<StoredItem> SqliteStore::item(std::int64_t id) const {
  const std::string sql = items_where("WHERE i.id = ?");
  Work work(db_);
  std::optional<StoredItem> out;
  work.rows(
      sql,
      [&](const Statement& row) {
        auto item = item_row(db_, row);
        if (!item) return work.fail_with(std::move(item.error())), false;
        out = std::move(*item);
        return false;
      },
      id);
  if (work.ok() && !out) return fail(Code::not_found, fmt::format("没有编号 {} 的条目", id));
  return work.give(std::move(out).value_or(StoredItem{}));
}

Result<std::vector<Fact>> SqliteStore::facts(std::int64_t item) const {
  Work work(db_);
  std::vector<Fact> out;
  work.rows(
      "SELECT record FROM items WHERE id = ?",
      [&](const Statement& row) {
        auto facts = packed_facts(db_, row.blob(0));
        if (!facts) return work.fail_with(std::move(facts.error())), false;
        out = std::move(*facts);
        return false;
      },
      item);
  return work.give(std::move(out));
}

Result<std::vector<Quarantined>> SqliteStore::quarantine() const {
  Work work(db_);
  std::vector<Quarantined> out;
  work.rows("SELECT digest, name, code, message, hint, time FROM quarantine ORDER BY time, name",
            [&](const Statement& row) {
              out.push_back({text(row, 0), text(row, 1), text(row, 2), text(row, 3), text(row, 4),
                             text(row, 5)});
              return true;
            });
  return work.give(std::move(out));
}

Result<std::vector<Revision>> SqliteStore::revisions() const {
  Work work(db_);
  std::vector<Revision> out;
  work.rows("SELECT rules, replaced, document FROM revisions ORDER BY replaced DESC, document",
            [&](const Statement& row) {
              out.push_back({text(row, 0), text(row, 1), row.integer(2)});
              return true;
            });
  return work.give(std::move(out));
}

Result<std::vector<std::string>> SqliteStore::records(const Revision& revision) const {
  const auto lines =
      blob(db_, "SELECT records, size FROM revisions WHERE document = ? AND rules = ?",
           revision.document, revision.rules, "没有这个旧版本");
  if (!lines) return tl::unexpected(lines.error());
  std::vector<std::string> out;
  for (std::size_t at = 0; at < lines->size();) {
    const std::size_t end = lines->find('\n', at);
    out.push_back(lines->substr(at, end - at));
    at = end == std::string::npos ? lines->size() : end + 1;
  }
  return out;
}

}  // namespace guanlan
