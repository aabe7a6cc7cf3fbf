// Subjects as the index has them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "guanlan/track.h"
#include "store/sqlite.h"
#include "store/work.h"

namespace guanlan::tracking {

struct Subject {
  std::int64_t id = 0;
  SubjectType type{};
  std::string key, name;
};

// The rows of a query for id, type, key, name, with its two values bound.
[[nodiscard]] std::vector<Subject> subjects_where(sqlite::Work& work, std::string_view sql,
                                                  std::int64_t type, std::string_view value);

// A group of subjects that followed links make one: member → the link that brought it, 0 for the
// first one.
using Group = std::map<std::int64_t, std::int64_t>;
[[nodiscard]] Group group_of(sqlite::Work& work, std::int64_t subject, bool follow_links);

[[nodiscard]] std::vector<SubjectLink> links_where(sqlite::Work& work, std::string_view sql,
                                                   std::int64_t value);

}  // namespace guanlan::tracking
