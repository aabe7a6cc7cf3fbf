#include "extract/bodies/chain.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace guanlan::bodies {
namespace {

// 北京市场, 西安区块链: the place is a character shorter.
bool overreaches(const Part& part, Span place) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kWords = {
      {{"市", "场"},
       {"市", "值"},
       {"市", "民"},
       {"区", "块"},
       {"区", "域"},
       {"区", "间"},
       {"县", "域"},
       {"省", "级"}}};
  return std::any_of(kWords.begin(), kWords.end(), [&](const auto& word) {
    return part.looking_back(place.end, word.first) && part.looking_at(place.end, word.second) &&
           word.second != "民" && word.second != "级";
  });
}

constexpr std::array<std::string_view, 9> kPoliceWords = {"警方", "公安", "网警", "网安",  "分局",
                                                          "网信", "法院", "检察", "派出所"};
constexpr std::array<std::string_view, 6> kForeignEnds = {"州", "郡", "县", "省", "市", "大区"};

}  // namespace

void Context::saw(PlaceId place) {
  if (place == kNoPlace || !map_.is_domestic(place)) return;
  std::erase(recent_, place);
  if (recent_.size() >= 8) recent_.erase(recent_.begin());
  recent_.push_back(place);
}

PlaceId Context::choose(std::span<const PlaceId> candidates) const {
  if (candidates.size() == 1) return candidates[0];
  const auto fitting = [&](PlaceId above) {
    PlaceId found = kNoPlace;
    for (const PlaceId c : candidates) {
      if (!map_.within(c, above)) continue;
      if (found != kNoPlace) return kNoPlace;
      found = c;
    }
    return found;
  };
  for (std::size_t i = recent_.size(); i-- > 0;) {
    for (PlaceId above = recent_[i]; above != kNoPlace; above = map_[above].parent) {
      if (const PlaceId found = fitting(above); found != kNoPlace) return found;
    }
  }
  return home_ == kNoPlace ? kNoPlace : fitting(home_);
}

PlaceId Context::of_level(PlaceLevel level) const {
  const auto municipal = [&](PlaceId place) {  // 市 in Shanghai is Shanghai
    const PlaceId top = map_.province(place);
    return top != kNoPlace && map_[top].name.ends_with("市") ? top : kNoPlace;
  };
  const auto from = [&](PlaceId place) {
    const PlaceId up = map_.up_to(place, level);
    return up == kNoPlace && level == PlaceLevel::prefecture ? municipal(place) : up;
  };
  for (std::size_t i = recent_.size(); i-- > 0;) {
    if (const PlaceId place = from(recent_[i]); place != kNoPlace) return place;
  }
  return home_ == kNoPlace ? kNoPlace : from(home_);
}

PlaceId Context::county_city() const {
  if (recent_.empty()) return kNoPlace;
  const PlaceId city = recent_.back();
  if (map_[city].level != PlaceLevel::county || !map_[city].name.ends_with("市")) return kNoPlace;
  const PlaceId above = map_.up_to(city, PlaceLevel::prefecture);
  const bool told = std::find(recent_.begin(), recent_.end(), above) != recent_.end();
  return told || above == home_ ? kNoPlace : city;
}

PlaceId Context::below(std::string_view name) const {
  for (std::size_t i = recent_.size(); i-- > 0;) {
    for (PlaceId above = recent_[i]; above != kNoPlace && above != map_.china();
         above = map_[above].parent) {
      if (const PlaceId found = map_.below(above, name); found != kNoPlace) return found;
    }
  }
  return home_ == kNoPlace ? kNoPlace : map_.below(map_.province(home_), name);
}

bool runs_into_place(const Part& part, Span head) {
  constexpr std::string_view kOfficer = "长";
  if (!part.of(head).ends_with(kOfficer)) return false;
  const auto hits = part.at(head.end - static_cast<std::uint32_t>(kOfficer.size()));
  return std::any_of(hits.begin(), hits.end(), [head](const Hit& h) {
    return h.cls == WordClass::region && h.span.end > head.end;
  });
}

bool Chains::head_at(std::uint32_t offset) const {
  if (!part_.one_of(offset, kPoliceWords).empty()) return true;
  const auto hits = part_.at(offset);
  return std::any_of(hits.begin(), hits.end(), [this](const Hit& h) {
    return h.cls == WordClass::authority_head && !runs_into_place(part_, h.span);
  });
}

bool Chains::extend_by_hit(Chain& chain) const {
  for (const Hit& hit : part_.at(chain.span.end)) {
    if (hit.cls != WordClass::region || overreaches(part_, hit.span)) continue;
    PlaceId found = kNoPlace;
    for (const PlaceId c : map_.region(hit.row)) {
      if (c != chain.place && map_.within(c, chain.place))
        found = found == kNoPlace ? c : chain.place;
    }
    if (found == kNoPlace || found == chain.place) continue;
    chain.last = hit.span.begin;
    chain.span.end = hit.span.end;
    chain.place = found;
    return true;
  }
  return false;
}

bool Chains::extend_by_stem(Chain& chain) const {
  std::uint32_t end = chain.span.end;
  std::array<std::uint32_t, 4> ends{};
  std::size_t count = 0;
  for (; count < ends.size() && end < part_.span().end; ++count) {
    const auto d = utf8::decode(part_.passage().text, end);
    if (!utf8::is_han(d.cp)) break;
    ends[count] = end += d.size;
  }
  for (; count > 1; --count) {
    const Span stem{chain.span.end, ends[count - 1]};
    if (!head_at(stem.end)) continue;
    const PlaceId found = map_.below(chain.place, part_.of(stem));
    if (found == kNoPlace) continue;
    chain.last = stem.begin;
    chain.span.end = stem.end;
    chain.place = found;
    return true;
  }
  return false;
}

// 成都市|高新区公安机关: only before a head.
void Chains::extend_by_zone(Chain& chain) const {
  static constexpr std::array<std::string_view, 16> kZones = {"高新技术产业开发区",
                                                              "经济技术开发区",
                                                              "高新技术开发区",
                                                              "高新技术产业园区",
                                                              "经济开发区",
                                                              "高新开发区",
                                                              "临空经济区",
                                                              "工业园区",
                                                              "开发区",
                                                              "高新区",
                                                              "经开区",
                                                              "示范区",
                                                              "保税区",
                                                              "产业园区",
                                                              "新区",
                                                              "度假区"};
  if (chain.abroad || chain.place == kNoPlace || map_[chain.place].level == PlaceLevel::province)
    return;
  const std::string_view word = part_.one_of(chain.span.end, kZones);
  const std::uint32_t end = chain.span.end + static_cast<std::uint32_t>(word.size());
  if (word.empty() || !head_at(end)) return;
  chain.zone = {chain.span.end, end};
  chain.span.end = end;
}

// A county or state abroad that no table has: 塔兰特县 after 得克萨斯州.
bool Chains::extend_abroad(Chain& chain) const {
  for (const Hit& hit : part_.at(chain.span.end)) {
    if (hit.cls != WordClass::country) continue;
    const PlaceId found = map_.country(hit.row)[0];
    if (found == chain.place || !map_.within(found, chain.place)) continue;
    chain.last = hit.span.begin;
    chain.span.end = hit.span.end;
    chain.place = found;
    return true;
  }
  std::uint32_t end = chain.span.end;
  for (int i = 0; i < 6 && end < part_.span().end; ++i) {
    if (const auto word = part_.one_of(end, kForeignEnds); i > 1 && !word.empty()) {
      const Span link{chain.span.end, end + static_cast<std::uint32_t>(word.size())};
      const auto inside = part_.from(link.begin);
      if (overreaches(part_, link)) return false;  // 欧盟|社交网络市|场
      if (std::any_of(inside.begin(), inside.end(), [&](const Hit& h) {
            return false || (h.span.begin < end && h.span.end > end && h.cls != WordClass::unit);
          })) {
        return false;
      }
      chain.path = (chain.path.empty() ? map_.path(chain.place) : chain.path) + '/' +
                   std::string(part_.of(link));
      chain.last = link.begin;
      chain.span.end = link.end;
      return true;
    }
    const auto d = utf8::decode(part_.passage().text, end);
    if (!utf8::is_han(d.cp) || d.cp == U'的' || d.cp == U'和' || d.cp == U'与') break;
    end += d.size;
  }
  return false;
}

bool Chains::extend(Chain& chain) const {
  if (chain.place == kNoPlace) return false;
  if (chain.abroad) return chain.path.empty() && extend_abroad(chain);
  return extend_by_hit(chain) || extend_by_stem(chain);
}

std::vector<Chain> Chains::at(std::uint32_t offset) const {
  std::vector<Chain> out;
  for (const Hit& hit : part_.at(offset)) {
    const bool region = hit.cls == WordClass::region;
    if (!region && hit.cls != WordClass::country) continue;
    if (region && overreaches(part_, hit.span)) continue;
    Chain chain;
    chain.span = hit.span;
    chain.last = offset;
    chain.links = 1;
    chain.place = region ? context_.choose(map_.region(hit.row)) : map_.country(hit.row)[0];
    chain.abroad = !region && chain.place != map_.china();
    if (region && chain.place == kNoPlace) chain.path = map_[map_.region(hit.row)[0]].name;
    while (chain.links < 6 && extend(chain)) {
      if (chain.links++ == 1) {
        chain.second = chain.last;
        chain.leads_with_province =
            region && map_[map_.region(hit.row)[0]].level == PlaceLevel::province;
      }
    }
    extend_by_zone(chain);
    out.push_back(std::move(chain));
  }
  return out;
}

}  // namespace guanlan::bodies
