// Places (地区) of the source and of the report: what a body of one province makes known does not
// happen in another.
//
//   source.place   浙江省… 的事 （来源：江苏省通信管理局）
#include <algorithm>

#include "check/cues.h"
#include "check/families.h"

namespace guanlan::checking {
namespace {

// Newspapers and sites report of everywhere; a body and its account of their own place.
bool is_press(const Passage& source) {
  for (const Hit& hit : source.hits) {
    if (hit.cls != WordClass::outlet) continue;
    const WordTable& outlets = Lexicon::builtin().table(WordClass::outlet);
    if (outlets.cell(hit.row, "body").empty()) return true;
  }
  const auto& press = cues(Cue::press);
  const std::string_view words = source.of(source.body);
  return std::any_of(press.begin(), press.end(),
                     [&](std::string_view tail) { return words.ends_with(tail); });
}

PlaceId province_of(const Desk& desk, Span source) {
  const Gazetteer& places = Lexicon::builtin().gazetteer();
  Passage p = scan(desk.text(), {}, source, desk.document().issue.date, Lexicon::builtin());
  if (is_press(p)) return kNoPlace;
  PlaceId found = kNoPlace;
  for (const PlaceMention& place : find_bodies(p).places) {
    const PlaceId province = place.place == kNoPlace ? kNoPlace : places.province(place.place);
    if (province == kNoPlace || (found != kNoPlace && found != province)) return kNoPlace;
    found = province;
  }
  return found;
}

// The provinces that an item speaks of, in any words: a body of another one may well be quoted.
std::vector<PlaceId> provinces_of(const Section& section) {
  const Gazetteer& places = Lexicon::builtin().gazetteer();
  std::vector<PlaceId> out;
  const auto add = [&](PlaceId place) {
    if (place == kNoPlace) return;
    if (const PlaceId p = places.province(place); p != kNoPlace) out.push_back(p);
  };
  for (const PlaceMention& p : section.mentions->bodies.places) add(p.place);
  for (const BodyMention& b : section.mentions->bodies.bodies) add(b.place);
  return out;
}

}  // namespace

void check_places(Desk& desk) {
  const Gazetteer& places = Lexicon::builtin().gazetteer();
  for (const Section& section : desk.sections()) {
    if (section.item < 0 || section.mentions->regions.empty()) continue;
    const Item& item = desk.document().issue.items[static_cast<std::size_t>(section.item)];
    if (item.sources.size() != 1) continue;  // of several, each may stand for a part
    const PlaceId home = province_of(desk, item.sources.front());
    const std::vector<PlaceId> told = provinces_of(section);
    if (home == kNoPlace || told.empty()) continue;
    if (std::find(told.begin(), told.end(), home) != told.end()) continue;
    const RegionMention& region = section.mentions->regions.front();
    desk.report({"source.place",
                 in_clean(item.sources.front()),
                 {{"home", std::string(places[home].name)}, {"region", region.path}},
                 {},
                 {in_clean(region.span)}});
  }
}

}  // namespace guanlan::checking
