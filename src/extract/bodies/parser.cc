#include "extract/bodies/parser.h"

#include <algorithm>
#include <array>

#include "extract/bodies/grow.h"
#include "extract/near.h"
#include "text/utf8.h"

namespace guanlan::bodies {
namespace {

constexpr std::array<std::string_view, 6> kJoiners = {"、", "和", "与", "及", "以及", "联合"};
constexpr std::array<std::string_view, 8> kNotOne = {"各", "全", "外", "跨", "多", "每", "某", "几"};

constexpr std::array<std::string_view, 6> kZones = {"高新区", "经开区", "经济技术开发区", "高新技术产业开发区", "开发区", "高新技术开发区"};
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

bool is_latin(std::string_view text) {
  return !text.empty() && utf8::is_latin(utf8::decode(text, 0).cp);
}

// 第十四届 between a place and its congress.
std::uint32_t past_term(const Part& part, std::uint32_t at) {
  if (!part.looking_at(at, "第")) return at;
  std::uint32_t end = at + 3;
  for (int n = 0; n < 4 && !part.looking_at(end, "届"); ++n) end += static_cast<std::uint32_t>(part.next(end).size());
  return part.looking_at(end, "届") ? end + 3 : at;
}

}  // namespace

Parser::Parser(const Passage& passage, Context& context, Bodies& out)
    : passage_(passage),
      lexicon_(*passage.lexicon),
      map_(passage.lexicon->gazetteer()),
      heads_(*passage.lexicon),
      context_(context),
      out_(out) {}

void Parser::walk(Span span, bool in_title) {
  const Part part(passage_, span);
  part_ = &part;
  in_title_ = in_title;
  reach_ = span.begin;
  const auto hits = part.hits();
  for (std::size_t i = 0; i < hits.size();) {
    const std::uint32_t begin = hits[i].span.begin;
    if (begin >= reach_) reach_ = std::max(reach_, step(begin));
    while (i < hits.size() && hits[i].span.begin == begin) ++i;
  }
  part_ = nullptr;
}

std::optional<Found> Parser::better(std::optional<Found> a, std::optional<Found> b) const {
  return !a || (b && b->end > a->end) ? b : a;
}

std::uint32_t Parser::step(std::uint32_t offset) {
  std::optional<Found> best;
  std::optional<Chain> chain;
  for (const Hit& hit : part_->at(offset)) {
    if (hit.cls == WordClass::authority_head) best = better(std::move(best), relative(hit));
  }
  for (const Hit& hit : part_->at(offset)) {
    if (hit.cls == WordClass::authority || hit.cls == WordClass::foreign_authority) {
      best = better(std::move(best), named(hit));
    }
  }
  const Chains chains(*part_, map_, context_);
  for (const Chain& c : chains.at(offset)) {
    if (is_namesake(c)) continue;
    if (!chain) chain = c;
    best = better(std::move(best), c.abroad ? abroad(c) : placed(c));
  }
  const std::uint32_t other = taken_by_other(offset);
  if (best && best->end >= other) {
    const std::uint32_t end = best->end;
    const bool foreign = best->body.kind == BodyKind::foreign && best->body.domain != "organisation";
    add(std::move(*best));
    return foreign ? mates_abroad(end) : end;
  }
  if (other > offset && !(chain && chain->span.end >= other)) return other;
  if (!chain) return offset;
  add_place(*chain, -1);
  context_.saw(chain->place);
  return chain->span.end;
}

// 泗水 in an item from Indonesia: a county's stem that only sounds like the place meant.
bool Parser::is_namesake(const Chain& chain) const {
  if (scene_ == kNoPlace || map_.is_domestic(scene_) || chain.abroad || chain.links > 1 || chain.place == kNoPlace) return false;
  return map_[chain.place].level == PlaceLevel::county && part_->of(chain.span) != map_[chain.place].name;
}

// 日本警察厅|和个人信息保护委员会: the country of the body before goes for what it is joined to.
std::uint32_t Parser::mates_abroad(std::uint32_t end) {
  static constexpr std::array<std::string_view, 4> kMates = {"、", "和", "与", "及"};
  static constexpr std::array<std::string_view, 8> kVague = {"相关", "有关", "其他", "其", "该", "多", "各", "当地"};
  if (out_.bodies.back().place == kNoPlace) return end;
  const std::string_view joiner = part_->one_of(end, kMates);
  const std::uint32_t begin = end + static_cast<std::uint32_t>(joiner.size());
  if (joiner.empty() || !part_->at(begin).empty() || !part_->one_of(begin, kVague).empty()) return end;
  const std::uint32_t mate = free_foreign(*part_, begin, false);
  if (mate < begin + 12) return end;
  Found found;
  found.end = mate;
  found.body.kind = BodyKind::foreign;
  found.body.place = out_.bodies.back().place;
  found.body.span = {begin, mate};
  found.body.name = part_->of(found.body.span);
  add(std::move(found));
  return mate;
}

// Words of other classes that take the characters away: 网易有道, 教育部门, 人民日报.
std::uint32_t Parser::taken_by_other(std::uint32_t offset) const {
  std::uint32_t end = offset;
  for (const Hit& hit : part_->at(offset)) {
    if (hit.cls == WordClass::outlet && part_->of(hit.span).ends_with("发布")) continue;  // 上海|发布
    if (hit.cls == WordClass::org || hit.cls == WordClass::outlet || hit.cls == WordClass::generic_body) {
      end = std::max(end, hit.span.end);
    }
  }
  return end;
}

std::optional<Found> Parser::named(const Hit& hit) const {
  if (!ends_well(*part_, hit.span)) return std::nullopt;
  Found found;
  found.end = hit.span.end;
  const WordTable& table = lexicon_.table(hit.cls);
  found.body.span = hit.span;
  found.body.name = table.name(hit.row);
  if (hit.cls == WordClass::authority) {
    found.body.domain = table.cell(hit.row, "level");  // ministry, court, institution …
    if (found.body.domain == "association") return std::nullopt;
    if (repeats_foreign(hit.span)) {
      return of_scene(hit.span);
    }
    if (table.cell(hit.row, "level") != "department") grow({*part_, lexicon_, heads_, context_}, found);
    // 国家税务总局 + 北京市税务局: one body, a local one.
    const Chains chains(*part_, map_, context_);
    for (const Chain& c : chains.at(hit.span.end)) {
      const auto head = c.abroad || c.place == kNoPlace ? std::nullopt : head_below(c.span.end, table.name(hit.row));
      if (!head) continue;
      Found local;
      local.chain = c;
      local.head = head;
      local.end = head->span.end;
      local.body.kind = BodyKind::local;
      local.body.place = c.place;
      local.body.domain = head->kind;
      local.body.span = {hit.span.begin, local.end};
      local.body.name = head->pattern.empty()
                            ? found.body.name + std::string(part_->of({c.span.begin, local.end}))
                            : compose(map_, c.place, *head);
      return local;
    }
    return found;
  }
  found.body.kind = BodyKind::foreign;
  const std::string_view surface = part_->of(hit.span);
  if (!is_latin(surface) && !found.body.name.ends_with(surface)) found.body.name = surface;
  found.body.domain = table.cell(hit.row, "country") == "国际" ? "organisation" : table.cell(hit.row, "kind");
  found.body.place = map_.country_named(table.cell(hit.row, "country"));
  return found;
}

// 司法部 in an item from abroad, where no Chinese body is meant.
bool Parser::repeats_foreign(Span span) const {
  if (scene_ == kNoPlace || span.size() > 12) return false;
  const std::string_view surface = part_->of(span);
  return !surface.starts_with("中") && !surface.starts_with("国") && surface.ends_with("部");
}

std::optional<Head> Parser::head_at(std::uint32_t offset, bool after_body) const {
  for (const Hit& hit : part_->at(offset)) {
    if (hit.cls != WordClass::authority_head || !ends_well(*part_, hit.span)) continue;
    const Head head = heads_.row(hit);
    if (head.attach == "body" && !after_body && head.name != "分局") continue;
    return head;
  }
  return std::nullopt;
}

// 监管局 behind 国家金融监督管理总局江苏 and behind 中国证监会江苏: the one that belongs to the body above.
std::optional<Head> Parser::head_below(std::uint32_t offset, std::string_view national) const {
  std::optional<Head> other;
  for (const Hit& hit : part_->at(offset)) {
    if (hit.cls != WordClass::authority_head || !ends_well(*part_, hit.span)) continue;
    const Head head = heads_.row(hit);
    if (head.national == national) return head;
    if (!other && head.attach == "body") other = head;
  }
  return other;
}

std::optional<Found> Parser::composed(const Chain& chain, const Head& head) const {
  Found found;
  found.chain = chain;
  found.head = head;
  found.end = head.span.end;
  found.body.kind = BodyKind::local;
  found.body.domain = head.kind;
  found.body.place = chain.place;
  found.body.span = {chain.span.begin, head.span.end};
  const Span printed{chain.leads_with_province ? chain.second : chain.span.begin, head.span.end};
  if (head.name == "分局") {
    if (chain.place == kNoPlace || map_[chain.place].level != PlaceLevel::county) return std::nullopt;
    found.body.name = compose_branch(map_, chain.place, head.name);
  } else if (head.as_printed && head.pattern.empty()) {
    found.body.name = part_->of(printed);
    if (head.kind == "police") {
      found.body.kind = BodyKind::police;
      found.body.span = printed;
    }
  } else if (chain.place == kNoPlace) {
    found.body.name = chain.path + std::string(head.name);
  } else if (!chain.zone.empty()) {
    found.body.name = std::string(map_[chain.place].name) + std::string(part_->of(chain.zone)) + std::string(head.name);
  } else {
    found.body.name = compose(map_, chain.place, head);
  }
  grow({*part_, lexicon_, heads_, context_}, found);
  found.body.span.end = found.end;
  return found;
}

std::optional<Found> Parser::placed(const Chain& chain) const {
  const auto head = chain.place == map_.china() ? std::nullopt : head_at(past_term(*part_, chain.span.end), false);
  if (head) return composed(chain, *head);
  for (const Hit& hit : part_->at(chain.span.end)) {
    if (hit.cls != WordClass::authority || !ends_well(*part_, hit.span)) continue;
    Found found;
    found.chain = chain;
    found.end = hit.span.end;
    found.body.span = {chain.span.begin, hit.span.end};
    const bool china = chain.place == map_.china();
    if (!china && chain.place != kNoPlace && hit.span.size() > 12) continue;  // 上海|国家税务总局
    found.body.name = china ? std::string(lexicon_.table(hit.cls).name(hit.row))
                            : std::string(part_->of(found.body.span));
    found.body.kind = china ? BodyKind::national : BodyKind::local;
    found.body.place = china ? kNoPlace : chain.place;
    return found;
  }
  if (chain.place == kNoPlace || chain.place == map_.china()) return std::nullopt;
  const std::uint32_t end = free_local(*part_, chain.span.end);
  if (end == 0) return std::nullopt;
  Found found;
  found.chain = chain;
  found.end = end;
  found.body.kind = BodyKind::local;
  found.body.place = chain.place;
  found.body.span = {chain.span.begin, end};
  found.body.name = part_->of({chain.leads_with_province ? chain.second : chain.span.begin, end});
  return found;
}

std::optional<Found> Parser::abroad(const Chain& chain) const {
  Found found;
  found.chain = chain;
  found.body.kind = BodyKind::foreign;
  found.body.place = chain.place;
  for (const Hit& hit : part_->at(chain.span.end)) {
    const bool foreign = hit.cls == WordClass::foreign_authority;
    if (!foreign && hit.cls != WordClass::authority && hit.cls != WordClass::authority_head) continue;
    if (!ends_well(*part_, hit.span)) continue;
    found.end = hit.span.end;
    found.body.span = {chain.span.begin, found.end};
    found.body.name = foreign && is_latin(part_->of(hit.span))
                          ? std::string(lexicon_.table(hit.cls).name(hit.row))
                          : std::string(part_->of(found.body.span));
    return found;
  }
  found.end = free_foreign(*part_, chain.span.end, chain.links > 1);
  if (found.end == 0) return std::nullopt;
  const bool inner = !chain.path.empty();  // 塔兰特县的…, without 美国得克萨斯州
  found.body.span = {inner ? chain.last : chain.span.begin, found.end};
  found.body.name = part_->of(found.body.span);
  return found;
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
    PlaceId place = context_.of_level(level.level);
    if (place == kNoPlace && level.level == PlaceLevel::prefecture) place = context_.of_level(PlaceLevel::province);
    return place;
  }
  return kNoPlace;
}

// 海门|警方, 环县|公安局: a name that is scanned only behind its parent, right before a head. The nearest place of the
// item or document that has one of that name decides; else it must be the only one in the country.
PlaceId Parser::stem_before(std::uint32_t offset, std::uint32_t& begin) const {
  for (const std::uint32_t size : {12u, 9u, 6u}) {
    if (offset < part_->span().begin + size || offset - size < reach_) continue;
    const Span word{offset - size, offset};
    const std::string_view name = part_->of(word);
    PlaceId place = context_.below(name);
    if (place == kNoPlace) place = map_.below(map_.china(), name);
    if (place == kNoPlace || map_[place].level != PlaceLevel::county) continue;
    for (const WordClass other : {WordClass::stopper, WordClass::act, WordClass::org}) {
      if (const Hit* hit = ending_at(passage_, other, offset, word.begin); hit != nullptr && hit->span == word) return kNoPlace;
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

std::optional<Found> Parser::relative(const Hit& hit) const {
  const Head head = heads_.row(hit);
  if (head.attach == "body" || !ends_well(*part_, hit.span)) return std::nullopt;
  if (head.kind == "legislature") return of_scene(hit.span);
  std::uint32_t begin = hit.span.begin;
  const bool police = head.as_printed && head.kind == "police";
  if (head.as_printed && !police) return std::nullopt;
  PlaceId place = police ? kNoPlace : place_before(hit.span.begin, begin);
  if (const std::string_view zone = zone_before(hit.span.begin); !police && !zone.empty()) {
    if (auto found = of_zone(head, zone)) return found;
  }
  if (place == kNoPlace) place = stem_before(hit.span.begin, begin);
  if (police) return place == kNoPlace ? std::nullopt : std::optional(police_of(place, {begin, hit.span.end}));
  if (place == kNoPlace && head.kind == "officer") place = officers_place(head);
  if (place == kNoPlace) {
    begin = hit.span.begin;
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

// 高新区|网信办; 区|综合执法局 right after it: a zone without its city.
std::string_view Parser::zone_before(std::uint32_t offset) const {
  for (const std::string_view zone : kZones) {
    if (part_->looking_back(offset, zone) && offset - zone.size() >= reach_) return zone;
  }
  const bool again = part_->looking_back(offset, "区") && !out_.bodies.empty() && out_.bodies.back().in_title == in_title_ &&
                     offset - out_.bodies.back().span.end <= kSameSentence;
  if (!again) return {};
  for (const std::string_view zone : kZones) {
    if (out_.bodies.back().name.starts_with(zone)) return zone;
  }
  return {};
}

std::optional<Found> Parser::of_zone(const Head& head, std::string_view zone) const {
  const PlaceId city = context_.of_level(PlaceLevel::prefecture);
  if (city == kNoPlace || !head.pattern.empty() || head.kind == "police") return std::nullopt;
  Found found;
  found.head = head;
  found.end = head.span.end;
  found.body.kind = BodyKind::local;
  found.body.domain = head.kind;
  found.body.place = city;
  found.body.name = std::string(zone) + std::string(head.name);
  const bool full = part_->looking_back(head.span.begin, zone);
  found.body.span = {head.span.begin - static_cast<std::uint32_t>(full ? zone.size() : 3), head.span.end};
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

// 众议院 in an item about the United States.
std::optional<Found> Parser::of_scene(Span span) const {
  if (scene_ == kNoPlace) return std::nullopt;
  Found found;
  found.end = span.end;
  found.body.span = span;
  found.body.kind = BodyKind::foreign;
  found.body.place = scene_;
  found.body.name = std::string(map_[scene_].name) + std::string(part_->of(span));
  return found;
}

// 副省长 without a place: the province that the item or the document is about.
PlaceId Parser::officers_place(const Head& head) const {
  if (scene_ != kNoPlace) return kNoPlace;
  if (head.name == "省长") return context_.of_level(PlaceLevel::province);
  return head.name == "市长" ? context_.of_level(PlaceLevel::prefecture) : kNoPlace;
}

std::int32_t Parser::add_place(const Chain& chain, std::int32_t body) {
  PlaceMention place;
  place.span = chain.span;
  place.place = chain.place;
  place.path = chain.abroad ? chain.path : std::string();
  place.in_title = in_title_;
  place.in_book = part_->in_book(chain.span.begin);
  place.body = body;
  if (out_.places.empty() && chain.abroad) scene_ = chain.place;
  out_.places.push_back(std::move(place));
  return static_cast<std::int32_t>(out_.places.size()) - 1;
}

void Parser::add(Found found) {
  found.body.span.end = found.end;
  found.body.in_title = in_title_;
  found.body.in_book = part_->in_book(found.body.span.begin);
  if (is_institute(*part_, found)) {
    out_.institutes.push_back(found.body.span);
    return;
  }
  if (found.head && found.chain) share_head(found);
  if (found.body.kind == BodyKind::foreign && out_.places.empty() && out_.bodies.empty()) scene_ = found.body.place;
  if (found.chain) found.body.place_index = add_place(*found.chain, static_cast<std::int32_t>(out_.bodies.size()));
  if (found.body.kind != BodyKind::foreign) context_.saw(found.body.place);
  out_.bodies.push_back(std::move(found.body));
}

// 浙江、江苏公安机关: the places of the list before share the head.
void Parser::share_head(const Found& found) {
  std::uint32_t begin = found.chain->span.begin;
  std::vector<std::size_t> shared;
  for (std::size_t i = out_.places.size(); i-- > 0;) {
    const PlaceMention& place = out_.places[i];
    if (place.body >= 0 || place.in_title != in_title_ || place.place == kNoPlace) break;
    if (found.chain->place == kNoPlace || map_[place.place].level != map_[found.chain->place].level) break;
    if (place.span.end >= begin) break;
    const std::string_view between = part_->of({place.span.end, begin});
    if (between != "、" && between != "和" && between != "与") break;
    shared.push_back(i);
    begin = place.span.begin;
  }
  for (auto it = shared.rbegin(); it != shared.rend(); ++it) {
    PlaceMention& place = out_.places[*it];
    BodyMention body = found.body;
    body.span = {place.span.begin, found.end};
    body.place = place.place;
    body.place_index = static_cast<std::int32_t>(*it);
    body.name = found.head->as_printed && found.head->pattern.empty()
                    ? std::string(part_->of(place.span)) + std::string(part_->of(found.head->span))
                    : compose(map_, place.place, *found.head);
    place.body = static_cast<std::int32_t>(out_.bodies.size());
    out_.bodies.push_back(std::move(body));
  }
}

}  // namespace guanlan::bodies
