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
#include "guanlan/sightings.h"

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
  int days_left = 0;  // from `on` to last_day; negative: past
  // Days that are worked after `on` up to last_day, negative: since then; none over ten years.
  std::optional<int> working_days_left;
  bool day_off = false;        // last_day is a weekend or a holiday
  bool calendar_known = true;  // holidays.tsv has the years between; else weekends only
};

// Two subjects that may be one. Proposed by a rule with its reason and score; nothing is merged
// silently: what a link brings into a timeline says so, and undoing it takes it out again.
struct SubjectLink {
  std::int64_t id = 0;
  SubjectType type{};
  std::string one, other;  // names
  std::string reason;
  int score = 0;      // 0 to 100
  std::string state;  // proposed accepted undone
  // Followed by timelines: accepted, or proposed with at least kFollowedScore.
  [[nodiscard]] bool followed() const;
};
inline constexpr int kFollowedScore = 70;

// One step of a subject, as an item tells it.
struct Step {
  std::string date;  // ISO 8601 prefix; empty: the item gives none
  std::string role;  // docs/tracking.md
  std::string name;  // what the subject is called there
  std::int64_t item = 0, document = 0;
  std::string title, kind, file;
  std::string region;  // the first place below the country of the item, or of its part; empty: none
  std::string text;    // the sentence
  RawSpan place;       // of the words in it
  std::int64_t link = 0;           // the link that brought it; 0: the subject itself
  std::vector<std::int64_t> also;  // further items that tell the same step of the same day
};

struct TimelineQuery {
  std::string name;  // NAME, or NAME@ITEM: the one of that name that the item tells of
  std::optional<SubjectType> type = {};  // none: whatever has that name
  bool follow_links = true;
};
struct Timeline {
  SubjectType type{};
  std::string name;
  std::vector<std::string> also;   // other names of it
  std::string parent;              // of a campaign: 清朗 of 清朗·示例整治
  std::vector<std::string> parts;  // its sub-actions, whose steps are among `steps`
  std::vector<Step> steps;         // by date, undated last
  std::vector<SubjectLink> links;  // that it has, followed or not
};

struct SubjectRow {
  SubjectType type{};
  std::string name;  // NAME@ITEM where several have it
  std::int64_t items = 0;
  std::string first, last;  // dates of its steps; empty: undated
};
struct SubjectPage {
  std::vector<SubjectRow> rows;  // most items first
  std::int64_t total = 0;
};

// An item that shares a subject with another one.
struct Neighbour {
  std::int64_t item = 0;
  std::string title;
  SubjectType reason{};
};

class Tracker {
 public:
  // The database of a store; it must exist and is migrated where it is older.
  [[nodiscard]] static Result<std::unique_ptr<Tracker>> open(const std::filesystem::path& database);
  ~Tracker();

  // In order of their last day.
  [[nodiscard]] Result<std::vector<Deadline>> deadlines(const DeadlineQuery& query) const;

  // not_found: no subject has that name (the hint names similar ones); invalid: several kinds of
  // subject have it.
  [[nodiscard]] Result<Timeline> timeline(const TimelineQuery& query) const;
  // Those whose name contains `words`.
  [[nodiscard]] Result<SubjectPage> subjects(SubjectType type, std::string_view words,
                                             std::size_t first, std::size_t count) const;
  // Items with the same instrument, campaign or case; newest first, at most `most`.
  [[nodiscard]] Result<std::vector<Neighbour>> neighbours(std::int64_t item,
                                                          std::size_t most) const;

  // All of them, best first.
  [[nodiscard]] Result<std::vector<SubjectLink>> links() const;
  // accepted: followed from now on, whatever its score; undone: not followed and not proposed
  // again. not_found: no such link.
  [[nodiscard]] Result<SubjectLink> decide(std::int64_t link, bool accepted);

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
