// Cases: a masked name, a place, a court and what it is about, through filing, arrest, indictment,
// judgment and appeal. Two courts are two cases; that one is the other's appeal is proposed by
// track.
//
// A notice of several cases lists them as parts; each part is a case. Two items speak of one case
// for certain only where masked name, place and charge agree; anything less is proposed by track.
#include <algorithm>

#include "sightings/finder.h"
#include "sightings/keys.h"
#include "sightings/words.h"
#include "text/utf8.h"

namespace guanlan::sighting {
namespace {

using Words = std::vector<std::string_view>;

// Roles and their words, in the order of a case's way.
const std::vector<std::pair<std::string_view, Words>>& stages() {
  static const auto all = [] {
    std::vector<std::pair<std::string_view, Words>> out;
    for (const std::string_view role :
         {"filed", "captured", "detained", "arrested", "indicted", "sued", "judged", "appealed"}) {
      out.emplace_back(role, Words{});
      for (const std::string_view word : words_of("cases", "stage")) {
        if (third_column("cases", word) == role) out.back().second.push_back(word);
      }
    }
    return out;
  }();
  return all;
}

// 李某, 张某某, 王某甲; not 某公司, not 西安某.
std::string_view masked_at(std::string_view text, std::size_t mask, std::size_t floor) {
  constexpr std::string_view kMask = "某";
  static const Words surnames = words_of("surnames", "surname");
  const std::string_view surname = ending(text.substr(floor, mask - floor), surnames);
  if (surname.empty()) return {};
  const std::size_t begin = mask - surname.size();
  if (begin > floor) {
    constexpr std::string_view kBefore[] = {"人", "告", "、", "，",   "。", "对", "获", "诉", "为",
                                            "与", "和", "由", "破",   "起", "“",  "\n", "：", "同",
                                            "是", "将", "判", "原告", "（", "及", "犯"};
    const std::string_view before = text.substr(0, begin);
    if (std::none_of(std::begin(kBefore), std::end(kBefore),
                     [&](auto w) { return before.ends_with(w); }))
      return {};
  }
  std::size_t end = mask + kMask.size();
  if (text.substr(end).starts_with(kMask)) end += kMask.size();
  return text.substr(begin, end - begin);
}

struct Person {
  std::string_view name;
  Span at;
};

std::optional<Person> first_person(std::string_view text, Span scope) {
  constexpr std::string_view kMask = "某";
  for (std::size_t at = text.find(kMask, scope.begin); at < scope.end;
       at = text.find(kMask, at + kMask.size())) {
    const std::string_view name = masked_at(text, at, scope.begin);
    if (name.empty()) continue;
    const auto begin = static_cast<std::uint32_t>(name.data() - text.data());
    return Person{name, {begin, begin + static_cast<std::uint32_t>(name.size())}};
  }
  return {};
}

// The finest place of the scope, to the city: 陕西省/西安市.
std::string place_of_case(const Finder& finder, Span scope) {
  std::string out;
  for (const Json& region : list_of(finder.record(), "regions")) {
    const auto at = finder.at(region);
    std::string path = text_of(region, "path");
    if (!at || path == "中国" || (!scope.contains(*at) && !finder.title().contains(*at))) continue;
    const std::size_t city = path.find('/');
    if (city != path.npos) path.resize(std::min(path.find('/', city + 1), path.size()));
    if (path.size() > out.size()) out = std::move(path);
  }
  return out;
}

std::string court_of(const Finder& finder, Span scope) {
  for (const Json& body : list_of(finder.record(), "authorities")) {
    const auto at = finder.at(body);
    const std::string court = text_of(body, "name");
    if (at && scope.contains(*at) && court.ends_with("法院")) return court;
  }
  return {};
}

std::string_view charge_of(std::string_view text) {
  static const std::vector<std::pair<std::string_view, std::string_view>> charges = [] {
    std::vector<std::pair<std::string_view, std::string_view>> out;
    for (const std::string_view word : words_of("cases", "charge")) {
      const std::string_view official = third_column("cases", word);
      out.emplace_back(word, official.empty() ? word : official);
    }
    return out;
  }();
  std::size_t best = text.npos;
  std::string_view out;
  for (const auto& [word, official] : charges) {
    const std::size_t at = text.find(word);
    if (at >= best) continue;
    best = at;
    out = official;
  }
  return out;
}

// The first line of a part of a notice; the title of a whole one.
std::string_view headline(const Finder& finder, Span scope) {
  const std::string_view words = finder.text().of(scope);
  return words.substr(0, std::min<std::size_t>(words.find('\n'), 120));
}

struct Case {
  std::string key, name;
};

// Nameless ones are told apart by their title: nothing says that they are one.
Case identify(const Finder& finder, Span scope) {
  const std::string_view words = finder.text().of(scope);
  const auto person = first_person(finder.text().text(), scope);
  const std::string place = place_of_case(finder, scope), court = court_of(finder, scope);
  const std::string_view charge = charge_of(words);
  if (charge.empty() && court.empty() && !person) return {};
  const std::string who = person ? std::string(person->name) : std::string(headline(finder, scope));
  const std::string& where = !place.empty() ? place : court;
  Case out;
  out.key = plain_key(who) + "|" + place + "|" + std::string(charge);
  if (!court.empty()) out.key += "|" + plain_key(court);
  const std::size_t city = where.rfind('/');
  const std::string near = !court.empty()       ? court
                           : city == where.npos ? where
                                                : where.substr(city + 1);
  out.name = person ? fmt::format("{}{}案（{}）", who, charge, near) : who;
  if (person && near.empty()) out.name = fmt::format("{}{}案", who, charge);
  return out;
}

// The day that stands before the word in its sentence, else the item's.
std::string date_of(const Finder& finder, Span at) {
  const Span sentence = finder.text().sentence(at);
  std::string out = finder.event_date();
  for (const DateAt& date : finder.dates()) {
    if (sentence.contains(date.at) && date.at.end <= at.begin) out = date.value;
  }
  return out;
}

void add_stages(Finder& finder, const Case& one, Span scope) {
  static const Words negations = words_of("cases", "not");
  const std::string_view text = finder.text().text();
  bool any = false;
  for (const auto& [role, words] : stages()) {
    for (const std::string_view word : words) {
      const std::size_t at = text.find(word, scope.begin);
      if (at == text.npos || at + word.size() > scope.end) continue;
      const std::string_view until = text.substr(0, at + word.size());
      if (!ending(until, negations).empty()) continue;
      const Span place{static_cast<std::uint32_t>(at),
                       static_cast<std::uint32_t>(at + word.size())};
      finder.add(SubjectType::case_, one.key, one.name, role, date_of(finder, place), place);
      any = true;
      break;
    }
  }
  if (!any)
    finder.add(SubjectType::case_, one.key, one.name, "reported", finder.event_date(),
               finder.title());
}

}  // namespace

void find_cases(Finder& finder) {
  if (finder.kind() != "criminal-case" && finder.kind() != "judgment") return;
  std::vector<Span> scopes;
  for (const Json& part : list_of(finder.record(), "parts")) {
    const auto body = finder.at(part);
    if (!body) continue;
    const auto title = part.contains("title_span") ? place_of(part["title_span"]) : std::nullopt;
    const auto head = title ? finder.text().find(title->span) : std::nullopt;
    scopes.push_back({head ? std::min(head->begin, body->begin) : body->begin, body->end});
  }
  if (scopes.empty())
    scopes.push_back({0, static_cast<std::uint32_t>(finder.text().text().size())});
  for (const Span scope : scopes) {
    const Case one = identify(finder, scope);
    if (!one.key.empty()) add_stages(finder, one, scope);
  }
}

}  // namespace guanlan::sighting
