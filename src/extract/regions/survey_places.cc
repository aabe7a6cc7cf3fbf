// Evidence of places themselves: seats of bodies, the headline, scenes, projects, indicators.
#include <algorithm>
#include <array>

#include "extract/around.h"
#include "extract/regions/survey.h"
#include "text/stands.h"

namespace guanlan::regions {
namespace {

constexpr std::string_view kHelps = "authority.helps";
constexpr std::array<std::string_view, 5> kBetween = {"、", "和", "与", "以及", "及"};

}  // namespace

void Survey::seats() {
  for (const AuthorityMention& authority : done_.authorities) {
    if (authority.body < 0) continue;
    const BodyMention& body = done_.bodies.bodies[static_cast<std::size_t>(authority.body)];
    if (body.kind == BodyKind::national || body.place == kNoPlace) continue;
    if (map_[body.place].level == PlaceLevel::area) continue;
    if (authority.why.rule == kHelps && !map_.is_domestic(body.place))
      continue;  // 在某国联邦调查局的帮助下
    const PlaceMention* words =
        body.place_index < 0 ? nullptr
                             : &done_.bodies.places[static_cast<std::size_t>(body.place_index)];
    add(body.place, words == nullptr ? std::string() : words->path,
        words == nullptr ? body.span : words->span, "region.seat", body.span);
  }
}

void Survey::headline() {
  for (const PlaceMention& place : done_.bodies.places) {
    if (place.in_title) add(place, "region.headline", place.span);
  }
}

// A body from abroad in the headline brings its country, whether it acts or not:
// 美国司法部服务提供商….
void Survey::countries() {
  const bool at_home = !out_.empty() && map_.is_domestic(places_.front());
  for (const BodyMention& body : done_.bodies.bodies) {
    if (at_home || !body.in_title || body.kind != BodyKind::foreign || body.place == kNoPlace)
      continue;
    if (body.place_index < 0 && body.domain != "organisation")
      add(body.place, {}, body.span, "region.headline", body.span);
  }
}

// The places of a list that the place at `first` begins: 海南、上海; gives the index after the
// last.
std::size_t Survey::list_end(std::size_t first) const {
  const auto& all = done_.bodies.places;
  std::size_t i = first;
  while (i + 1 < all.size() && all[i + 1].in_title == all[first].in_title && all[i].body < 0 &&
         all[i + 1].body < 0 && all[i].span.end <= all[i + 1].span.begin) {
    const std::string_view between = body_.of({all[i].span.end, all[i + 1].span.begin});
    static constexpr std::array<std::string_view, 4> kAirports = {"国际机场", "机场", "高铁",
                                                                  "铁路"};
    const bool side_by_side =
        between.empty() &&
        body_.one_of(all[i + 1].span.end, kAirports).empty();  // 闵行徐汇; 西安|咸阳国际机场
    if (!side_by_side && std::find(kBetween.begin(), kBetween.end(), between) == kBetween.end())
      break;
    ++i;
  }
  return i + 1;
}

void Survey::scenes() {
  const auto& all = done_.bodies.places;
  for (std::size_t i = 0; i < all.size();) {
    if (all[i].in_title || all[i].body >= 0) {
      ++i;
      continue;
    }
    const std::size_t end = list_end(i);
    const char* rule = clause_.scene_rule(all[i].span.begin, all[end - 1].span.end);
    const bool party = rule != nullptr && std::string_view(rule) == "region.party";
    for (; i < end; ++i) {
      if (rule != nullptr && (!party || is_inside(all[i].place))) add(all[i], rule, all[i].span);
    }
  }
}

// Of parties only those where the acting body sits, or where nothing is known yet: not the
// defendant's city.
bool Survey::is_inside(PlaceId place) const {
  return places_.empty() || std::any_of(places_.begin(), places_.end(),
                                        [&](PlaceId k) { return map_.within(place, k); });
}

// 在京举行, 在沪签署.
void Survey::abbreviations() {
  for (const Part* part : {&title_, &body_}) {
    const std::string_view text = part->of(part->span());
    for (std::size_t at = find_word(text, "在"); at != std::string_view::npos;
         at = find_word(text, "在", at + 3)) {
      const auto offset = part->span().begin + static_cast<std::uint32_t>(at) + 3;
      const PlaceId place = map_.abbreviated(part->next(offset));
      if (place == kNoPlace) continue;
      for (const Hit& hit : part->at(offset + 3)) {
        if (hit.cls != WordClass::act || !clause_.is_deed(hit)) continue;
        add(place, {}, {offset, offset + 3}, "region.scene", hit.span);
        break;
      }
    }
  }
}

// 在首尔钟路区政府举行: a body as the room where something was held.
void Survey::rooms() {
  constexpr std::uint32_t kReach = 24;
  for (const BodyMention& body : done_.bodies.bodies) {
    if (body.in_title || body.kind == BodyKind::national || body.place == kNoPlace ||
        !body_.looking_back(body.span.begin, "在"))
      continue;
    const std::string_view after =
        body_.of({body.span.end, std::min(body_.span().end, body.span.end + kReach)});
    const bool held = holds_word(after, "举行") || holds_word(after, "举办");
    if (!held || holds_word(after, "下")) continue;
    const PlaceMention* words =
        body.place_index < 0 ? nullptr
                             : &done_.bodies.places[static_cast<std::size_t>(body.place_index)];
    add(body.place, words == nullptr ? std::string() : words->path, body.span, "region.venue",
        body.span);
  }
}

// 甲公司承建的|某国乙公司宽带项目: abroad, where something is built.
void Survey::projects() {
  static constexpr std::array<std::string_view, 8> kBuild = {
      "承建", "承接", "中标", "启动", "援建", "建设的", "实施的", "参与建设"};
  static constexpr std::array<std::string_view, 2> kBuilt = {"项目", "工程"};
  constexpr std::uint32_t kBefore = 60, kBehind = 120;
  for (const PlaceMention& place : done_.bodies.places) {
    if (place.in_title || place.body >= 0 || !countable(place) || map_.is_domestic(place.place))
      continue;
    const std::uint32_t from =
        std::max(body_.span().begin, place.span.begin - std::min(place.span.begin, kBefore));
    std::string_view before = body_.of({from, place.span.begin});
    if (const auto mark = before.find_last_of(",;:\n"); mark != std::string_view::npos)
      before.remove_prefix(mark + 1);
    if (const auto stop = before.rfind("。"); stop != std::string_view::npos)
      before.remove_prefix(stop);
    if (!around::holds_any(before, kBuild)) continue;
    std::string_view behind =
        body_.of({place.span.end, std::min(body_.span().end, place.span.end + kBehind)});
    behind = behind.substr(0, std::min(behind.find_first_of(",;"), behind.find("。")));
    if (around::holds_any(behind, kBuilt)) add(place, "region.project", place.span);
  }
}

// 盘龙区|示例东路76号: where letters go.
bool Survey::is_address(const PlaceMention& place) const {
  constexpr std::uint32_t kReach = 36;
  std::string_view behind =
      body_.of({place.span.end, std::min(body_.span().end, place.span.end + kReach)});
  behind = behind.substr(0, behind.find("号"));
  const std::size_t street = behind.find_last_not_of("0123456789") + 1;
  return street < behind.size() && frame().before(behind, street, Frame::street) != 0;
}

// A county of the city that is known, named where something happened: 青岛市黄岛区有人….
void Survey::finer() {
  const std::vector<PlaceId> known = places_;
  for (const PlaceMention& place : done_.bodies.places) {
    if (place.in_title || place.body >= 0 || !countable(place) || !place.path.empty()) continue;
    if (map_[place.place].level != PlaceLevel::county &&
        map_[place.place].level != PlaceLevel::zone)
      continue;
    const bool inside = std::any_of(known.begin(), known.end(), [&](PlaceId k) {
      return k != place.place && map_.within(place.place, k);
    });
    if (inside && !names_an_organisation(place) && !is_address(place))
      add(place, "region.finer", place.span);
  }
}

// 郑州市网民互联网访问流量为…: the places that indicators are given for.
void Survey::figures() {
  const PlaceId home = passage_.setting == nullptr ? kNoPlace : passage_.setting->home;
  for (const PlaceMention& place : done_.bodies.places) {
    const bool full = countable(place) && place.span.of(passage_.text) == map_[place.place].name;
    if (full && place.body < 0 && home != kNoPlace && map_.within(place.place, home)) {
      add(place, "region.indicator", place.span);
    }
  }
  if (out_.empty() && home != kNoPlace)
    add(home, {}, passage_.title, "region.home", passage_.title);
}

}  // namespace guanlan::regions
