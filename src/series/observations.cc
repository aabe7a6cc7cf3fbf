#include "guanlan/observations.h"

#include <fmt/format.h>

#include <map>

#include "guanlan/store.h"
#include "store/schema.h"
#include "store/work.h"

namespace guanlan {
namespace {

using sqlite::Real;
using sqlite::Statement;
using sqlite::Work;

using KnownSeries = std::map<SeriesKey, std::int64_t>;  // a series is never dropped

// The id of a series, made where it is new. Files speak of the same series month after month.
class SeriesIds {
 public:
  SeriesIds(Work& work, const sqlite::Database& database, KnownSeries& known)
      : work_(work), database_(database), known_(known) {}

  std::int64_t of(const SeriesKey& key) {
    const auto [it, fresh] = known_.try_emplace(key, 0);
    if (fresh) it->second = find_or_add(key);
    return it->second;
  }

 private:
  std::int64_t find_or_add(const SeriesKey& key) {
    std::int64_t id = 0;
    work_.rows(
        "SELECT id FROM series WHERE indicator = ? AND region = ? AND operator = ? AND measure = ? "
        "AND whole = ? AND unit = ?",
        [&](const Statement& row) {
          id = row.integer(0);
          return false;
        },
        key.indicator, key.region, key.operator_name, name(key.measure), key.whole, key.unit);
    if (id != 0) return id;
    work_.run(
        "INSERT INTO series(indicator, region, operator, measure, whole, unit) "
        "VALUES(?,?,?,?,?,?)",
        key.indicator, key.region, key.operator_name, name(key.measure), key.whole, key.unit);
    return work_.ok() ? database_.last_id() : 0;
  }

  Work& work_;
  const sqlite::Database& database_;
  KnownSeries& known_;
};

// What makes two readings of a place the same observation.
std::string identity(std::int64_t series, std::string_view period, double value, int decimals,
                     std::string_view unit, int entry, Span place) {
  return fmt::format("{}\t{}\t{:.15g}\t{}\t{}\t{}\t{}\t{}", series, period, value, decimals, unit,
                     entry, place.begin, place.end);
}

using Known = std::multimap<std::string, std::int64_t>;

Known known_observations(Work& work, std::int64_t document) {
  Known out;
  work.rows(
      "SELECT id, series, period, value, decimals, unit, entry, begin, end FROM observations "
      "WHERE document = ? ORDER BY id",
      [&](const Statement& row) {
        const Span place{static_cast<std::uint32_t>(row.integer(7)),
                         static_cast<std::uint32_t>(row.integer(8))};
        out.emplace(
            identity(row.integer(1), row.text(2), row.real(3), static_cast<int>(row.integer(4)),
                     row.text(5), static_cast<int>(row.integer(6)), place),
            row.integer(0));
        return true;
      },
      document);
  return out;
}

void insert(Work& work, std::int64_t series, std::int64_t document, int entry,
            const Observation& o) {
  work.run(
      "INSERT INTO observations(series, period, number, value, decimals, unit, document, entry, "
      "section, indicator, base, text, page, begin, end) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
      series, o.period, Real{in_series_unit(o)}, Real{o.value}, o.decimals, o.unit, document, entry,
      o.section, o.indicator, o.base, o.text, o.place.page, o.place.span.begin, o.place.span.end);
}

struct Condition {
  std::string clause;
  std::vector<std::string> values;

  void add(std::string_view condition, std::string_view value) {
    clause += clause.empty() ? "WHERE " : " AND ";
    clause += condition;
    values.emplace_back(value);
  }
};

// A range counts in the month that it ends with.
Condition condition(const ObservationFilter& filter) {
  Condition out;
  if (!filter.indicator.empty()) out.add("s.indicator = ?", filter.indicator);
  if (!filter.region.empty()) {
    out.add("substr('/' || s.region, -length(?)) = ?", "/" + filter.region);
    out.values.push_back(out.values.back());
  }
  if (filter.operator_name) out.add("s.operator = ?", *filter.operator_name);
  if (filter.measure) out.add("s.measure = ?", name(*filter.measure));
  constexpr std::string_view kEnd = "substr(o.period, instr(o.period, '/') + 1)";
  if (!filter.since.empty()) out.add(fmt::format("{} >= ?", kEnd), filter.since);
  if (!filter.until.empty()) {
    out.add(fmt::format("substr({}, 1, {})  <= ?", kEnd, filter.until.size()), filter.until);
  }
  if (filter.document != 0) {
    out.add("o.document = CAST(? AS INTEGER)", std::to_string(filter.document));
  }
  if (!filter.withdrawn) out.add("o.withdrawn = ?", "");
  return out;
}

SeriesKey key_of(const Statement& row, int at) {
  return {std::string(row.text(at)),     std::string(row.text(at + 1)),
          std::string(row.text(at + 2)), measure_named(row.text(at + 3)),
          std::string(row.text(at + 4)), std::string(row.text(at + 5))};
}

StoredObservation observation_row(const Statement& row) {
  StoredObservation out;
  out.id = row.integer(0);
  out.series = key_of(row, 1);
  Observation& o = out.observation;
  o.period = row.text(7);
  out.number = row.real(8);
  o.value = row.real(9);
  o.decimals = static_cast<int>(row.integer(10));
  o.unit = row.text(11);
  out.document = row.integer(12);
  out.entry = static_cast<int>(row.integer(13));
  o.section = row.text(14);
  o.indicator = row.text(15);
  o.base = row.text(16);
  o.text = row.text(17);
  o.place.page = static_cast<int>(row.integer(18));
  o.place.span = {static_cast<std::uint32_t>(row.integer(19)),
                  static_cast<std::uint32_t>(row.integer(20))};
  out.withdrawn = row.text(21);
  out.file = row.text(22);
  out.added = row.text(23);
  o.region = out.series.region;
  o.operator_name = out.series.operator_name;
  o.measure = out.series.measure;
  if (o.measure == Measure::rank) o.rank_of = out.series.whole;
  if (const Indicator* known = find_indicator(out.series.indicator)) o.canonical = known->name;
  return out;
}

// Part of a transaction. What an earlier reading of the same file had and this one has not is
// marked as withdrawn; what both have keeps its id.
void write(Work& work, SeriesIds& series, std::int64_t document,
           const std::vector<std::vector<Observation>>& sources, const std::string& now) {
  Known known = known_observations(work, document);
  int entry = 0;
  for (const std::vector<Observation>& source : sources) {
    ++entry;
    for (const Observation& o : source) {
      const std::int64_t id = series.of(series_key(o));
      if (!work.ok()) return;
      const auto it = known.empty() ? known.end()
                                    : known.find(identity(id, o.period, o.value, o.decimals, o.unit,
                                                          entry, o.place.span));
      if (it == known.end()) {
        insert(work, id, document, entry, o);
        continue;
      }
      work.run("UPDATE observations SET withdrawn = '' WHERE id = ? AND withdrawn <> ''",
               it->second);
      known.erase(it);
    }
  }
  for (const auto& [what, id] : known) {
    work.run("UPDATE observations SET withdrawn = ? WHERE id = ? AND withdrawn = ''", now, id);
  }
}

struct Pending {
  std::int64_t document;
  std::string name;
};

}  // namespace

struct ObservationStore::Inside {
  sqlite::Database database;
  Clock clock;
  KnownSeries known;
};

ObservationStore::ObservationStore(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
ObservationStore::ObservationStore(ObservationStore&&) noexcept = default;
ObservationStore::~ObservationStore() = default;

Result<ObservationStore> ObservationStore::open(const std::filesystem::path& file, Clock clock) {
  auto database = open_database(file);
  if (!database) return tl::unexpected(std::move(database.error()));
  return ObservationStore(
      std::make_unique<Inside>(Inside{std::move(*database), std::move(clock), {}}));
}

Result<void> ObservationStore::put(std::int64_t document, std::string_view rules,
                                   const std::vector<std::vector<Observation>>& sources) {
  const sqlite::Database& database = inside_->database;
  auto transaction = sqlite::Transaction::begin(database);
  if (!transaction) return tl::unexpected(std::move(transaction.error()));
  Work work(database);
  SeriesIds series(work, database, inside_->known);
  write(work, series, document, sources, iso8601(inside_->clock()));
  work.run("INSERT OR REPLACE INTO observed VALUES(?, ?)", document, rules);
  auto done = work.ok() ? transaction->commit() : work.result();
  if (!done) inside_->known.clear();  // new series went with the transaction
  return done;
}

Result<CaughtUp> ObservationStore::catch_up(const Store& store) {
  std::vector<Pending> pending;
  {
    Work work(inside_->database);
    work.rows(
        "SELECT id, name FROM documents d WHERE NOT EXISTS "
        "(SELECT 1 FROM observed o WHERE o.document = d.id AND o.rules = ?) ORDER BY id",
        [&](const Statement& row) {
          pending.push_back({row.integer(0), std::string(row.text(1))});
          return true;
        },
        std::string_view(rules_version()));
    if (!work.ok()) return tl::unexpected(work.result().error());
  }
  CaughtUp out;
  for (const Pending& file : pending) {
    const auto bytes = store.bytes(file.document);
    if (!bytes) return tl::unexpected(bytes.error());
    auto sources = read_bytes(*bytes, file.name);
    if (!sources) {
      Error error = std::move(sources.error());
      if (error.place.empty()) error.place = file.name;
      out.unreadable.push_back(std::move(error));
      continue;
    }
    std::vector<std::vector<Observation>> observations;
    for (Source& source : *sources) {
      const Document document = process(std::move(source), Lexicon::builtin());
      observations.push_back(observe(document).observations);
    }
    if (auto done = put(file.document, rules_version(), observations); !done)
      return tl::unexpected(std::move(done.error()));
    ++out.read;
  }
  return out;
}

Result<std::int64_t> ObservationStore::document(std::string_view digest) const {
  std::int64_t out = 0;
  Work work(inside_->database);
  work.rows(
      "SELECT id FROM documents WHERE digest = ?",
      [&](const Statement& row) {
        out = row.integer(0);
        return false;
      },
      digest);
  return work.give(out);
}

Result<void> ObservationStore::each(const ObservationFilter& filter, const Sink& f) const {
  const Condition where = condition(filter);
  const std::string sql =
      "SELECT o.id, s.indicator, s.region, s.operator, s.measure, s.whole, s.unit, o.period, "
      "o.number, o.value, o.decimals, o.unit, o.document, o.entry, o.section, o.indicator, o.base, "
      "o.text, o.page, o.begin, o.end, o.withdrawn, d.name, d.added FROM series s "
      "JOIN observations o ON o.series = s.id JOIN documents d ON d.id = o.document " +
      where.clause +
      " ORDER BY s.indicator, s.region, s.operator, s.measure, s.whole, s.unit, o.period, o.id";
  Work work(inside_->database);
  work.rows_bound(
      sql,
      [&](Statement& statement) {
        int at = 0;
        for (const std::string& value : where.values) statement.bind(++at, std::string_view(value));
      },
      [&](const Statement& row) { return f(observation_row(row)); });
  return work.result();
}

Result<std::vector<std::string>> ObservationStore::indicators(std::string_view words) const {
  std::vector<std::string> out;
  Work work(inside_->database);
  work.rows(
      "SELECT DISTINCT indicator FROM series s WHERE instr(indicator, ?) > 0 AND EXISTS "
      "(SELECT 1 FROM observations o WHERE o.series = s.id AND o.withdrawn = '') ORDER BY indicator",
      [&](const Statement& row) {
        out.emplace_back(row.text(0));
        return true;
      },
      words);
  return work.give(std::move(out));
}

Result<std::vector<SeriesEntry>> ObservationStore::series(std::string_view words) const {
  std::vector<SeriesEntry> out;
  Work work(inside_->database);
  work.rows(
      "SELECT s.indicator, s.region, s.operator, s.measure, s.whole, s.unit, count(*), "
      "min(substr(o.period, instr(o.period, '/') + 1)), "
      "max(substr(o.period, instr(o.period, '/') + 1)), count(DISTINCT o.document) "
      "FROM series s JOIN observations o ON o.series = s.id WHERE o.withdrawn = '' AND "
      "instr(s.indicator, ?) > 0 GROUP BY s.id "
      "ORDER BY s.indicator, s.region, s.operator, s.measure, s.whole, s.unit",
      [&](const Statement& row) {
        out.push_back({key_of(row, 0), row.integer(6), std::string(row.text(7)),
                       std::string(row.text(8)), row.integer(9)});
        return true;
      },
      words);
  return work.give(std::move(out));
}

}  // namespace guanlan
