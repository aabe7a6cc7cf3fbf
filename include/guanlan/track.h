// track: stored records → deadlines, timelines, alerts.
//
// Answers come from an index that the store fills when a file is added (guanlan/sightings.h), never
// from reading all records. An index that was made under other rules is made again when a Tracker
// is opened, in one transaction.
//
// A Tracker is used by one thread at a time; several may be open on one database. It sees what was
// committed before the call. Errors: those of open_store(), invalid (the question).
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/record.h"
#include "guanlan/result.h"

namespace guanlan {

struct DeadlineQuery {
  std::string since = {}, until = {};  // ISO 8601 prefixes, both included; empty: open
  std::string on = {};                 // the day that days are counted from, 2024-05-01
};

// A day by which somebody must act, with its place in the source.
struct Deadline {
  std::string date;        // as precise as it is given: 2024-05-10, 2024-05, 2024-Q3
  std::string last_day;    // the last day that counts: 2024-05-31
  std::string role;        // deadline comment_by end
  std::string who, named;  // see Due
  std::string what;        // the sentence
  std::string text;        // the words of the date
  std::string derivation;  // of a reckoned day; empty: it is printed
  RawSpan place;
  std::int64_t item = 0, document = 0;
  std::string title, kind, file;
  int days_left = 0;          // from `on` to last_day; negative: past
  // Days that are worked after `on` up to last_day, negative: since then; none over ten years.
  std::optional<int> working_days_left;
  bool day_off = false;       // last_day is a weekend or a holiday
  bool calendar_known = true; // holidays.tsv has the years between; else weekends only
};

class Tracker {
 public:
  // The database of a store; it must exist and is migrated where it is older.
  [[nodiscard]] static Result<std::unique_ptr<Tracker>> open(const std::filesystem::path& database);
  ~Tracker();

  // In order of their last day.
  [[nodiscard]] Result<std::vector<Deadline>> deadlines(const DeadlineQuery& query) const;

 private:
  struct Inside;
  explicit Tracker(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

// The day it is in China at that time: the calendar of those who are bound.
[[nodiscard]] std::string china_day(std::chrono::sys_seconds time);

// Deadlines as an iCalendar (RFC 5545): one all-day event for each that has a day; the same
// deadlines at the same `stamp` (2024-05-01T08:00:00Z) give the same bytes.
[[nodiscard]] std::string icalendar(const std::vector<Deadline>& deadlines, std::string_view stamp);

}  // namespace guanlan
