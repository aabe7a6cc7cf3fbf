// Regions: where it happens or the acting local authority sits, the finest level on each path.
//
// Evidence, strongest first
//   seat       the place of an authority that acts in the item
//   headline   a place in the title, as a place or at the head of an organisation's name
//   scene      在P举行, 在海南、上海等自贸试验区试点, 在京; P发布, 上海、北京等地研究
//   resident   九江市民王女士接到…: where one lives to whom it happened
//   party      海西州某公司: whom the item tells of without a name
//   coverage   甲、乙两个本地网: places that are counted behind their list
//   project    承建的P宽带项目: abroad, where something is built
//   branch     示例银行厦门分行, where branches are punished
//   finer      a place inside one of these: 青岛市黄岛区有人…
//   venue      在重庆科技大学拉开序幕
//   paper      a paper issued or in draft is named after P, nothing else being known
//   organiser  the first organisation of the item is named after P (only where nothing else is
//   known) home       我省, 全省, 全市: the province or city of the publication national   中国,
//   where a national body acts and nothing finer is given
#include <algorithm>
#include <array>

#include "extract/regions/survey.h"
#include "text/stands.h"

namespace guanlan::regions {
namespace {

constexpr std::array<std::string_view, 12> kHomeWords = {"我省", "我市",     "全省", "全市",
                                                         "本省", "本市",     "省内", "我区",
                                                         "全区", "各省辖市", "我县", "全县"};

}  // namespace

Survey::Survey(const Passage& passage, const Mentions& done)
    : passage_(passage),
      done_(done),
      map_(passage.lexicon->gazetteer()),
      title_(passage, passage.title),
      body_(passage, passage.body),
      clause_(passage, body_) {}

std::vector<RegionMention> Survey::take() {
  seats();
  headline();
  countries();
  scenes();
  abbreviations();
  branches();
  rooms();
  projects();
  if (out_.empty()) venues();
  finer();
  if (done_.kind == "statistics") figures();
  if (out_.empty() && !acts_nationally()) papers();
  if (out_.empty() && !acts_nationally()) organiser();
  if (out_.empty()) home();
  if (out_.empty()) national();
  if (out_.empty()) organiser();
  drop_wider();
  return std::move(out_);
}

void Survey::add(PlaceId place, const std::string& path, Span span, const char* rule, Span cue) {
  RegionMention region;
  region.path = path.empty() ? map_.path(place) : path;
  if (std::any_of(out_.begin(), out_.end(), [&](const auto& r) { return r.path == region.path; }))
    return;
  if (path.empty()) region.code = map_[place].code;
  region.span = span;
  region.why = {rule, cue};
  out_.push_back(std::move(region));
  places_.push_back(place);
}

void Survey::add(const PlaceMention& place, const char* rule, Span cue) {
  if (!countable(place)) return;
  add(place.place, place.path, place.span, rule, cue);
}

bool Survey::countable(const PlaceMention& place) const {
  return place.place != kNoPlace && !place.in_book && !in_app(place.span) && !is_airport(place) &&
         !is_campus(place) && !is_nationality(place) && !is_sanctioned(place) &&
         !part_of(place).in_short_quote(place.span) && place.place != map_.china() &&
         map_[place.place].level != PlaceLevel::area;
}

// 咸阳国际机场: named after a place, behind the city that it serves.
bool Survey::is_airport(const PlaceMention& place) const {
  const Part& part = part_of(place);
  if (!part.looking_at(place.span.end, "国际机场") && !part.looking_at(place.span.end, "机场"))
    return false;
  return std::any_of(done_.bodies.places.begin(), done_.bodies.places.end(),
                     [&](const PlaceMention& other) { return other.span.end == place.span.begin; });
}

// 示例大学|江阴校区: a part of the university.
bool Survey::is_campus(const PlaceMention& place) const {
  return part_of(place).looking_at(place.span.end, "校区");
}

// 起诉三名某国|黑客, 某国|“示例”黑客组织: whose people they are.
bool Survey::is_nationality(const PlaceMention& place) const {
  if (map_.is_domestic(place.place)) return false;
  const Part& part = part_of(place);
  if (word_at(part, place.span.end, Frame::people) != 0) return true;
  if (part.looking_at(place.span.end, "“")) {
    constexpr std::uint32_t kLongest = 45;  // bytes of a name in quotation marks
    const std::string_view name =
        part.of({place.span.end, std::min(part.span().end, place.span.end + kLongest)});
    const auto close = name.find("”");
    return close != std::string_view::npos &&
           word_at(part, place.span.end + static_cast<std::uint32_t>(close) + 3, Frame::people) !=
               0;
  }
  return place.span.begin != part.span().begin &&
         word_at(part, place.span.end, Frame::person_from) != 0;
}

// 某国对|另一国4名个人实施制裁: against whom.
bool Survey::is_sanctioned(const PlaceMention& place) const {
  return place.in_title && title_.looking_back(place.span.begin, "对") &&
         holds_word(title_.of({place.span.end, title_.span().end}), "制裁");
}

// “义乌购”: a place in an app's name.
bool Survey::in_app(Span place) const {
  return std::any_of(done_.apps.begin(), done_.apps.end(), [&](const NameMention& app) {
    return app.span.contains(place) && app.span != place;
  });
}

const Part& Survey::part_of(const PlaceMention& place) const {
  return place.in_title ? title_ : body_;
}

void Survey::home() {
  if (passage_.setting == nullptr || passage_.setting->home == kNoPlace) return;
  for (const Part* part : {&title_, &body_}) {
    const std::string_view text = part->of(part->span());
    static const WordSet any({kHomeWords.begin(), kHomeWords.end()});
    if (any.next_at(text, 0).size == 0) continue;
    for (const std::string_view word : kHomeWords) {
      const auto at = find_word(text, word);
      if (at == std::string_view::npos) continue;
      const auto begin = part->span().begin + static_cast<std::uint32_t>(at);
      const PlaceId home = passage_.setting->home;
      const bool province = holds_word(word, "省");
      const PlaceId place = province ? map_.province(home) : home;
      return add(place == kNoPlace ? home : place, {},
                 {begin, begin + static_cast<std::uint32_t>(word.size())}, "region.home",
                 {begin, begin + 3});
    }
  }
}

// A national body that acts before anything else is told: not the seat of a company named in
// passing.
bool Survey::acts_nationally() const {
  if (done_.authorities.empty() || done_.authorities.front().body < 0) return false;
  const BodyMention& body =
      done_.bodies.bodies[static_cast<std::size_t>(done_.authorities.front().body)];
  return body.kind == BodyKind::national &&
         done_.authorities.front().span.begin < passage_.body.begin + 300;
}

void Survey::national() {
  for (const AuthorityMention& authority : done_.authorities) {
    if (authority.body < 0) continue;
    const BodyMention& body = done_.bodies.bodies[static_cast<std::size_t>(authority.body)];
    if (body.kind != BodyKind::national) continue;
    return add(map_.china(), {}, authority.span, "region.national", authority.span);
  }
}

void Survey::drop_wider() {
  std::vector<RegionMention> kept;
  for (const RegionMention& region : out_) {
    const bool wider = std::any_of(out_.begin(), out_.end(), [&](const RegionMention& other) {
      return other.path.starts_with(region.path + "/");
    });
    if (!wider) kept.push_back(region);
  }
  out_ = std::move(kept);
}

}  // namespace guanlan::regions

namespace guanlan {

std::vector<RegionMention> find_regions(const Passage& passage, const Mentions& done) {
  return regions::Survey(passage, done).take();
}

}  // namespace guanlan
