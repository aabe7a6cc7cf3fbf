// Regions: where it happens or the acting local authority sits, the finest level on each path.
//
// Evidence, strongest first
//   seat       the place of an authority that acts in the item
//   headline   a place in the title, as a place or at the head of an organisation's name
//   scene      在P举行, 在海南、上海等自贸试验区试点, 在京; P发布, 上海、北京等地研究
//   resident   九江市民王女士接到…: where one lives to whom it happened
//   party      海西州某公司: whom the item tells of without a name
//   branch     示例银行厦门分行, where branches are punished
//   finer      a place inside one of these: 青岛市黄岛区有人…
//   venue      在重庆科技大学拉开序幕
//   organiser  the first organisation of the item is named after P (only where nothing else is known)
//   home       我省, 全省, 全市: the province or city of the publication
//   national   中国, where a national body acts and nothing finer is given
#include <algorithm>
#include <array>

#include "extract/bodies/part.h"
#include "extract/near.h"
#include "extract/regions/clause.h"
#include "guanlan/mention.h"
#include "text/stands.h"

namespace guanlan {
namespace {

using bodies::Part;
using regions::Clause;

constexpr std::array<std::string_view, 12> kHomeWords = {"我省", "我市", "全省", "全市", "本省", "本市",
                                                         "省内", "我区", "全区", "各省辖市", "我县", "全县"};
constexpr std::array<std::string_view, 5> kBetween = {"、", "和", "与", "以及", "及"};

class Survey {
 public:
  Survey(const Passage& passage, const Mentions& done)
      : passage_(passage),
        done_(done),
        map_(passage.lexicon->gazetteer()),
        title_(passage, passage.title),
        body_(passage, passage.body),
        clause_(passage, body_) {}

  std::vector<RegionMention> take() {
    seats();
    headline();
    countries();
    scenes();
    abbreviations();
    branches();
    rooms();
    if (out_.empty()) venues();
    finer();
    if (done_.kind == "statistics") figures();
    if (out_.empty() && !acts_nationally()) organiser();
    if (out_.empty()) home();
    if (out_.empty()) national();
    if (out_.empty()) organiser();
    drop_wider();
    return std::move(out_);
  }

 private:
  void add(PlaceId place, const std::string& path, Span span, const char* rule, Span cue) {
    RegionMention region;
    region.path = path.empty() ? map_.path(place) : path;
    if (std::any_of(out_.begin(), out_.end(), [&](const auto& r) { return r.path == region.path; })) return;
    if (path.empty()) region.code = map_[place].code;
    region.span = span;
    region.why = {rule, cue};
    out_.push_back(std::move(region));
    places_.push_back(place);
  }
  void add(const PlaceMention& place, const char* rule, Span cue) {
    if (!countable(place)) return;
    add(place.place, place.path, place.span, rule, cue);
  }
  [[nodiscard]] bool countable(const PlaceMention& place) const {
    return place.place != kNoPlace && !place.in_book && !in_app(place.span) && !is_airport(place) && !is_nationality(place) && !part_of(place).in_short_quote(place.span) && place.place != map_.china() &&
           map_[place.place].level != PlaceLevel::area;
  }
  // 咸阳国际机场: named after a place, behind the city that it serves.
  [[nodiscard]] bool is_airport(const PlaceMention& place) const {
    const Part& part = part_of(place);
    if (!part.looking_at(place.span.end, "国际机场") && !part.looking_at(place.span.end, "机场")) return false;
    return std::any_of(done_.bodies.places.begin(), done_.bodies.places.end(),
                       [&](const PlaceMention& other) { return other.span.end == place.span.begin; });
  }
  // 起诉三名某国|黑客: whose people they are.
  [[nodiscard]] bool is_nationality(const PlaceMention& place) const {
    static constexpr std::array<std::string_view, 5> kPeople = {"黑客", "籍", "科技企业", "科技巨头", "科技公司"};
    return !map_.is_domestic(place.place) && !part_of(place).one_of(place.span.end, kPeople).empty();
  }
  // “义乌购”: a place in an app's name.
  [[nodiscard]] bool in_app(Span place) const {
    return std::any_of(done_.apps.begin(), done_.apps.end(), [&](const NameMention& app) { return app.span.contains(place) && app.span != place; });
  }
  [[nodiscard]] const Part& part_of(const PlaceMention& place) const { return place.in_title ? title_ : body_; }

  void seats() {
    for (const AuthorityMention& authority : done_.authorities) {
      if (authority.body < 0) continue;
      const BodyMention& body = done_.bodies.bodies[static_cast<std::size_t>(authority.body)];
      if (body.kind == BodyKind::national || body.place == kNoPlace) continue;
      if (map_[body.place].level == PlaceLevel::area) continue;
      const PlaceMention* words = body.place_index < 0 ? nullptr : &done_.bodies.places[static_cast<std::size_t>(body.place_index)];
      add(body.place, words == nullptr ? std::string() : words->path, words == nullptr ? body.span : words->span,
          "region.seat", body.span);
    }
  }

  void headline() {
    for (const PlaceMention& place : done_.bodies.places) {
      if (place.in_title) add(place, "region.headline", place.span);
    }
  }

  // A body from abroad in the headline brings its country, whether it acts or not: 美国司法部服务提供商….
  void countries() {
    const bool at_home = !out_.empty() && map_.is_domestic(places_.front());
    for (const BodyMention& body : done_.bodies.bodies) {
      if (at_home || !body.in_title || body.kind != BodyKind::foreign || body.place == kNoPlace) continue;
      if (body.place_index < 0 && body.domain != "organisation") add(body.place, {}, body.span, "region.headline", body.span);
    }
  }

  // The places of a list that the place at `first` begins: 海南、上海; gives the index after the last.
  [[nodiscard]] std::size_t list_end(std::size_t first) const {
    const auto& all = done_.bodies.places;
    std::size_t i = first;
    while (i + 1 < all.size() && all[i + 1].in_title == all[first].in_title && all[i].body < 0 &&
           all[i + 1].body < 0 && all[i].span.end <= all[i + 1].span.begin) {
      const std::string_view between = body_.of({all[i].span.end, all[i + 1].span.begin});
      static constexpr std::array<std::string_view, 4> kAirports = {"国际机场", "机场", "高铁", "铁路"};
      const bool side_by_side = between.empty() && body_.one_of(all[i + 1].span.end, kAirports).empty();  // 闵行徐汇; 西安|咸阳国际机场
      if (!side_by_side && std::find(kBetween.begin(), kBetween.end(), between) == kBetween.end()) break;
      ++i;
    }
    return i + 1;
  }

  void scenes() {
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

  // Of parties only those where the acting body sits, or where nothing is known yet: not the defendant's city.
  [[nodiscard]] bool is_inside(PlaceId place) const {
    return places_.empty() || std::any_of(places_.begin(), places_.end(), [&](PlaceId k) { return map_.within(place, k); });
  }

  // 在京举行, 在沪签署.
  void abbreviations() {
    for (const Part* part : {&title_, &body_}) {
      const std::string_view text = part->of(part->span());
      for (std::size_t at = find_word(text, "在"); at != std::string_view::npos; at = find_word(text, "在", at + 3)) {
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

  // 示例银行|厦门|分行, a branch that is punished: its city or province; 临安|农村商业银行: its county.
  void branches() {
    if (done_.kind != "enforcement" || done_.sanctions.empty()) return;
    static constexpr std::array<std::string_view, 9> kBranches = {"农村商业银行", "农商银行", "村镇银行", "分行", "支行",
                                                                  "中心支公司",   "分公司",   "支公司",   "营业部"};
    static constexpr std::size_t kRural = 3;  // of them: those are of a county
    for (const NameMention& org : done_.orgs) {
      if (!passage_.body.contains(org.span)) continue;
      const std::string_view name = body_.of(org.span);
      for (std::size_t i = 0; i < kBranches.size(); ++i) {
        const auto found = name.rfind(kBranches[i]);
        if (found == std::string_view::npos || (i >= kRural && found + kBranches[i].size() != name.size())) continue;
        const Span place_words{org.span.begin, org.span.begin + static_cast<std::uint32_t>(found)};
        const PlaceId place = named_last(place_words, i < kRural);
        if (place == kNoPlace) break;
        const PlaceLevel level = map_[place].level;
        const bool wide = level == PlaceLevel::province || level == PlaceLevel::prefecture;
        if (wide || (i < kRural && level == PlaceLevel::county)) add(place, {}, org.span, "region.branch", org.span);
        break;
      }
    }
  }

  // The place that words end with; of 浙江临安 the county below the province, which no text names alone.
  [[nodiscard]] PlaceId named_last(Span words, bool county) const {
    const Hit* last = ending_at(passage_, WordClass::region, words.end, words.begin);
    if (last != nullptr) return map_.region(last->row).size() == 1 ? map_.region(last->row)[0] : kNoPlace;
    if (!county) return kNoPlace;
    for (const Hit& hit : body_.at(words.begin)) {
      if (hit.cls != WordClass::region || hit.span.end >= words.end || map_.region(hit.row).size() != 1) continue;
      return map_.below(map_.region(hit.row)[0], body_.of({hit.span.end, words.end}));
    }
    return kNoPlace;
  }

  // 在首尔钟路区政府举行: a body as the room where something was held.
  void rooms() {
    constexpr std::uint32_t kReach = 24;
    for (const BodyMention& body : done_.bodies.bodies) {
      if (body.in_title || body.kind == BodyKind::national || body.place == kNoPlace || !body_.looking_back(body.span.begin, "在")) continue;
      const std::string_view after = body_.of({body.span.end, std::min(body_.span().end, body.span.end + kReach)});
      const bool held = after.find("举行") != std::string_view::npos || after.find("举办") != std::string_view::npos;
      if (!held || after.find("下") != std::string_view::npos) continue;
      const PlaceMention* words = body.place_index < 0 ? nullptr : &done_.bodies.places[static_cast<std::size_t>(body.place_index)];
      add(body.place, words == nullptr ? std::string() : words->path, body.span, "region.venue", body.span);
    }
  }

  // A county of the city that is known, named where something happened: 青岛市黄岛区有人….
  void finer() {
    const std::vector<PlaceId> known = places_;
    for (const PlaceMention& place : done_.bodies.places) {
      if (place.in_title || place.body >= 0 || !countable(place) || !place.path.empty()) continue;
      if (map_[place.place].level != PlaceLevel::county && map_[place.place].level != PlaceLevel::zone) continue;
      const bool inside = std::any_of(known.begin(), known.end(), [&](PlaceId k) {
        return k != place.place && map_.within(place.place, k);
      });
      if (inside && !names_an_organisation(place)) add(place, "region.finer", place.span);
    }
  }

  // Whether the words after a place make an organisation's name of it: 广东省|网络空间安全协会.
  [[nodiscard]] bool names_an_organisation(const PlaceMention& place) const {
    const Part& part = part_of(place);
    const std::uint32_t limit = std::min(part.span().end, place.span.end + 60);
    for (const Hit& hit : part.from(place.span.end)) {
      if (hit.span.begin >= limit) break;
      if (hit.cls != WordClass::org_suffix) continue;
      const std::string_view between = part.of({place.span.end, hit.span.begin});
      for (const std::string_view masked : {"某", "一家", "一所"}) {  // 开江县某医院: it happened there
        if (between.starts_with(masked)) return false;
      }
      for (const std::string_view mark : {",", "。", "、", ";", "的", "\n", "在", ":"}) {
        if (between.find(mark) != std::string_view::npos) return false;
      }
      return true;
    }
    return false;
  }

  // 在重庆科技大学拉开序幕, 由广东省网络空间安全协会主办: the place that a known organisation's name begins with.
  [[nodiscard]] const Hit* place_of(const NameMention& org) const {
    const Part& part = passage_.title.contains(org.span.begin) ? title_ : body_;
    for (const Hit& hit : part.at(org.span.begin)) {
      if (hit.cls == WordClass::region && hit.span.end <= org.span.end && map_.region(hit.row).size() == 1) return &hit;
      if (hit.cls == WordClass::country && hit.span.end < org.span.end && map_.country(hit.row)[0] != map_.china()) return &hit;
    }
    return nullptr;
  }
  void add_place_of(const NameMention& org, const char* rule) {
    const Hit* hit = place_of(org);
    if (hit == nullptr) return;
    const auto& places = hit->cls == WordClass::region ? map_.region(hit->row) : map_.country(hit->row);
    add(places[0], {}, hit->span, rule, org.span);
  }
  void venues() {
    for (const NameMention& org : done_.orgs) {
      if (passage_.title.contains(org.span.begin) || !body_.looking_back(org.span.begin, "在")) continue;
      if (clause_.event_follows(org.span.end, false)) add_place_of(org, "region.venue");
    }
  }
  [[nodiscard]] bool leads(std::uint32_t at) const {
    if (at > passage_.body.begin + 300) return false;
    return body_.looking_back(at, "由") || clause_.begins(at) || body_.looking_back(at, "电 ") || is_behind_reporters(at);
  }
  // 新华社悉尼10月12日电(记者某某)|示例航空公司…
  [[nodiscard]] bool is_behind_reporters(std::uint32_t at) const {
    constexpr std::uint32_t kReach = 150;
    if (!body_.looking_back(at, ")")) return false;
    const std::uint32_t from = std::max(body_.span().begin, at - std::min(at, kReach));
    return body_.of({from, at}).find("电(") != std::string_view::npos;
  }
  [[nodiscard]] const NameMention* leading_org() const {
    for (const NameMention& org : done_.orgs) {
      const bool told_first = passage_.title.contains(org.span.begin) || leads(org.span.begin);
      if (told_first && place_of(org) != nullptr) return &org;
    }
    return nullptr;
  }
  [[nodiscard]] const PlaceMention* leading_place() const {
    for (const PlaceMention& place : done_.bodies.places) {
      if (place.in_title || place.body >= 0 || !countable(place)) continue;
      if (leads(place.span.begin) && names_an_organisation(place)) return &place;
    }
    return nullptr;
  }
  void organiser() {
    const NameMention* org = leading_org();
    const PlaceMention* place = leading_place();
    if (org != nullptr && (place == nullptr || org->span.begin < place->span.begin)) {
      add_place_of(*org, "region.organiser");
    } else if (place != nullptr) {
      add(*place, "region.organiser", place->span);
    }
  }

  // 郑州市网民互联网访问流量为…: the places that indicators are given for.
  void figures() {
    const PlaceId home = passage_.setting == nullptr ? kNoPlace : passage_.setting->home;
    for (const PlaceMention& place : done_.bodies.places) {
      const bool full = countable(place) && place.span.of(passage_.text) == map_[place.place].name;
      if (full && place.body < 0 && home != kNoPlace && map_.within(place.place, home)) {
        add(place, "region.indicator", place.span);
      }
    }
    if (out_.empty() && home != kNoPlace) add(home, {}, passage_.title, "region.home", passage_.title);
  }

  void home() {
    if (passage_.setting == nullptr || passage_.setting->home == kNoPlace) return;
    for (const Part* part : {&title_, &body_}) {
      const std::string_view text = part->of(part->span());
      for (const std::string_view word : kHomeWords) {
        const auto at = find_word(text, word);
        if (at == std::string_view::npos) continue;
        const auto begin = part->span().begin + static_cast<std::uint32_t>(at);
        const PlaceId home = passage_.setting->home;
        const bool province = word.find("省") != std::string_view::npos;
        const PlaceId place = province ? map_.province(home) : home;
        return add(place == kNoPlace ? home : place, {}, {begin, begin + static_cast<std::uint32_t>(word.size())},
                   "region.home", {begin, begin + 3});
      }
    }
  }

  // A national body that acts before anything else is told: not the seat of a company named in passing.
  [[nodiscard]] bool acts_nationally() const {
    if (done_.authorities.empty() || done_.authorities.front().body < 0) return false;
    const BodyMention& body = done_.bodies.bodies[static_cast<std::size_t>(done_.authorities.front().body)];
    return body.kind == BodyKind::national && done_.authorities.front().span.begin < passage_.body.begin + 300;
  }

  void national() {
    for (const AuthorityMention& authority : done_.authorities) {
      if (authority.body < 0) continue;
      const BodyMention& body = done_.bodies.bodies[static_cast<std::size_t>(authority.body)];
      if (body.kind != BodyKind::national) continue;
      return add(map_.china(), {}, authority.span, "region.national", authority.span);
    }
  }

  void drop_wider() {
    std::vector<RegionMention> kept;
    for (const RegionMention& region : out_) {
      const bool wider = std::any_of(out_.begin(), out_.end(), [&](const RegionMention& other) {
        return other.path.starts_with(region.path + "/");
      });
      if (!wider) kept.push_back(region);
    }
    out_ = std::move(kept);
  }

  const Passage& passage_;
  const Mentions& done_;
  const Gazetteer& map_;
  Part title_, body_;
  Clause clause_;
  std::vector<RegionMention> out_;
  std::vector<PlaceId> places_;
};

}  // namespace

std::vector<RegionMention> find_regions(const Passage& passage, const Mentions& done) {
  return Survey(passage, done).take();
}

}  // namespace guanlan
