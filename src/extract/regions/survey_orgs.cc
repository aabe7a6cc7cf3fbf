// Evidence of organisations: the places their names begin or end with, branches, venues,
// organisers.
#include <algorithm>
#include <array>

#include "extract/near.h"
#include "extract/regions/frame.h"
#include "extract/regions/survey.h"
#include "text/stands.h"

namespace guanlan::regions {

// 示例银行|厦门|分行, 示例银行|吉林市|江北支行, a branch that is punished: its city or province;
// 临安|农村商业银行: its county.
void Survey::branches() {
  if (done_.kind != "enforcement" || done_.sanctions.empty()) return;
  for (const NameMention& org : done_.orgs) {
    if (!passage_.body.contains(org.span)) continue;
    const std::string_view name = body_.of(org.span);
    if (const PlaceId place = rural_bank(org.span, name); place != kNoPlace) {
      const PlaceLevel level = map_[place].level;
      if (level >= PlaceLevel::province && level <= PlaceLevel::county)
        add(place, {}, org.span, "region.branch", org.span);
      continue;
    }
    const std::uint32_t ending = frame().before(name, name.size(), Frame::branch);
    if (ending == 0) continue;
    const Span words{org.span.begin, org.span.end - ending};
    PlaceId place = named_last(words, false);
    if (place == kNoPlace) place = named_inside(words);
    const PlaceId county = place == kNoPlace ? named_county(words) : kNoPlace;
    if (county != kNoPlace) add(county, {}, org.span, "region.branch", org.span);
    if (place == kNoPlace) continue;
    const PlaceLevel level = map_[place].level;
    if (level == PlaceLevel::province || level == PlaceLevel::prefecture)
      add(place, {}, org.span, "region.branch", org.span);
  }
}

// The place of a bank of a county, or of its branch; kNoPlace: it is none.
PlaceId Survey::rural_bank(Span org, std::string_view name) const {
  for (const std::string_view bank : frame().words(Frame::bank)) {
    const auto found = name.rfind(bank);
    if (found == std::string_view::npos) continue;
    const PlaceId place =
        named_last({org.begin, org.begin + static_cast<std::uint32_t>(found)}, true);
    return place == kNoPlace ? place : of_branch(place, name.substr(found + bank.size()));
  }
  return kNoPlace;
}

// The last city that stands inside the words, not at their beginning: there is the bank's own seat.
PlaceId Survey::named_inside(Span words) const {
  PlaceId place = kNoPlace;
  for (const Hit& hit : body_.from(words.begin + 1)) {
    if (hit.span.begin >= words.end) break;
    if (hit.cls != WordClass::region || hit.span.end > words.end ||
        map_.region(hit.row).size() != 1)
      continue;
    const PlaceId inside = map_.region(hit.row)[0];
    if (map_[inside].level == PlaceLevel::prefecture) place = inside;
  }
  return place;
}

// 示例银行|建德|支行: the one city of a county's level of that name in the country.
PlaceId Survey::named_county(Span words) const {
  constexpr std::uint32_t kStem = 6;
  if (words.size() <= kStem) return kNoPlace;
  const PlaceId place = map_.below(map_.china(), body_.of({words.end - kStem, words.end}));
  const bool city = place != kNoPlace && map_[place].level == PlaceLevel::county &&
                    map_[place].name.ends_with("市");
  return city ? place : kNoPlace;
}

// 巴中农村商业银行|南江支行: the county of the branch, where the bank's city has it.
PlaceId Survey::of_branch(PlaceId city, std::string_view rest) const {
  const std::uint32_t branch = frame().before(rest, rest.size(), Frame::branch_of);
  if (branch == 0) return city;
  rest.remove_suffix(branch);
  const PlaceId county = rest.empty() ? kNoPlace : map_.below(city, rest);
  return county == kNoPlace ? city : county;
}

// The place that words end with; of 浙江临安 the county below the province, which no text names
// alone.
PlaceId Survey::named_last(Span words, bool county) const {
  const Hit* last = ending_at(passage_, WordClass::region, words.end, words.begin);
  if (last != nullptr)
    return map_.region(last->row).size() == 1 ? map_.region(last->row)[0] : kNoPlace;
  if (!county) return kNoPlace;
  for (const Hit& hit : body_.at(words.begin)) {
    if (hit.cls != WordClass::region || hit.span.end >= words.end ||
        map_.region(hit.row).size() != 1)
      continue;
    return map_.below(map_.region(hit.row)[0], body_.of({hit.span.end, words.end}));
  }
  return kNoPlace;
}

// Whether the words after a place make an organisation's name of it: 广东省|网络空间安全协会.
bool Survey::names_an_organisation(const PlaceMention& place) const {
  const Part& part = part_of(place);
  const std::uint32_t limit = std::min(part.span().end, place.span.end + 60);
  for (const Hit& hit : part.from(place.span.end)) {
    if (hit.span.begin >= limit) break;
    if (hit.cls != WordClass::org_suffix) continue;
    const std::string_view between = part.of({place.span.end, hit.span.begin});
    for (const std::string_view masked :
         {"某", "一家", "一所"}) {  // 开江县某医院: it happened there
      if (between.starts_with(masked)) return false;
    }
    for (const std::string_view mark : {",", "。", "、", ";", "的", "\n", "在", ":"}) {
      if (between.find(mark) != std::string_view::npos) return false;
    }
    return true;
  }
  return false;
}

// 在重庆科技大学拉开序幕, 由广东省网络空间安全协会主办: the place that a known organisation's name
// begins with.
const Hit* Survey::place_of(const NameMention& org) const {
  const Part& part = passage_.title.contains(org.span.begin) ? title_ : body_;
  for (const Hit& hit : part.at(org.span.begin)) {
    if (hit.cls == WordClass::region && hit.span.end <= org.span.end &&
        map_.region(hit.row).size() == 1)
      return &hit;
    if (hit.cls == WordClass::country && hit.span.end < org.span.end &&
        map_.country(hit.row)[0] != map_.china())
      return &hit;
  }
  return nullptr;
}

void Survey::add_place_of(const NameMention& org, const char* rule) {
  const Hit* hit = place_of(org);
  if (hit == nullptr) return;
  const auto& places =
      hit->cls == WordClass::region ? map_.region(hit->row) : map_.country(hit->row);
  add(places[0], {}, hit->span, rule, org.span);
}

// 《某市示例办法(征求意见稿)》公开征集意见: the place that the paper is for.
void Survey::papers() {
  for (const InstrumentMention& paper : done_.instruments) {
    if (paper.status != "issued" && paper.status != "draft") continue;
    for (const PlaceMention& place : done_.bodies.places) {
      if (place.span.begin != paper.span.begin || place.place == kNoPlace ||
          !map_.is_domestic(place.place) || map_[place.place].level == PlaceLevel::area)
        continue;
      return add(place.place, place.path, place.span, "region.paper", paper.span);
    }
  }
}

void Survey::venues() {
  for (const NameMention& org : done_.orgs) {
    if (passage_.title.contains(org.span.begin) || !body_.looking_back(org.span.begin, "在"))
      continue;
    if (clause_.event_follows(org.span.end, false)) add_place_of(org, "region.venue");
  }
}

bool Survey::leads(std::uint32_t at) const {
  if (at > passage_.body.begin + 300) return false;
  return body_.looking_back(at, "由") || clause_.begins(at) || body_.looking_back(at, "电 ") ||
         is_behind_reporters(at);
}

// 新华社悉尼10月12日电(记者某某)|示例航空公司…
bool Survey::is_behind_reporters(std::uint32_t at) const {
  constexpr std::uint32_t kReach = 150;
  if (!body_.looking_back(at, ")")) return false;
  const std::uint32_t from = std::max(body_.span().begin, at - std::min(at, kReach));
  return holds_word(body_.of({from, at}), "电(");
}

const NameMention* Survey::leading_org() const {
  for (const NameMention& org : done_.orgs) {
    const bool told_first = passage_.title.contains(org.span.begin) || leads(org.span.begin);
    if (told_first && place_of(org) != nullptr) return &org;
  }
  return nullptr;
}

const PlaceMention* Survey::leading_place() const {
  for (const PlaceMention& place : done_.bodies.places) {
    if (place.in_title || place.body >= 0 || !countable(place)) continue;
    if (leads(place.span.begin) && names_an_organisation(place)) return &place;
  }
  return nullptr;
}

void Survey::organiser() {
  const NameMention* org = leading_org();
  const PlaceMention* place = leading_place();
  if (org != nullptr && (place == nullptr || org->span.begin < place->span.begin)) {
    add_place_of(*org, "region.organiser");
  } else if (place != nullptr) {
    add(*place, "region.organiser", place->span);
  }
}

}  // namespace guanlan::regions
