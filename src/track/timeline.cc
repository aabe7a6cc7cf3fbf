#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "sightings/placed_text.h"
#include "sightings/words.h"
#include "store/packed_item.h"
#include "store/packed_spans.h"
#include "track/inside.h"
#include "track/links.h"
#include "track/subject.h"

namespace guanlan {
namespace {

using sqlite::Statement;
using sqlite::Work;
using tracking::Group;
using tracking::Subject;

constexpr std::string_view kByKey =
    "SELECT id, type, key, name FROM seen_subjects WHERE type = ? AND key = ?";
constexpr std::string_view kByName =
    "SELECT id, type, key, name FROM seen_subjects WHERE type = ?1 AND key = ?2 AND name = ?2 UNION ALL "
    "SELECT id, type, key, name FROM seen_subjects WHERE type = ?1 AND name = ?2 AND name <> key";
constexpr std::string_view kContaining =
    "SELECT id, type, key, name FROM seen_subjects WHERE type = ? AND instr(key, ?) > 0 LIMIT 8";
constexpr std::string_view kBeginning =
    "SELECT id, type, key, name FROM seen_subjects WHERE type = ?1 AND substr(key, 1, length(?2)) = ?2 "
    "AND length(key) > length(?2) ORDER BY key";

std::vector<SubjectType> types_of(const TimelineQuery& query) {
  if (query.type) return {*query.type};
  std::vector<SubjectType> out;
  for (int i = 0; i < static_cast<int>(SubjectType::count_); ++i)
    out.push_back(static_cast<SubjectType>(i));
  return out;
}

// Sub-actions of a code: 清朗·示例整治, 净网2024.
std::vector<Subject> parts_of(Work& work, SubjectType type, const std::string& key) {
  static const auto codes = sighting::words_of("campaigns", "code");
  const bool code = std::find(codes.begin(), codes.end(), key) != codes.end();
  if (type != SubjectType::campaign || !code) return {};
  return tracking::subjects_where(work, kBeginning, static_cast<std::int64_t>(type), key);
}

std::string parent_of(SubjectType type, const std::string& key) {
  static const auto codes = sighting::words_of("campaigns", "code");
  const std::string_view code =
      type == SubjectType::campaign ? sighting::beginning(key, codes) : std::string_view();
  return code.size() < key.size() ? std::string(code) : std::string();
}

Error nobody(Work& work, const TimelineQuery& query) {
  std::string similar;
  for (const SubjectType type : types_of(query)) {
    const std::string key = subject_key(type, query.name);
    if (key.empty()) continue;
    for (const Subject& one :
         tracking::subjects_where(work, kContaining, static_cast<std::int64_t>(type), key))
      similar += (similar.empty() ? "" : "、") + one.name;
  }
  return {Code::not_found,
          fmt::format("库中没有「{}」的记载", query.name),
          {},
          similar.empty() ? "用 guanlan search 查它怎样写" : fmt::format("相近的有：{}", similar)};
}

// NAME@7: the one of that name that item 7 tells of.
struct Wanted {
  std::string name;
  std::int64_t item = 0;
};
Wanted wanted(const std::string& name) {
  const std::size_t at = name.rfind('@');
  std::int64_t item = 0;
  const char* const end = name.data() + name.size();
  if (at == name.npos || std::from_chars(name.data() + at + 1, end, item).ptr != end || item <= 0)
    return {name, 0};
  return {name.substr(0, at), item};
}

Error several(Work& work, const std::string& name, const std::vector<Subject>& found) {
  std::string out;
  for (const Subject& one : found) {
    work.rows(
        "SELECT s.item, min(s.date), i.title FROM steps s JOIN items i ON i.id = s.item WHERE "
        "s.subject = ?",
        [&](const Statement& row) {
          out += fmt::format("{}{}@{}（{}，{}）", out.empty() ? "" : "、", name, row.integer(0),
                             row.text(1), row.text(2));
          return false;
        },
        one.id);
  }
  return {Code::invalid,
          fmt::format("「{}」不止一个：{}", name, out),
          {},
          "在名称后加 @条目编号，如列出的那样"};
}

// The subjects of one type that the words name; one of those that followed links make one stands
// for them.
Result<std::vector<Subject>> named(Work& work, const TimelineQuery& query, SubjectType type,
                                   const Wanted& name) {
  const auto number = static_cast<std::int64_t>(type);
  auto found = tracking::subjects_where(work, kByKey, number, subject_key(type, name.name));
  if (found.empty()) found = tracking::subjects_where(work, kByName, number, name.name);
  if (name.item != 0) {
    std::erase_if(found, [&](const Subject& s) {
      bool told = false;
      work.rows(
          "SELECT 1 FROM steps WHERE subject = ? AND item = ?",
          [&](const Statement&) { return told = true, false; }, s.id, name.item);
      return !told;
    });
  }
  if (found.size() < 2) return found;
  const auto group = tracking::group_of(work, found.front().id, query.follow_links);
  const bool one = std::all_of(found.begin(), found.end(),
                               [&](const Subject& s) { return group.count(s.id) != 0; });
  if (!one) return tl::unexpected(several(work, name.name, found));
  found.resize(1);
  return found;
}

// The subjects that a name stands for; one, or a code with its sub-actions.
Result<std::vector<Subject>> resolve(Work& work, const TimelineQuery& query) {
  std::vector<Subject> out;
  std::string types;
  const Wanted name = wanted(query.name);
  for (const SubjectType type : types_of(query)) {
    auto found = named(work, query, type, name);
    if (!found) return found;
    for (Subject& part : parts_of(work, type, subject_key(type, name.name)))
      found->push_back(std::move(part));
    if (found->empty()) continue;
    types += (types.empty() ? "" : "、") + std::string(guanlan::name(type));
    if (out.empty()) out = std::move(*found);
  }
  if (!work.ok()) return tl::unexpected(work.result().error());
  if (types.find("、") != std::string::npos)
    return fail(Code::invalid, fmt::format("「{}」不止一种：{}", query.name, types), {},
                "用 --of 指明是哪一种");
  if (out.empty()) return tl::unexpected(nobody(work, query));
  return out;
}

// The part of an item that holds the words; all of it where none does.
Span part_around(const sighting::PlacedText& text, Span words) {
  for (const sighting::Json& part : sighting::list_of(text.record(), "parts")) {
    if (!part.is_object()) continue;
    Span out;
    for (const char* name : {"title_span", "span"}) {
      const auto place = sighting::place_of(part.value(name, sighting::Json()));
      const auto at = place ? text.find(place->span) : std::nullopt;
      if (at) out = out.empty() ? *at : Span{out.begin, at->end};
    }
    if (out.contains(words)) return out;
  }
  return {0, static_cast<std::uint32_t>(text.text().size())};
}

// The first place below the country of the item, or of its part that tells the step.
std::string region_of(const sighting::PlacedText& text, Span words) {
  const Span part = part_around(text, words);
  for (const sighting::Json& region : sighting::list_of(text.record(), "regions")) {
    if (!region.is_object()) continue;
    const auto place = sighting::place_of(region.value("span", sighting::Json()));
    const auto at = place ? text.find(place->span) : std::nullopt;
    std::string path = sighting::text_of(region, "path");
    if (path != "中国" && at && part.contains(*at)) return path;
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
  const auto roots = resolve(work, query);
  if (!roots) return tl::unexpected(roots.error());
  Timeline out;
  out.type = roots->front().type;
  const std::string asked = wanted(query.name).name;
  const bool only_parts =
      roots->front().name != asked && roots->front().key != subject_key(out.type, asked);
  const std::string key = only_parts ? subject_key(out.type, asked) : roots->front().key;
  out.name = only_parts ? asked : roots->front().name;
  out.parent = parent_of(out.type, key);
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
