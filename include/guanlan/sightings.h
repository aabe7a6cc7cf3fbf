// sightings: what one record says about things that go on in time – who must act by which day, and
// which instrument, campaign, case, app, authority or organisation is seen in it, in which role.
//
// A function of the stored item alone (its record and where its wording stands), so that the store
// can fill its index when a file is added and make it again from what it holds. Knows nothing of
// other items: what belongs together over items is decided by track.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/record.h"
#include "guanlan/span.h"

namespace guanlan {

// Raised whenever a change of code may change what is seen.
inline constexpr int kSightingsVersion = 3;
// With rules_version(): an index that was made under another version is made again.
[[nodiscard]] const std::string& sightings_version();

// A stored item as it is looked at.
struct SeenItem {
  std::string_view record;                // one line of JSON
  const std::vector<Span>& title_pieces;  // of the wording in the source's raw text
  const std::vector<Span>& body_pieces;
};

// A day by which somebody must act.
struct Due {
  std::string date;   // ISO 8601 prefix, 2024-H1, 2024-Q3
  std::string role;   // deadline comment_by end
  std::string who;    // as printed: 被通报的APP, 各单位; empty: the sentence names nobody
  std::string named;  // the apps or organisations that `who` points to, joined by 、
  std::string what;   // the sentence that says so
  std::string text;   // the words of the date
  std::string derivation;  // of a reckoned day; empty: the day is printed
  RawSpan place;           // of the words of the date
  Span sentence;           // of `what`, bytes of raw
};

// In the order of the text; the same day of the same sentence once.
[[nodiscard]] std::vector<Due> dues(const SeenItem& item);

// What a timeline may be of. The numbers stand in database files.
enum class SubjectType : std::uint8_t {
  instrument = 0,
  campaign = 1,
  case_ = 2,
  app = 3,
  authority = 4,
  org = 5,
  count_
};
[[nodiscard]] std::string_view name(
    SubjectType type);  // instrument campaign case app authority org
[[nodiscard]] std::optional<SubjectType> subject_type(std::string_view name);

// A subject in one role in one item.
struct Sighting {
  SubjectType type{};
  std::string key;        // subject_key(): what has the same key is the same subject
  std::string name;       // to show: 数据安全管理条例, without the markers of its stage
  std::string_view role;  // docs/tracking.md lists them
  std::string date;       // ISO 8601 prefix; empty: the item gives none
  RawSpan place;          // of the words that name the subject or tell the step
  Span at;                // the same in title, line end, body of the record
};

// In the order of the text; a subject once in each role and day.
[[nodiscard]] std::vector<Sighting> sightings(const SeenItem& item);

// The key under which a printed name is kept: widths, case, blanks, punctuation and the markers of
// a stage or a platform do not matter; short and official names that the lexicon knows meet.
[[nodiscard]] std::string subject_key(SubjectType type, std::string_view name);

}  // namespace guanlan
