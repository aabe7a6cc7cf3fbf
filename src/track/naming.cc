#include "track/naming.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "sightings/words.h"

namespace guanlan::tracking {
namespace {

using sqlite::Statement;
using sqlite::Work;

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
  return subjects_where(work, kBeginning, static_cast<std::int64_t>(type), key);
}

Error nobody(Work& work, const TimelineQuery& query) {
  std::string similar;
  for (const SubjectType type : types_of(query)) {
    const std::string key = subject_key(type, query.name);
    if (key.empty()) continue;
    for (const Subject& one :
         subjects_where(work, kContaining, static_cast<std::int64_t>(type), key))
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
  auto found = subjects_where(work, kByKey, number, subject_key(type, name.name));
  if (found.empty()) found = subjects_where(work, kByName, number, name.name);
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
  const auto group = group_of(work, found.front().id, query.follow_links);
  const bool one = std::all_of(found.begin(), found.end(),
                               [&](const Subject& s) { return group.count(s.id) != 0; });
  if (!one) return tl::unexpected(several(work, name.name, found));
  found.resize(1);
  return found;
}

}  // namespace

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

std::string bare_name(const std::string& name) { return wanted(name).name; }

std::string parent_of(SubjectType type, const std::string& key) {
  static const auto codes = sighting::words_of("campaigns", "code");
  const std::string_view code =
      type == SubjectType::campaign ? sighting::beginning(key, codes) : std::string_view();
  return code.size() < key.size() ? std::string(code) : std::string();
}

}  // namespace guanlan::tracking
