#include "store/track_index.h"

#include "sightings/look.h"
#include "store/packed_item.h"
#include "store/packed_spans.h"
#include "store/search_entry.h"

namespace guanlan {

using sqlite::Statement;

const std::string_view kTrackTables = R"sql(
  CREATE TABLE deadlines(
    item INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
    idx INTEGER NOT NULL,
    day INTEGER NOT NULL,              -- the last one that counts, since 1970-01-01
    date TEXT NOT NULL,                -- as precise as it is given
    role TEXT NOT NULL,                -- deadline, comment_by, end
    who TEXT NOT NULL, named TEXT NOT NULL, what TEXT NOT NULL,
    text TEXT NOT NULL,                -- the words of the date
    derivation TEXT NOT NULL,          -- of a reckoned day; '' printed
    page INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL,
    PRIMARY KEY(item, idx)) WITHOUT ROWID;
  CREATE INDEX deadlines_by_day ON deadlines(day, item);
  CREATE TABLE subjects(
    id INTEGER PRIMARY KEY,
    type INTEGER NOT NULL,             -- SubjectType
    key TEXT NOT NULL,                 -- subject_key()
    name TEXT NOT NULL,                -- to show
    UNIQUE(type, key));
  CREATE INDEX subjects_by_name ON subjects(type, name);
  CREATE TABLE steps(
    subject INTEGER NOT NULL REFERENCES subjects(id),
    item INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
    idx INTEGER NOT NULL,
    role TEXT NOT NULL,
    date TEXT NOT NULL,                -- ISO 8601 prefix; '' none
    page INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL,  -- in raw
    at INTEGER NOT NULL, size INTEGER NOT NULL,  -- in title, line end, body
    PRIMARY KEY(subject, item, idx)) WITHOUT ROWID;
  CREATE INDEX steps_by_item ON steps(item);
  CREATE TABLE links(
    id INTEGER PRIMARY KEY,
    one INTEGER NOT NULL REFERENCES subjects(id),
    other INTEGER NOT NULL REFERENCES subjects(id),
    reason TEXT NOT NULL,
    score INTEGER NOT NULL,            -- 0 to 100
    state TEXT NOT NULL,               -- proposed, accepted, undone
    UNIQUE(one, other));
  CREATE INDEX links_by_other ON links(other);
  CREATE TABLE track_state(
    rules TEXT NOT NULL,               -- sightings_version()
    linked INTEGER NOT NULL);          -- the last subject that links were looked for
  INSERT INTO track_state VALUES('', 0);
  CREATE TABLE saved_queries(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user TEXT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL,               -- of search, or the filters of an address
    created TEXT NOT NULL,             -- ISO 8601, UTC
    UNIQUE(user, name));
  CREATE TABLE alert_seen(             -- what was told of an item, as a digest of its record
    query INTEGER NOT NULL REFERENCES saved_queries(id) ON DELETE CASCADE,
    item INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY(query, item)) WITHOUT ROWID;
  CREATE TABLE alerts(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    query INTEGER NOT NULL REFERENCES saved_queries(id) ON DELETE CASCADE,
    time TEXT NOT NULL,                -- ISO 8601, UTC
    what TEXT NOT NULL,                -- new, changed, due
    days INTEGER NOT NULL,             -- before a deadline that is due; else 0
    item INTEGER NOT NULL,
    title TEXT NOT NULL, text TEXT NOT NULL,
    begin INTEGER NOT NULL, end INTEGER NOT NULL);
  CREATE INDEX alerts_by_query ON alerts(query, id);
  CREATE TABLE alert_sent(             -- how far each channel has come
    channel TEXT PRIMARY KEY,
    alert INTEGER NOT NULL,            -- the last one that was delivered
    time TEXT NOT NULL) WITHOUT ROWID;
)sql";

const std::string_view kSeenSubjects = R"sql(
  DROP VIEW IF EXISTS seen_subjects;
  CREATE VIEW seen_subjects AS
    SELECT id, type, key, name FROM subjects s
    WHERE EXISTS(SELECT 1 FROM steps t WHERE t.subject = s.id);
)sql";

std::int64_t TrackWriter::subject_id(const Sighting& sighting) {
  const auto [it, fresh] = known_.try_emplace({sighting.type, sighting.key}, 0);
  if (!fresh) return it->second;
  const auto type = static_cast<std::int64_t>(sighting.type);
  work_.rows(
      "SELECT id FROM subjects WHERE type = ? AND key = ?",
      [&](const Statement& row) {
        it->second = row.integer(0);
        return false;
      },
      type, sighting.key);
  if (it->second == 0) {
    work_.run("INSERT INTO subjects(type, key, name) VALUES(?,?,?)", type, sighting.key,
              sighting.name);
    it->second = database_.last_id();
  }
  return it->second;
}

void TrackWriter::put(std::int64_t item, const SeenItem& seen) {
  int index = 0;
  const sighting::Looked looked = sighting::look_at(seen);
  for (const Due& due : looked.dues) {
    const DayRange days = days_of(due.date);
    if (days.empty()) continue;
    work_.run("INSERT INTO deadlines VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)", item, index++,
              days.end - 1, due.date, due.role, due.who, due.named, due.what, due.text,
              due.derivation, due.place.page, due.place.span.begin, due.place.span.end);
  }
  index = 0;
  for (const Sighting& one : looked.sightings) {
    work_.run("INSERT INTO steps VALUES(?,?,?,?,?,?,?,?,?,?)", subject_id(one), item, index++,
              one.role, one.date, one.place.page, one.place.span.begin, one.place.span.end,
              one.at.begin, one.at.size());
  }
}

Result<void> build_track_index(const sqlite::Database& database,
                               const std::function<void(std::int64_t, std::int64_t)>& progress) {
  constexpr std::int64_t kItemsAtOnce = 20'000;
  sqlite::Work work(database);
  TrackWriter writer(database, work);
  std::int64_t all = 0, done = 0;
  work.rows("SELECT count(*) FROM items", [&](const Statement& row) {
    all = row.integer(0);
    return true;
  });
  work.run("DELETE FROM deadlines");
  work.run("DELETE FROM steps");
  work.rows("SELECT id, record, title_pieces, body_pieces FROM items ORDER BY id",
            [&](const Statement& row) {
              const auto title = unpacked(row.blob(2)), body = unpacked(row.blob(3));
              const auto record = packed_record(database, row.blob(1));
              if (!record) return work.fail_with(record.error()), false;
              writer.put(row.integer(0), {*record, title, body});
              if (++done % kItemsAtOnce == 0 && progress) progress(done, all);
              return work.ok();
            });
  // Links are proposed again by today's rules; what an editor decided stays.
  work.run("DELETE FROM links WHERE state = 'proposed'");
  work.run(
      "DELETE FROM subjects WHERE NOT EXISTS(SELECT 1 FROM steps WHERE subject = subjects.id) AND "
      "NOT EXISTS(SELECT 1 FROM links WHERE one = subjects.id OR other = subjects.id)");
  work.run("UPDATE track_state SET rules = ?, linked = 0", sightings_version());
  return work.result();
}

}  // namespace guanlan
