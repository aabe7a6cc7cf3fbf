#include <fmt/format.h>

#include <algorithm>

#include "sightings/placed_text.h"
#include "store/packed_item.h"
#include "store/packed_spans.h"
#include "track/inside.h"
#include "track/links.h"
#include "track/naming.h"
#include "track/subject.h"

namespace guanlan {
namespace {

using sqlite::Statement;
using sqlite::Work;
using tracking::Group;
using tracking::Subject;

// The first place below the country of the item, or of its part that tells the step.
std::string region_of(const sighting::PlacedText& text, Span words) {
  Span around{0, static_cast<std::uint32_t>(text.text().size())};
  for (const Span part : text.parts()) {
    if (part.contains(words)) around = part;
  }
  for (const sighting::Json& region : sighting::list_of(text.record(), "regions")) {
    const auto at = text.find(region);
    std::string path = sighting::text_of(region, "path");
    if (path != "中国" && at && around.contains(*at)) return path;
  }
  return {};
}

void add_steps(Work& work, const Subject& subject, std::int64_t link, std::vector<Step>& out) {
  work.rows(
      "SELECT s.date, s.role, s.item, i.document, i.title, i.kind, f.name, s.page, s.begin, s.end, "
      "s.at, s.size, i.record, i.title_pieces, i.body_pieces FROM steps s JOIN items i ON i.id = "
      "s.item JOIN documents f ON f.id = i.document WHERE s.subject = ?",
      [&](const Statement& row) {
        Step step;
        step.date = row.text(0);
        step.role = row.text(1);
        step.name = subject.name;
        step.item = row.integer(2);
        step.document = row.integer(3);
        step.title = row.text(4);
        step.kind = row.text(5);
        step.file = row.text(6);
        step.place = {static_cast<int>(row.integer(7)),
                      {static_cast<std::uint32_t>(row.integer(8)),
                       static_cast<std::uint32_t>(row.integer(9))}};
        step.link = link;
        const auto title = unpacked(row.blob(13)), body = unpacked(row.blob(14));
        const auto record = packed_record(work.database(), row.blob(12));
        if (!record) return work.fail_with(record.error()), false;
        const sighting::PlacedText text({*record, title, body});
        const auto at = static_cast<std::uint32_t>(row.integer(10));
        const Span words{at, at + static_cast<std::uint32_t>(row.integer(11))};
        if (words.end <= text.text().size()) step.text = text.of(text.sentence(words));
        step.region = region_of(text, words);
        out.push_back(std::move(step));
        return true;
      },
      subject.id);
}

// In order of date, undated last; the order of a life within a day.
void put_in_order(std::vector<Step>& steps) {
  constexpr std::string_view kOrder[] = {
      "draft",         "adopted",  "published", "issued",   "amended",    "effective", "launched",
      "filed",         "solved",   "captured",  "detained", "restrained", "bailed",    "arrested",
      "transferred",   "indicted", "sued",      "accepted", "heard",      "judged",    "appealed",
      "appeal_judged", "retried",  "notified",  "retested", "removed"};
  const auto rank = [&](const Step& s) {
    return std::find(std::begin(kOrder), std::end(kOrder), s.role) - std::begin(kOrder);
  };
  std::stable_sort(steps.begin(), steps.end(), [&](const Step& a, const Step& b) {
    return std::tuple(a.date.empty(), std::string_view(a.date), rank(a), a.item) <
           std::tuple(b.date.empty(), std::string_view(b.date), rank(b), b.item);
  });
}

// Results are told sentence by sentence, what a body does item by item; every other step of one day
// is one step.
bool same_step(SubjectType type, const Step& a, const Step& b) {
  if (a.date != b.date || a.role != b.role || a.date.empty()) return false;
  if (type == SubjectType::authority || type == SubjectType::org) return a.title == b.title;
  return a.role.starts_with("results") ? a.text == b.text : a.name == b.name;
}

void fold_repeats(SubjectType type, std::vector<Step>& steps) {
  std::vector<Step> out;
  for (Step& step : steps) {
    const auto first = std::find_if(out.rbegin(), out.rend(),
                                    [&](const Step& s) { return same_step(type, s, step); });
    if (first == out.rend()) {
      out.push_back(std::move(step));
    } else if (first->item != step.item) {
      first->also.push_back(step.item);
    }
  }
  steps = std::move(out);
}

// Notified again after the day to rectify by, or after it was taken down.
void mark_relapses(std::vector<Step>& steps) {
  for (Step& step : steps) {
    if (step.role != "notified") continue;
    const bool before = std::any_of(steps.begin(), steps.end(), [&](const Step& s) {
      const bool ends = s.role == "rectify_by" || s.role == "removed";
      return ends && s.item != step.item && !s.date.empty() && s.date < step.date;
    });
    if (before) step.role = "relapse";
  }
}

}  // namespace

Result<Timeline> Tracker::timeline(const TimelineQuery& query) const {
  if (auto done = tracking::propose_links(inside_->database); !done)
    return tl::unexpected(done.error());
  Work work(inside_->database);
  const auto roots = tracking::resolve(work, query);
  if (!roots) return tl::unexpected(roots.error());
  Timeline out;
  out.type = roots->front().type;
  const std::string asked = tracking::bare_name(query.name);
  const bool only_parts =
      roots->front().name != asked && roots->front().key != subject_key(out.type, asked);
  const std::string key = only_parts ? subject_key(out.type, asked) : roots->front().key;
  out.name = only_parts ? asked : roots->front().name;
  out.parent = tracking::parent_of(out.type, key);
  for (const Subject& root : *roots) {
    if (root.key != key) out.parts.push_back(root.name);
    for (const auto& [id, link] : tracking::group_of(work, root.id, query.follow_links)) {
      const auto member = tracking::subjects_where(
          work, "SELECT id, type, key, name FROM seen_subjects WHERE id = ? AND ? = ''", id, "");
      if (member.empty()) continue;
      add_steps(work, member.front(), link, out.steps);
      if (link != 0) out.also.push_back(member.front().name);
    }
    for (
        SubjectLink& link : tracking::links_where(
            work,
            "SELECT l.id, a.type, a.name, b.name, l.reason, l.score, l.state FROM links l JOIN "
            "seen_subjects a ON a.id = l.one JOIN seen_subjects b ON b.id = l.other WHERE l.one = ?1 OR "
            "l.other = ?1 ORDER BY l.score DESC, l.id",
            root.id))
      out.links.push_back(std::move(link));
  }
  put_in_order(out.steps);
  fold_repeats(out.type, out.steps);
  if (out.type == SubjectType::app) mark_relapses(out.steps);
  return work.give(std::move(out));
}

}  // namespace guanlan
