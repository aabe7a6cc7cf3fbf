// observations: what the stored files say in figures, kept beside them in the same database.
//
// catch_up() reads each file that has not been read for figures under today's rules; a file is one
// transaction, so that a process that is killed leaves whole files, and the next call goes on. None
// is ever overwritten: a restated value stands beside the old one, each with its own source.
//
// Used by one thread at a time. Errors: those of open_store().
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/clock.h"
#include "guanlan/result.h"
#include "guanlan/stats.h"

namespace guanlan {

class Store;

struct StoredObservation {
  std::int64_t id = 0;
  SeriesKey series;
  Observation observation;
  double number = 0;  // the value in the unit of the series
  std::int64_t document = 0;
  int entry = 1;
  std::string file, added;  // of the document; ISO 8601, UTC
  std::string withdrawn;    // when a later reading of the file no longer had it; empty: it stands
};

// All conditions must hold; an empty one always does.
struct ObservationFilter {
  std::string indicator = {};  // as in the key of the series
  std::string region = {};     // a path or its end: 河南省/郑州市, 郑州市
  std::optional<std::string> operator_name = {};  // "": all together
  std::optional<Measure> measure = {};
  std::string since = {}, until = {};  // 2020-08; of the end of the period, both included
  std::int64_t document = 0;
  bool withdrawn = false;  // also those that no longer stand
};

struct SeriesEntry {
  SeriesKey key;
  std::int64_t observations = 0;
  std::string first, last;  // periods
  std::int64_t documents = 0;
};

struct CaughtUp {
  std::size_t read = 0;           // files
  std::vector<Error> unreadable;  // one a file, with its name
};

class ObservationStore {
 public:
  // `file`: the database of a store.
  [[nodiscard]] static Result<ObservationStore> open(const std::filesystem::path& file,
                                                     Clock clock = system_clock());
  ObservationStore(ObservationStore&&) noexcept;
  ~ObservationStore();

  // `store` is open on the same database. A file that cannot be read now (its reader is missing) is
  // named and tried again the next time; the others are read all the same.
  [[nodiscard]] Result<CaughtUp> catch_up(const Store& store);
  // The observations of a stored document, by its sources. In one transaction.
  [[nodiscard]] Result<void> put(std::int64_t document, std::string_view rules,
                                 const std::vector<std::vector<Observation>>& sources);

  // By series, then period, then as added. `f` returns false to stop.
  using Sink = std::function<bool(StoredObservation&&)>;
  [[nodiscard]] Result<void> each(const ObservationFilter& filter, const Sink& f) const;
  // The names of stored indicators that contain `words`, ascending.
  [[nodiscard]] Result<std::vector<std::string>> indicators(std::string_view words) const;
  // What is stored of indicators whose name contains `words`.
  [[nodiscard]] Result<std::vector<SeriesEntry>> series(std::string_view words) const;
  // The stored document with that digest; 0: none.
  [[nodiscard]] Result<std::int64_t> document(std::string_view digest) const;

 private:
  struct Inside;
  explicit ObservationStore(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace guanlan
