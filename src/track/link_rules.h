// Why two subjects of different keys may be one, one function a kind of subject. Pure: the names
// and what is known of their steps go in, a reason and a score come out.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "guanlan/sightings.h"

namespace guanlan::tracking {

// What the rules look at.
struct Profile {
  std::string key, name;
  bool drafts = false,
       decided = false;     // of an instrument: has steps of a draft, of a decided text
  std::string first, last;  // dates of its steps
  std::set<std::int64_t> items;
  std::string caught, judged;  // of a case: the last day of filing and arrest, the first judgment
};

struct Proposal {
  std::string reason;
  int score = 0;
};

[[nodiscard]] std::optional<Proposal> link_instruments(const Profile& a, const Profile& b);
[[nodiscard]] std::optional<Proposal> link_campaigns(const Profile& a, const Profile& b);
[[nodiscard]] std::optional<Proposal> link_cases(const Profile& a, const Profile& b);
[[nodiscard]] std::optional<Proposal> link_apps(const Profile& a, const Profile& b);
[[nodiscard]] std::optional<Proposal> link_authorities(const Profile& a, const Profile& b);
[[nodiscard]] std::optional<Proposal> link_orgs(const Profile& a, const Profile& b);

[[nodiscard]] std::optional<Proposal> link(SubjectType type, const Profile& a, const Profile& b);

// What a link is worth where several subjects fit as well that cannot be one: kept, not followed.
inline constexpr int kUnresolvedScore = 60;

// Two subjects that both may be a third and cannot be one: the cases of two courts of one instance,
// the apps of two developers, two companies. One of them or none is the third.
[[nodiscard]] bool rivals(SubjectType type, const Profile& a, const Profile& b);

// Whether authorities.tsv knows a body's predecessors or successors.
[[nodiscard]] bool was_reorganised(const std::string& key);

// Pairs of characters that follow each other.
[[nodiscard]] std::vector<std::uint64_t> pairs_of(std::string_view key);

}  // namespace guanlan::tracking
