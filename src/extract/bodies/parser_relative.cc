// The parser's bodies without a full place: 省公安厅, 市网信办, 海门警方, 高新区网信办, and what a
// list mate lends its place to.
#include <algorithm>
#include <array>

#include "extract/bodies/grow.h"
#include "extract/bodies/parser.h"
#include "extract/near.h"

namespace guanlan::bodies {
namespace {

constexpr std::array<std::string_view, 6> kJoiners = {"、", "和", "与", "及", "以及", "联合"};
constexpr std::array<std::string_view, 8> kNotOne = {"各", "全", "外", "跨",
                                                     "多", "每", "某", "几"};
constexpr std::array<std::string_view, 6> kZones = {
    "高新区", "经开区", "经济技术开发区", "高新技术产业开发区", "开发区", "高新技术开发区"};
constexpr std::uint32_t kSameSentence = 90;  // bytes from a zone's body to 区 that means it

struct LevelWord {
  std::string_view word;
  PlaceLevel level;
};
constexpr std::array<LevelWord, 6> kLevels = {{{"省", PlaceLevel::province},
                                               {"自治区", PlaceLevel::province},
                                               {"市", PlaceLevel::prefecture},
                                               {"区", PlaceLevel::county},
                                               {"县", PlaceLevel::county},
                                               {"州", PlaceLevel::prefecture}}};

}  // namespace

// 本|市, 该|市 where the item is about a city of a county's level: itself, not the city above it.
PlaceId Parser::city_itself(PlaceLevel level) const {
  const PlaceId county =
      level == PlaceLevel::prefecture ? context_.of_level(PlaceLevel::county) : kNoPlace;
  return county != kNoPlace && map_[county].name.ends_with("市") ? county
                                                                 : context_.of_level(level);
}

// 省, 市, 区 right before a head, itself no part of a longer word; `begin`: where the words begin.
PlaceId Parser::place_before(std::uint32_t offset, std::uint32_t& begin) const {
  for (const LevelWord& level : kLevels) {
    if (!part_->looking_back(offset, level.word)) continue;
    begin = offset - static_cast<std::uint32_t>(level.word.size());
    if (begin < reach_) return kNoPlace;
    const std::string_view before = part_->before(begin);
    if (std::find(kNotOne.begin(), kNotOne.end(), before) != kNotOne.end()) return kNoPlace;
    if (before == "省" || before == "区") return kNoPlace;  // 省市, 区县
    PlaceId place = before == "本" || before == "该" ? city_itself(level.level) : kNoPlace;
    if (place == kNoPlace && level.level == PlaceLevel::prefecture) place = context_.county_city();
    if (place == kNoPlace) place = context_.of_level(level.level);
    if (place == kNoPlace && level.level == PlaceLevel::prefecture)
      place = context_.of_level(PlaceLevel::province);
    return place;
  }
  return kNoPlace;
}

// 海门|警方, 环县|公安局: a name that is scanned only behind its parent, right before a head. The
// nearest place of the item or document that has one of that name decides; else it must be the only
// one in the country.
PlaceId Parser::stem_before(std::uint32_t offset, std::uint32_t& begin) const {
  for (const std::uint32_t size : {12u, 9u, 6u}) {
    if (offset < part_->span().begin + size || offset - size < reach_) continue;
    const Span word{offset - size, offset};
    const std::string_view name = part_->of(word);
    PlaceId place = context_.below(name);
    if (place == kNoPlace) place = map_.below(map_.china(), name);
    if (place == kNoPlace || map_[place].level != PlaceLevel::county) continue;
    for (const WordClass other : {WordClass::stopper, WordClass::act, WordClass::org}) {
      if (const Hit* hit = ending_at(passage_, other, offset, word.begin);
          hit != nullptr && hit->span == word)
        return kNoPlace;
    }
    begin = word.begin;
    return place;
  }
  return kNoPlace;
}

// The body before a list joiner that ends at the offset.
const BodyMention* Parser::list_mate(std::uint32_t offset) const {
  if (out_.bodies.empty()) return nullptr;
  const BodyMention& last = out_.bodies.back();
  if (last.in_title != in_title_ || last.span.end >= offset) return nullptr;
  const std::string_view between = part_->of({last.span.end, offset});
  const bool joined = std::find(kJoiners.begin(), kJoiners.end(), between) != kJoiners.end();
  return joined && last.kind == BodyKind::local && last.place != kNoPlace ? &last : nullptr;
}

// 证监会、|知识产权局等十六部门: 国家 left out behind a body of the state.
bool Parser::is_national_mate(const Head& head, std::uint32_t offset) const {
  if (out_.bodies.empty() || head.national != "国家" + std::string(head.name)) return false;
  const BodyMention& last = out_.bodies.back();
  return last.in_title == in_title_ && last.kind == BodyKind::national &&
         part_->looking_back(offset, "、") && last.span.end + 3 == offset;
}

Found Parser::of_state(const Head& head) {
  Found found;
  found.end = head.span.end;
  found.body.kind = BodyKind::national;
  found.body.domain = "bureau";
  found.body.span = head.span;
  found.body.name = head.national;
  return found;
}

// 高新区|网信办; 区|综合执法局 right after it: a zone without its city.
std::string_view Parser::zone_before(std::uint32_t offset) const {
  for (const std::string_view zone : kZones) {
    if (part_->looking_back(offset, zone) && offset - zone.size() >= reach_) return zone;
  }
  const bool again = part_->looking_back(offset, "区") && !out_.bodies.empty() &&
                     out_.bodies.back().in_title == in_title_ &&
                     offset - out_.bodies.back().span.end <= kSameSentence;
  if (!again) return {};
  for (const std::string_view zone : kZones) {
    if (out_.bodies.back().name.starts_with(zone)) return zone;
  }
  return {};
}

std::optional<Found> Parser::of_zone(const Head& head, std::string_view zone) const {
  const PlaceId near = context_.county_city();
  const PlaceId city = near != kNoPlace ? near : context_.of_level(PlaceLevel::prefecture);
  if (city == kNoPlace || !head.pattern.empty() || head.kind == "police") return std::nullopt;
  Found found;
  found.head = head;
  found.end = head.span.end;
  found.body.kind = BodyKind::local;
  found.body.domain = head.kind;
  found.body.place = city;
  found.body.name = std::string(zone) + std::string(head.name);
  const bool full = part_->looking_back(head.span.begin, zone);
  found.body.span = {head.span.begin - static_cast<std::uint32_t>(full ? zone.size() : 3),
                     head.span.end};
  return found;
}

// 海门警方, as printed.
Found Parser::police_of(PlaceId place, Span span) const {
  Found found;
  found.end = span.end;
  found.body.kind = BodyKind::police;
  found.body.domain = "police";
  found.body.place = place;
  found.body.span = span;
  found.body.name = part_->of(span);
  return found;
}

// 、市委|网信办: the head that begins with 委 and goes on is meant, not the committee.
bool Parser::goes_on_as_office(const Hit& committee) const {
  constexpr std::uint32_t kLast = 3;  // bytes of 委
  const auto hits = part_->at(committee.span.end - kLast);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& h) {
    return h.cls == WordClass::authority_head && h.span.end > committee.span.end;
  });
}

// 团|市委, 团|省委: the youth league of the city, of the province.
std::optional<Found> Parser::youth_league(const Head& head) const {
  constexpr std::string_view kLeague = "团", kOther = "集团";
  if (!part_->looking_back(head.span.begin, kLeague) ||
      part_->looking_back(head.span.begin, kOther))
    return std::nullopt;
  std::uint32_t begin = head.span.begin;
  const auto level = std::find_if(kLevels.begin(), kLevels.end(), [&](const LevelWord& l) {
    return part_->looking_at(head.span.begin, l.word);
  });
  if (level == kLevels.end()) return std::nullopt;
  const PlaceId place = context_.of_level(level->level);
  if (place == kNoPlace) return std::nullopt;
  begin -= static_cast<std::uint32_t>(kLeague.size());
  Head league = head;
  league.pattern = kLeagueOf;
  Found found;
  found.head = league;
  found.end = head.span.end;
  found.body.kind = BodyKind::local;
  found.body.domain = "association";
  found.body.place = place;
  found.body.name = compose(map_, place, league);
  found.body.span = {begin, found.end};
  return found;
}

std::optional<Found> Parser::relative(const Hit& hit) const {
  const Head head = heads_.row(hit);
  if (head.attach == "body" || !ends_well(*part_, hit.span)) return std::nullopt;
  if (head.pattern == kPartyOf) {
    if (goes_on_as_office(hit)) return std::nullopt;
    if (auto league = youth_league(head)) return league;
  }
  if (head.kind == "legislature") return of_country_told(hit.span);
  std::uint32_t begin = hit.span.begin;
  const bool police = head.as_printed && head.kind == "police";
  if (head.as_printed && !police && head.pattern.empty()) return std::nullopt;
  PlaceId place = police ? kNoPlace : place_before(hit.span.begin, begin);
  if (const std::string_view zone = zone_before(hit.span.begin); !police && !zone.empty()) {
    if (auto found = of_zone(head, zone)) return found;
  }
  if (place == kNoPlace) place = stem_before(hit.span.begin, begin);
  if (police)
    return place == kNoPlace ? std::nullopt
                             : std::optional(police_of(place, {begin, hit.span.end}));
  if (place == kNoPlace && head.kind == "officer") place = officers_place(head);
  if (place == kNoPlace) {
    begin = hit.span.begin;
    if (is_national_mate(head, hit.span.begin)) return of_state(head);
    const BodyMention* mate = list_mate(hit.span.begin);
    if (mate == nullptr) return std::nullopt;
    place = mate->place;
  }
  Found found;
  found.head = head;
  found.end = hit.span.end;
  found.body.kind = BodyKind::local;
  found.body.domain = head.kind;
  found.body.place = place;
  found.body.name = compose(map_, place, head);
  grow({*part_, lexicon_, heads_, context_}, found);
  found.body.span = {begin, found.end};
  return found;
}

// 副省长 without a place: the province that the item or the document is about.
PlaceId Parser::officers_place(const Head& head) const {
  if (scene_ != kNoPlace) return kNoPlace;
  if (head.name == "省长") return context_.of_level(PlaceLevel::province);
  return head.name == "市长" ? context_.of_level(PlaceLevel::prefecture) : kNoPlace;
}

}  // namespace guanlan::bodies
