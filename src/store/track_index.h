// Writes the index of what goes on in time, inside the transaction that writes the items.
//
//   deadlines       the days by which somebody must act, by item
//   subjects        instruments, campaigns, cases, apps and bodies by key; never taken away
//   steps           a subject in a role in an item
//   links           subjects that may be one, with the reason; made by track, not here
//   track_state     under which rules the index was made, and up to which subject links were looked
//   for saved_queries, alerts, alert_seen   what readers want to be told; see track
//
// Deadlines and steps go with their item.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "guanlan/sightings.h"
#include "store/sqlite.h"
#include "store/work.h"

namespace guanlan {

extern const std::string_view kTrackTables;  // their CREATE statements
// seen_subjects: those of which some item tells. A subject of which none does any more keeps its
// row for what was decided about its links, and is not asked for.
extern const std::string_view kSeenSubjects;

class TrackWriter {
 public:
  TrackWriter(const sqlite::Database& database, sqlite::Work& work)
      : database_(database), work_(work) {}
  void put(std::int64_t item, const SeenItem& seen);

 private:
  [[nodiscard]] std::int64_t subject_id(const Sighting& sighting);

  const sqlite::Database& database_;
  sqlite::Work& work_;
  std::map<std::pair<SubjectType, std::string>, std::int64_t> known_;
};

// Makes the index of deadlines and steps from the items that are there; subjects and links stay.
[[nodiscard]] Result<void> build_track_index(
    const sqlite::Database& database,
    const std::function<void(std::int64_t done, std::int64_t all)>& progress);

}  // namespace guanlan
