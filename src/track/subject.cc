#include "track/subject.h"

namespace guanlan {

bool SubjectLink::followed() const {
  return state == "accepted" || (state == "proposed" && score >= kFollowedScore);
}

namespace tracking {

using sqlite::Statement;
using sqlite::Work;

std::vector<Subject> subjects_where(Work& work, std::string_view sql, std::int64_t type,
                                    std::string_view value) {
  std::vector<Subject> out;
  work.rows(
      sql,
      [&](const Statement& row) {
        out.push_back({row.integer(0), static_cast<SubjectType>(row.integer(1)),
                       std::string(row.text(2)), std::string(row.text(3))});
        return true;
      },
      type, value);
  return out;
}

Group group_of(Work& work, std::int64_t subject, bool follow_links) {
  Group out{{subject, 0}};
  std::vector<std::int64_t> open{subject};
  while (follow_links && !open.empty()) {
    const std::int64_t from = open.back();
    open.pop_back();
    std::vector<std::pair<std::int64_t, std::int64_t>> found;
    work.rows(
        "SELECT id, CASE WHEN one = ?1 THEN other ELSE one END FROM links WHERE (one = ?1 OR "
        "other = ?1) AND (state = 'accepted' OR (state = 'proposed' AND score >= ?2))",
        [&](const Statement& row) {
          found.emplace_back(row.integer(0), row.integer(1));
          return true;
        },
        from, kFollowedScore);
    for (const auto& [link, member] : found) {
      if (out.emplace(member, link).second) open.push_back(member);
    }
  }
  return out;
}

std::vector<SubjectLink> links_where(Work& work, std::string_view sql, std::int64_t value) {
  std::vector<SubjectLink> out;
  work.rows(
      sql,
      [&](const Statement& row) {
        out.push_back({row.integer(0), static_cast<SubjectType>(row.integer(1)),
                       std::string(row.text(2)), std::string(row.text(3)), std::string(row.text(4)),
                       static_cast<int>(row.integer(5)), std::string(row.text(6))});
        return true;
      },
      value);
  return out;
}

}  // namespace tracking
}  // namespace guanlan
