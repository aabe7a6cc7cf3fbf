// Regions: where it happens or the acting local authority sits, the finest level on each path.
//
// Evidence, strongest first
//   seat       the place of an authority that acts in the item
//   headline   a place in the title, as a place or at the head of an organisation's name
//   scene      在P举行, 在海南、上海等自贸试验区试点, 在京; P发布, 上海、北京等地研究
//   resident   九江市民王女士接到…: where one lives to whom it happened
//   party      海西州某公司: whom the item tells of without a name
//   finer      a place inside one of these: 青岛市黄岛区有人…
//   venue      在重庆科技大学拉开序幕
//   organiser  the first organisation of the item is named after P (only where nothing else is known)
//   home       我省, 全省, 全市: the province or city of the publication
//   national   中国, where a national body acts and nothing finer is given
#include <algorithm>
#include <array>

#include "extract/bodies/part.h"
#include "guanlan/mention.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

using bodies::Part;

constexpr std::array<std::string_view, 20> kEvents = {
    "举行", "召开", "举办", "成立", "启动", "落幕", "开幕", "揭牌", "揭晓", "上线",
    "试点", "启用", "闭幕", "签署", "开展", "发布", "揭幕", "收官", "拉开帷幕", "拉开序幕"};
constexpr std::array<std::string_view, 4> kVenues = {"站", "现场", "会场", "专场"};
constexpr std::array<std::string_view, 12> kHomeWords = {"我省", "我市", "全省", "全市", "本省", "本市",
                                                         "省内", "我区", "全区", "各省辖市", "我县", "全县"};
constexpr std::array<std::string_view, 5> kBetween = {"、", "和", "与", "以及", "及"};

constexpr std::array<std::string_view, 19> kAdverbs = {"将",   "已",   "正",   "率先", "正式", "全面", "近日", "日前", "今日", "在全国",
                                                       "也",   "相继", "陆续", "先后", "同步", "同时", "分别", "均",   "积极"};
constexpr std::array<std::string_view, 8> kResidents = {"市民", "居民", "村民", "男子", "女子", "网民", "群众", "民众"};

class Survey {
 public:
  Survey(const Passage& passage, const Mentions& done)
      : passage_(passage),
        done_(done),
        map_(passage.lexicon->gazetteer()),
        title_(passage, passage.title),
        body_(passage, passage.body) {}

  std::vector<RegionMention> take() {
    seats();
    headline();
    countries();
    scenes();
    abbreviations();
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
    return place.place != kNoPlace && !place.in_book && !in_app(place.span) && !is_airport(place) && !part_of(place).in_short_quote(place.span) && place.place != map_.china() &&
           map_[place.place].level != PlaceLevel::area;
  }
  // 咸阳国际机场: named after a place, behind the city that it serves.
  [[nodiscard]] bool is_airport(const PlaceMention& place) const {
    const Part& part = part_of(place);
    if (!part.looking_at(place.span.end, "国际机场") && !part.looking_at(place.span.end, "机场")) return false;
    return std::any_of(done_.bodies.places.begin(), done_.bodies.places.end(),
                       [&](const PlaceMention& other) { return other.span.end == place.span.begin; });
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
      const char* rule = scene_rule(all[i].span.begin, all[end - 1].span.end);
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

  // What makes the places between begin and end a scene; null: nothing does.
  [[nodiscard]] const char* scene_rule(std::uint32_t begin, std::uint32_t end) const {
    const bool early = begin < passage_.body.begin + 600;
    if (body_.looking_back(begin, "位于") || body_.looking_back(begin, "地处")) return "region.located";
    if (body_.looking_back(begin, "在") || body_.looking_back(begin, "于")) {
      return event_follows(end, early) ? "region.scene" : nullptr;
    }
    if (body_.looking_back(begin, "以") && body_.looking_at(end, "为主会场")) return "region.scene";
    if (!body_.one_of(end, kVenues).empty()) return "region.scene";
    if (is_resident(end)) return "region.resident";
    if (is_party(end)) return "region.party";
    if (!clause_begins(begin) && (!body_.looking_at(end, "等地") || is_sent_to(begin))) return nullptr;
    std::uint32_t at = end;
    static constexpr std::array<std::string_view, 12> kTogether = {"等地", "两地", "三地", "四地", "两市", "三市", "四市", "两省", "三省", "等市", "等省", "等地市"};
    at += static_cast<std::uint32_t>(body_.one_of(at, kTogether).size());
    for (const Hit& hit : body_.at(at)) {  // 西宁市、海东市网信部门同步部署
      if (hit.cls != WordClass::generic_body) continue;
      return event_follows(hit.span.end, true) ? "region.acts" : nullptr;
    }
    for (bool more = true; more;) {  // 上海将推广, 上海率先在全国发布
      const std::string_view word = body_.one_of(at, kAdverbs);
      more = !word.empty();
      at += static_cast<std::uint32_t>(word.size());
    }
    for (const Hit& hit : body_.at(at)) {
      if (hit.cls == WordClass::act && is_deed(hit)) return "region.acts";
    }
    return nullptr;
  }

  // 海西州|某公司, 滨海县|某商贸有限公司: whom an item tells of without a name.
  [[nodiscard]] bool is_party(std::uint32_t at) const {
    static constexpr std::array<std::string_view, 22> kParties = {"公司", "企业", "单位", "医院", "学校", "中学", "小学", "酒店", "宾馆", "机构", "平台",
                                                                  "集团", "银行", "门店", "商店", "药店", "中心", "网吧", "物业", "大学", "学院", "店"};
    if (!body_.looking_at(at, "某")) return false;
    const std::string_view words = passage_.text.substr(at + 3, std::min<std::uint32_t>(body_.span().end - at - 3, 45));
    const std::string_view near = words.substr(0, std::min(words.find_first_of(",;:\n"), words.find("。")));
    return std::any_of(kParties.begin(), kParties.end(), [&](auto w) { return near.find(w) != std::string_view::npos; });
  }

  // 分赴|云南、广西等地开展收网: where officers went.
  [[nodiscard]] bool is_sent_to(std::uint32_t at) const {
    static constexpr std::array<std::string_view, 7> kGo = {"分赴", "奔赴", "前往", "赶赴", "辗转", "转战", "赴"};
    return std::any_of(kGo.begin(), kGo.end(), [&](auto w) { return body_.looking_back(at, w); });
  }

  // 九江|市民王女士, 沈阳|男子李某: a person who is named or masked, not 市民 in general.
  [[nodiscard]] bool is_resident(std::uint32_t at) const {
    const std::string_view word = body_.one_of(at, kResidents);
    const std::uint32_t person = at + static_cast<std::uint32_t>(word.size());
    if (word.empty()) return body_.looking_back(at, "市") && body_.looking_at(at, "民") && names_person(at + 3);
    return names_person(person);
  }
  [[nodiscard]] bool names_person(std::uint32_t at) const {
    const std::string_view surname = body_.next(at);
    if (surname.empty() || !utf8::is_han(utf8::decode(surname, 0).cp)) return false;
    static constexpr std::array<std::string_view, 6> kTitles = {"某", "女士", "先生", "阿姨", "大爷", "同学"};
    const std::uint32_t after = at + static_cast<std::uint32_t>(surname.size());
    return !body_.one_of(after, kTitles).empty() || body_.next(at) == "小";
  }

  [[nodiscard]] bool clause_begins(std::uint32_t at) const {
    const std::string_view before = body_.before(at);
    return before.empty() || std::string_view(",。;:!?\n").find(before) != std::string_view::npos ||
           before == "。" || before == " " || body_.looking_back(at, "近日") || body_.looking_back(at, "日前");
  }

  [[nodiscard]] bool is_deed(const Hit& hit) const {
    return passage_.lexicon->table(WordClass::act).cell(hit.row, "use") == "do";
  }

  // A verb of an event in the same clause, before the next stop.
  [[nodiscard]] bool event_follows(std::uint32_t at, bool any_deed) const {
    const std::uint32_t limit = std::min(body_.span().end, at + 120);
    std::uint32_t stop = at;
    while (stop < limit) {
      const std::string_view c = body_.next(stop);
      if (c == "," || c == "。" || c == ";" || c == "\n") break;
      stop += static_cast<std::uint32_t>(c.size());
    }
    for (const Hit& hit : body_.from(at)) {
      if (hit.span.begin >= stop) break;
      if (hit.cls != WordClass::act || !is_deed(hit)) continue;
      if (any_deed || std::find(kEvents.begin(), kEvents.end(), body_.of(hit.span)) != kEvents.end()) return true;
    }
    return false;
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
          if (hit.cls != WordClass::act || !is_deed(hit)) continue;
          add(place, {}, {offset, offset + 3}, "region.scene", hit.span);
          break;
        }
      }
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
      if (event_follows(org.span.end, false)) add_place_of(org, "region.venue");
    }
  }
  [[nodiscard]] bool leads(std::uint32_t at) const {
    return at <= passage_.body.begin + 300 && (body_.looking_back(at, "由") || clause_begins(at));
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
  std::vector<RegionMention> out_;
  std::vector<PlaceId> places_;
};

}  // namespace

std::vector<RegionMention> find_regions(const Passage& passage, const Mentions& done) {
  return Survey(passage, done).take();
}

}  // namespace guanlan
