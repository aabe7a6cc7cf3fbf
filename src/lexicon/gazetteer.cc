#include "guanlan/gazetteer.h"

#include "guanlan/lexicon.h"
#include "lexicon/rows.h"

namespace guanlan {
namespace {

PlaceLevel level_of(std::string_view word) {
  if (word == "province") return PlaceLevel::province;
  if (word == "prefecture") return PlaceLevel::prefecture;
  if (word == "zone") return PlaceLevel::zone;
  if (word == "country" || word == "union") return PlaceLevel::country;
  if (word == "area") return PlaceLevel::area;
  if (word == "region" || word == "city") return PlaceLevel::foreign;
  return PlaceLevel::county;
}

}  // namespace

Gazetteer::Gazetteer(const WordTable& regions, const WordTable& countries) {
  add_regions(regions);
  domestic_ = static_cast<PlaceId>(places_.size());
  add_countries(countries);
  index();
}

void Gazetteer::add_regions(const WordTable& table) {
  const int code = table.column("code"), level = table.column("level"), up = table.column("parent");
  const int stem = table.column("stem"), abbr = table.column("abbr");
  std::vector<std::string_view> parents;  // by place: the parent's code
  std::unordered_map<std::string_view, PlaceId> by_code;
  for (std::uint32_t row = 0; row < table.size(); ++row) {
    const auto codes = split(table.at(row, code), '|');
    const auto above = split(table.at(row, up), '|');
    const std::size_t count = std::max(codes.size(), above.size());
    regions_.push_back(
        {static_cast<std::uint32_t>(ids_.size()), static_cast<std::uint32_t>(count)});
    for (std::size_t i = 0; i < count; ++i) {
      const auto id = static_cast<PlaceId>(places_.size());
      const std::string_view own = i < codes.size() ? codes[i] : std::string_view{};
      places_.push_back(
          {table.name(row), table.at(row, stem), own, kNoPlace, level_of(table.at(row, level))});
      parents.push_back(i < above.size() ? above[i] : std::string_view{});
      ids_.push_back(id);
      if (!own.empty()) by_code.emplace(own, id);
      for (const auto one : split(table.at(row, abbr), '|')) {
        if (!one.empty()) abbreviated_.emplace(one, id);
      }
    }
  }
  for (PlaceId id = 0; id < places_.size(); ++id) {
    const auto it = by_code.find(parents[id]);
    if (it != by_code.end() && it->second != id) places_[id].parent = it->second;
  }
}

void Gazetteer::add_countries(const WordTable& table) {
  const int level = table.column("level"), up = table.column("parent"),
            single = table.column("single");
  for (std::uint32_t row = 0; row < table.size(); ++row) {
    const auto id = static_cast<PlaceId>(places_.size());
    places_.push_back({table.name(row), {}, {}, kNoPlace, level_of(table.at(row, level))});
    countries_.push_back({static_cast<std::uint32_t>(ids_.size()), 1});
    ids_.push_back(id);
    by_country_.emplace(table.name(row), id);
    if (const auto one = table.at(row, single); !one.empty()) by_single_.emplace(one, id);
    if (table.name(row) == "中国") china_ = id;
  }
  for (std::uint32_t row = 0; row < table.size(); ++row) {
    const auto it = by_country_.find(table.at(row, up));
    const PlaceId id = domestic_ + row;
    if (it != by_country_.end() && it->second != id) places_[id].parent = it->second;
  }
}

void Gazetteer::index() {
  below_.reserve(8 * places_.size());
  const auto enter = [&](PlaceId up, PlaceId id) {
    for (const std::string_view name : {places_[id].name, places_[id].stem}) {
      if (name.empty()) continue;
      const auto [it, fresh] = below_.emplace(Below{up, name}, id);
      if (fresh || it->second == kNoPlace || it->second == id) continue;
      // Two of a name below one place: the upper level wins (the city, not its county), else
      // neither.
      const auto rank = [&](PlaceId p) { return static_cast<int>(places_[p].level); };
      if (rank(id) < rank(it->second))
        it->second = id;
      else if (rank(id) == rank(it->second))
        it->second = kNoPlace;
    }
  };
  for (PlaceId id = 0; id < places_.size(); ++id) {
    int depth = 0;
    for (PlaceId up = places_[id].parent; up != kNoPlace && depth < 8;
         up = places_[up].parent, ++depth)
      enter(up, id);
    if (is_domestic(id) && china_ != kNoPlace && !within(id, china_)) enter(china_, id);
  }
}

PlaceId Gazetteer::below(PlaceId above, std::string_view name) const {
  const auto it = below_.find({above, name});
  return it == below_.end() ? kNoPlace : it->second;
}

bool Gazetteer::within(PlaceId place, PlaceId above) const {
  for (int depth = 0; place != kNoPlace && depth < 8; place = places_[place].parent, ++depth) {
    if (place == above) return true;
  }
  return false;
}

PlaceId Gazetteer::up_to(PlaceId place, PlaceLevel level) const {
  for (int depth = 0; place != kNoPlace && depth < 8; place = places_[place].parent, ++depth) {
    if (places_[place].level == level) return place;
  }
  return kNoPlace;
}

PlaceId Gazetteer::province(PlaceId place) const { return up_to(place, PlaceLevel::province); }

PlaceId Gazetteer::country_named(std::string_view name) const {
  const auto it = by_country_.find(name);
  return it == by_country_.end() ? kNoPlace : it->second;
}

std::string Gazetteer::path(PlaceId place) const {
  std::string out;
  for (int depth = 0; place != kNoPlace && depth < 8; place = places_[place].parent, ++depth) {
    out = out.empty() ? std::string(places_[place].name)
                      : std::string(places_[place].name) + '/' + out;
  }
  return out;
}

PlaceId Gazetteer::country_abbreviated(std::string_view one) const {
  const auto it = by_single_.find(one);
  return it == by_single_.end() ? kNoPlace : it->second;
}

PlaceId Gazetteer::abbreviated(std::string_view one) const {
  const auto it = abbreviated_.find(one);
  return it == abbreviated_.end() ? kNoPlace : it->second;
}

}  // namespace guanlan
