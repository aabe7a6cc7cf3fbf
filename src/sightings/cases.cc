// Cases: a masked name, a place, a court and what it is about, through filing, arrest, indictment,
// judgment and appeal. Two courts are two cases; that one is the other's appeal is proposed by
// track.
//
// A notice of several cases lists them as parts; each part is a case. A masked name is no identity:
// two items speak of one case for certain only where everything that is known of it agrees, what
// they count included; anything less is proposed by track.
#include <fmt/format.h>

#include <algorithm>

#include "ledger/words.h"
#include "sightings/case_key.h"
#include "sightings/case_stages.h"
#include "sightings/finder.h"
#include "sightings/keys.h"
#include "sightings/words.h"
#include "text/utf8.h"

namespace guanlan::sighting {
namespace {

using Words = std::vector<std::string_view>;

// 李某, 张某某, 王某甲; not 某公司, not 西安某.
std::string_view masked_at(std::string_view text, std::size_t mask, std::size_t floor) {
  constexpr std::string_view kMask = "某";
  static const Words surnames = words_of("surnames", "surname");
  const std::string_view surname = ending(text.substr(floor, mask - floor), surnames);
  if (surname.empty()) return {};
  const std::size_t begin = mask - surname.size();
  if (begin > floor) {
    static const Words befores = words_of("cases", "before_name");
    if (text[begin - 1] != '\n' && ending(text.substr(0, begin), befores).empty()) return {};
  }
  static const Words orders = words_of("cases", "order");
  std::size_t end = mask + kMask.size();
  if (text.substr(end).starts_with(kMask)) end += kMask.size();
  const std::string_view order = beginning(text.substr(end), orders);
  if (!text.substr(end + order.size()).starts_with("方")) end += order.size();  // 王某甲方
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

// The first court of the text; a headline has only what it is called for short (南京法院).
std::string court_of(const Finder& finder, Span scope) {
  std::string short_name;
  for (const Json& body : list_of(finder.record(), "authorities")) {
    const auto at = finder.at(body);
    std::string court = text_of(body, "name");
    if (!at || !scope.contains(*at) || !court.ends_with("法院")) continue;
    if (at->begin >= finder.title().end) return court;
    if (short_name.empty()) short_name = std::move(court);
  }
  return short_name;
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

// What the scope counts: 12人, 350万元. Small counts and times are alike by chance.
std::vector<std::string> facts_of(const Finder& finder, Span scope) {
  constexpr double kTelling = 5;
  constexpr std::size_t kMost = 12;
  std::vector<std::string> out;
  for (const Json& figure : list_of(finder.record(), "figures")) {
    const auto value = figure.find("value");
    const std::string unit = text_of(figure, "unit");
    const auto at = finder.at(figure);
    if (!at || !scope.contains(*at) || value == figure.end() || !value->is_number() ||
        value->get<double>() < kTelling || ledger::is_time(unit))
      continue;
    out.push_back(fmt::format("{:.15g}{}", value->get<double>(), unit));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  if (out.size() > kMost) out.resize(kMost);
  return out;
}

struct Case {
  std::string key, name;
};

Case identify(const Finder& finder, Span scope) {
  const auto person = first_person(finder.text().text(), scope);
  const std::string headline_key = plain_key(headline(finder, scope));
  CaseKey known;
  known.who = person ? plain_key(person->name) : headline_key;
  known.place = place_of_case(finder, scope);
  known.charge = charge_of(finder.text().of(scope));
  const std::string court = court_of(finder, scope);
  known.court = plain_key(court);
  known.facts = facts_of(finder, scope);
  if (person && known.facts.empty()) known.facts = {"#" + headline_key};
  if (known.charge.empty() && court.empty() && !person) return {};
  const std::string& where = known.place.empty() ? court : known.place;
  const std::string near = court.empty() ? where.substr(where.rfind('/') + 1) : court;
  Case out{key_of(known), std::string(headline(finder, scope))};
  if (person) out.name = fmt::format("{}{}案", person->name, known.charge);
  if (person && !near.empty()) out.name += fmt::format("（{}）", near);
  return out;
}

// The day that stands before the word in its sentence, else the item's. A day that is still to come
// is no day of a stage.
std::string date_of(const Finder& finder, Span at) {
  const Span sentence = finder.text().sentence(at);
  std::string out = finder.event_date();
  for (const DateAt& date : finder.dates()) {
    const bool past = date.role == "on" || date.role == "past" || date.role == "start";
    if (past && sentence.contains(date.at) && date.at.end <= at.begin) out = date.value;
  }
  return out;
}

// A headline tells again what the body tells with its day; that of a part of a notice has no day
// of its own.
void add_stages(Finder& finder, const Case& one, Span scope) {
  const auto size = static_cast<std::uint32_t>(headline(finder, scope).size());
  const Span head{scope.begin, scope.begin + size};
  const bool part = head.begin >= finder.title().end;
  const std::vector<Stage> stages = stages_in(finder.text().text(), scope);
  for (const Stage& stage : stages) {
    const bool again =
        head.contains(stage.at) && std::any_of(stages.begin(), stages.end(), [&](const Stage& s) {
          return !head.contains(s.at) && (part || s.role == stage.role);
        });
    if (again) continue;
    finder.add(SubjectType::case_, one.key, one.name, stage.role, date_of(finder, stage.at),
               stage.at);
  }
  if (stages.empty())
    finder.add(SubjectType::case_, one.key, one.name, "reported", finder.event_date(), head);
}

}  // namespace

void find_cases(Finder& finder) {
  if (finder.kind() != "criminal-case" && finder.kind() != "judgment") return;
  std::vector<Span> scopes = finder.text().parts();
  if (scopes.empty())
    scopes.push_back({0, static_cast<std::uint32_t>(finder.text().text().size())});
  for (const Span scope : scopes) {
    const Case one = identify(finder, scope);
    if (!one.key.empty()) add_stages(finder, one, scope);
  }
}

}  // namespace guanlan::sighting
