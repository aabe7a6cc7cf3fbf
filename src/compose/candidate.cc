#include "compose/candidate.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "compose/body_text.h"
#include "guanlan/lexicon.h"
#include "read/digest.h"
#include "text/utf8.h"

namespace guanlan::compose {
namespace {

using Json = nlohmann::ordered_json;

// Names of places that a body's name can begin with. County stems are left out: 公安 is one.
const std::unordered_set<std::string_view>& place_names() {
  static const auto kNames = [] {
    std::unordered_set<std::string_view> out;
    const Gazetteer& places = Lexicon::builtin().gazetteer();
    for (PlaceId id = 0; id < places.size(); ++id) {
      const Place& place = places[id];
      if (place.level < PlaceLevel::province || place.level == PlaceLevel::foreign) continue;
      out.insert(place.name);
      if (place.level <= PlaceLevel::prefecture && place.stem.size() >= 6) out.insert(place.stem);
    }
    return out;
  }();
  return kNames;
}

bool begins_with_place(std::string_view name) {
  std::size_t at = 0;
  for (int i = 0; i < 8 && at < name.size(); ++i) {
    at += utf8::decode(name, at).size;
    if (i >= 1 && place_names().contains(name.substr(0, at))) return true;
  }
  return false;
}

bool is_abroad(std::string_view path) {
  const std::string_view head = path.substr(0, path.find('/'));
  return head != "中国" && Lexicon::builtin().gazetteer().country_named(head) != kNoPlace;
}

Scope scope_of(const std::vector<std::string>& regions, const std::vector<std::string>& authorities,
               bool foreign_body) {
  bool home = false, abroad = false;
  for (const std::string& path : regions) (is_abroad(path) ? abroad : home) = true;
  if (!home && (abroad || foreign_body)) return Scope::abroad;
  if (!authorities.empty()) {
    return begins_with_place(authorities.front()) ? Scope::local : Scope::national;
  }
  for (const std::string& path : regions) {
    if (path != "中国") return Scope::local;
  }
  return home ? Scope::national : Scope::none;
}

std::string level_of(const std::vector<LevelWords>& levels, std::string_view name) {
  for (const LevelWords& level : levels) {
    for (const std::string& word : level.words) {
      if (name.find(word) != std::string_view::npos) return level.level;
    }
  }
  return {};
}

// The body that the item is about: named in the title, else the first that acts.
std::string_view actor(const Candidate& c) {
  for (const std::string& name : c.authorities) {
    if (c.item.title.find(name) != std::string::npos) return name;
  }
  return c.authorities.empty() ? std::string_view() : c.authorities.front();
}

double weight_of(const Value& v) {
  if (v.field == "sanctions") return 3;
  if (v.field == "instruments") {
    return v.value.ends_with(" cited") ? 0.2 : 3;
  }
  if (v.field == "dates") return v.value.ends_with(" past") ? 0.2 : 1.5;
  if (v.field == "figures" || v.field == "deadlines") return 1;
  if (v.field == "standards" || v.field == "doc_numbers" || v.field == "cve") return 1;
  return 0;
}

Span hull(const std::vector<Span>& pieces) {
  return pieces.empty() ? Span{} : Span{pieces.front().begin, pieces.back().end};
}

std::vector<std::string> texts(const Json& record, const char* field, const char* key) {
  std::vector<std::string> out;
  const auto it = record.find(field);
  if (it == record.end() || !it->is_array()) return out;
  for (const Json& one : *it) {
    if (one.is_string()) {
      out.push_back(one.get<std::string>());
    } else if (one.is_object() && one.contains(key) && one[key].is_string()) {
      out.push_back(one[key].get<std::string>());
    }
  }
  return out;
}

}  // namespace

std::string Origin::key() const {
  return document + ":" + std::to_string(entry) + ":" + std::to_string(title.begin);
}

Candidate candidate_of(const StoredItem& stored, const std::vector<Fact>& facts,
                       std::string_view digest, const std::vector<LevelWords>& levels) {
  const Json record = Json::parse(stored.record, nullptr, false);
  Candidate out;
  Item& item = out.item;
  item.title = stored.title;
  item.kind = stored.kind;
  item.event_date = stored.event_date;
  if (record.is_object()) {
    item.body = with_tables(record.value("body", std::string()));
    item.sources = texts(record, "sources", "name");
    out.path = texts(record, "path", "name");
    out.authorities = texts(record, "authorities", "name");
    const auto regions = texts(record, "regions", "path");
    const auto orgs = texts(record, "orgs", "name");
    if (!regions.empty()) item.place = regions.front();
    // A body without a home place and without a Chinese kind of name sits abroad: 联合国.
    bool foreign = false;
    for (const std::string& name : out.authorities) {
      foreign = foreign || level_of(levels, name) == "abroad";
    }
    out.scope = scope_of(regions, out.authorities, foreign);
    item.level = level_of(levels, actor(out));
    if (item.level.empty() && out.authorities.empty() &&
        (level_of(levels, item.title) == "association" ||
         (!item.sources.empty() && level_of(levels, item.sources.front()) == "association"))) {
      item.level = "association";
    }
  }
  if (out.scope == Scope::abroad) item.level = "abroad";
  if (item.level.empty()) {
    item.level = out.authorities.empty()        ? "industry"
                 : out.scope == Scope::national ? "ministry"
                                                : "local";
  }
  item.origins.push_back({std::string(digest), stored.file, stored.entry, stored.n,
                          hull(stored.title_pieces), hull(stored.body_pieces)});
  item.id = sha256_digest(item.origins.front().key()).substr(7, 8);
  for (const Fact& f : facts) {
    item.facts.push_back({f.field, f.value, f.text, f.place.page, f.place.span, 1});
    out.weight += weight_of(item.facts.back());
  }
  if (out.scope == Scope::national) out.weight += 2;
  return out;
}

namespace {

// One of the names stands in the headline, an outlet or an organisation of the item.
bool is_named(const Item& item, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    if (item.title.find(name) != std::string::npos) return true;
    for (const std::string& source : item.sources) {
      if (source.find(name) != std::string::npos) return true;
    }
    return std::any_of(item.facts.begin(), item.facts.end(), [&](const Value& v) {
      return v.field == "orgs" &&
             (v.value.find(name) != std::string::npos || v.text.find(name) != std::string::npos);
    });
  });
}

}  // namespace

std::string_view place_for(const Style& style, const Candidate& c) {
  static constexpr std::string_view kScopes[] = {"none", "national", "local", "abroad"};
  const auto among = [](const std::vector<std::string>& list, std::string_view word) {
    return list.empty() || std::find(list.begin(), list.end(), word) != list.end();
  };
  for (const SeatRule& rule : style.rules) {
    if (!among(rule.kinds, c.item.kind) || !among(rule.levels, c.item.level) ||
        !among(rule.scopes, kScopes[static_cast<std::size_t>(c.scope)])) {
      continue;
    }
    const bool there = std::any_of(rule.places.begin(), rule.places.end(), [&](const auto& place) {
      return c.item.place.starts_with(place);
    });
    if (!rule.places.empty() && !there) continue;
    if (rule.names.empty() || is_named(c.item, rule.names)) return rule.to;
  }
  return {};
}

}  // namespace guanlan::compose
