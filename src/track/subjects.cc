#include <fmt/format.h>

#include <algorithm>

#include "track/inside.h"
#include "track/links.h"
#include "track/subject.h"

namespace guanlan {

using sqlite::Statement;
using sqlite::Work;

Result<SubjectPage> Tracker::subjects(SubjectType type, std::string_view words, std::size_t first,
                                      std::size_t count) const {
  const std::string key = words.empty() ? std::string() : subject_key(type, words);
  Work work(inside_->database);
  SubjectPage out;
  work.rows(
      "SELECT count(*) FROM seen_subjects s WHERE s.type = ? AND instr(s.key, ?) > 0",
      [&](const Statement& row) {
        out.total = row.integer(0);
        return false;
      },
      static_cast<std::int64_t>(type), key);
  work.rows(
      "SELECT s.name, count(DISTINCT t.item) AS items, min(nullif(t.date, '')), max(t.date), "
      "min(t.item), EXISTS(SELECT 1 FROM seen_subjects o WHERE o.type = s.type AND o.name = "
      "s.name AND o.id <> s.id) FROM subjects s JOIN steps t ON t.subject = "
      "s.id WHERE s.type = ? AND instr(s.key, ?) > 0 GROUP BY s.id ORDER BY items DESC, s.name, "
      "s.id LIMIT ? OFFSET ?",
      [&](const Statement& row) {
        std::string name(row.text(0));
        if (row.integer(5) != 0) name += "@" + std::to_string(row.integer(4));
        out.rows.push_back({type, std::move(name), row.integer(1), std::string(row.text(2)),
                            std::string(row.text(3))});
        return true;
      },
      static_cast<std::int64_t>(type), key, static_cast<std::int64_t>(count),
      static_cast<std::int64_t>(first));
  return work.give(std::move(out));
}

Result<std::vector<Neighbour>> Tracker::neighbours(std::int64_t item, std::size_t most) const {
  Work work(inside_->database);
  std::vector<std::pair<std::int64_t, SubjectType>> own;
  work.rows(
      "SELECT DISTINCT s.id, s.type FROM steps t JOIN subjects s ON s.id = t.subject WHERE t.item "
      "= ? AND s.type <= ? ORDER BY s.type, s.id",
      [&](const Statement& row) {
        own.emplace_back(row.integer(0), static_cast<SubjectType>(row.integer(1)));
        return true;
      },
      item, static_cast<std::int64_t>(SubjectType::case_));
  std::vector<Neighbour> out;
  for (const auto& [subject, reason] : own) {
    for (const auto& [member, link] : tracking::group_of(work, subject, true)) {
      work.rows(
          "SELECT DISTINCT i.id, i.title FROM steps t JOIN items i ON i.id = t.item WHERE "
          "t.subject = ? AND i.id <> ? ORDER BY i.event_date DESC, i.id DESC LIMIT ?",
          [&, why = reason](const Statement& row) {
            const std::int64_t id = row.integer(0);
            const bool known = std::any_of(out.begin(), out.end(),
                                           [&](const Neighbour& n) { return n.item == id; });
            if (!known) out.push_back({id, std::string(row.text(1)), why});
            return out.size() < most;
          },
          member, item, static_cast<std::int64_t>(most));
      if (out.size() >= most) return work.give(std::move(out));
    }
  }
  return work.give(std::move(out));
}

Result<std::vector<SubjectLink>> Tracker::links() const {
  if (auto done = tracking::propose_links(inside_->database); !done)
    return tl::unexpected(done.error());
  Work work(inside_->database);
  return work.give(tracking::links_where(
      work,
      "SELECT l.id, a.type, a.name, b.name, l.reason, l.score, l.state FROM links l JOIN "
      "seen_subjects a ON a.id = l.one JOIN seen_subjects b ON b.id = l.other WHERE ? = 0 ORDER BY l.score DESC, l.id",
      0));
}

Result<SubjectLink> Tracker::decide(std::int64_t link, bool accepted) {
  Work work(inside_->database);
  work.run("UPDATE links SET state = ? WHERE id = ?", accepted ? "accepted" : "undone", link);
  auto found = tracking::links_where(
      work,
      "SELECT l.id, a.type, a.name, b.name, l.reason, l.score, l.state FROM links l JOIN "
      "seen_subjects a ON a.id = l.one JOIN seen_subjects b ON b.id = l.other WHERE l.id = ?",
      link);
  if (!work.ok()) return tl::unexpected(work.result().error());
  if (found.empty())
    return fail(Code::not_found, fmt::format("没有编号 {} 的关联", link), {},
                "编号见 guanlan timeline --links");
  if (auto ok = tracking::settle_links(inside_->database, found.front().type, link); !ok)
    return tl::unexpected(ok.error());
  return std::move(found.front());
}

}  // namespace guanlan
