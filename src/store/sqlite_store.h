// The embedded backend: one SQLite file.
#pragma once

#include "guanlan/store.h"
#include "store/reread.h"
#include "store/sqlite.h"
#include "store/work.h"

namespace guanlan {

class SqliteStore final : public Store {
 public:
  SqliteStore(sqlite::Database database, Clock clock)
      : db_(std::move(database)), clock_(std::move(clock)) {}

  Result<PutResult> put(const Reading& reading) override;
  Result<void> set_aside(const Quarantined& file) override;
  Result<std::optional<StoredDocument>> find(std::string_view digest) const override;
  Result<std::vector<StoredDocument>> documents() const override;
  Result<std::vector<StoredSource>> sources(std::int64_t document) const override;
  Result<std::string> bytes(std::int64_t document) const override;
  Result<std::string> raw(std::int64_t document, int entry) const override;
  Result<void> each(const ItemFilter& filter, const ItemSink& f) const override;
  Result<StoredItem> item(std::int64_t id) const override;
  Result<std::vector<Fact>> facts(std::int64_t item) const override;
  Result<std::vector<Quarantined>> quarantine() const override;
  Result<std::vector<Revision>> revisions() const override;
  Result<std::vector<std::string>> records(const Revision& revision) const override;

 private:
  void add(sqlite::Work& work, const Reading& reading, PutResult& result);
  void replace(sqlite::Work& work, const Reading& reading, const StoredDocument& old,
               PutResult& result);

  sqlite::Database db_;
  Clock clock_;
};

}  // namespace guanlan
