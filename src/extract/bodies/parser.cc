#include "extract/bodies/parser.h"

#include <algorithm>
#include <array>

#include "extract/bodies/grow.h"
#include "text/utf8.h"

namespace guanlan::bodies {
namespace {

// 第十四届 between a place and its congress.
std::uint32_t past_term(const Part& part, std::uint32_t at) {
  static constexpr std::array<std::string_view, 8> kLevels = {
      "(自治区)", "(自治区、直辖市)", "(直辖市)", "(区、市)", "(市、区)", "(区)",
      "(市)",     "(自治区、市)"};
  if (const std::string_view level = part.one_of(at, kLevels); !level.empty())
    return at + static_cast<std::uint32_t>(level.size());  // 甲、乙省|(自治区)
  if (!part.looking_at(at, "第")) return at;
  std::uint32_t end = at + 3;
  for (int n = 0; n < 4 && !part.looking_at(end, "届"); ++n)
    end += static_cast<std::uint32_t>(part.next(end).size());
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
  if (auto single = of_single(offset)) best = std::move(single);
  if (best && best->end >= other) {
    const std::uint32_t end = best->end;
    const bool foreign =
        best->body.kind == BodyKind::foreign && best->body.domain != "organisation";
    add(std::move(*best));
    return foreign ? mates_abroad(end) : end;
  }
  if (other > offset && !(chain && chain->span.end >= other)) return other;
  if (!chain) return offset;
  add_place(*chain, -1);
  context_.saw(chain->place);
  return chain->span.end;
}

// Words of other classes that take the characters away: 网易有道, 教育部门, 人民日报.
std::uint32_t Parser::taken_by_other(std::uint32_t offset) const {
  std::uint32_t end = offset;
  for (const Hit& hit : part_->at(offset)) {
    if (hit.cls == WordClass::outlet && part_->of(hit.span).ends_with("发布"))
      continue;  // 上海|发布
    if (hit.cls == WordClass::org || hit.cls == WordClass::outlet ||
        hit.cls == WordClass::generic_body) {
      end = std::max(end, hit.span.end);
    }
  }
  return end;
}

constexpr std::string_view kAnyCountry = "各国";
constexpr std::size_t kRegionSize = 6;  // bytes of 香港, 澳门

std::optional<Found> Parser::named(const Hit& hit) const {
  if (!ends_well(*part_, hit.span)) return std::nullopt;
  Found found;
  found.end = hit.span.end;
  const WordTable& table = lexicon_.table(hit.cls);
  found.body.span = hit.span;
  found.body.name = table.name(hit.row);
  if (hit.cls == WordClass::authority) {
    found.body.domain = table.cell(hit.row, "level");  // ministry, court, institution …
    if (found.body.domain == "association" && !among_authorities(hit.span)) return std::nullopt;
    if (repeats_foreign(hit.span)) {
      return of_scene(hit.span);
    }
    if (table.cell(hit.row, "level") != "department")
      grow({*part_, lexicon_, heads_, context_}, found);
    // 国家税务总局 + 北京市税务局: one body, a local one.
    const Chains chains(*part_, map_, context_);
    for (const Chain& c : chains.at(hit.span.end)) {
      const auto head = c.abroad || c.place == kNoPlace
                            ? std::nullopt
                            : head_below(c.span.end, table.name(hit.row));
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
      grow({*part_, lexicon_, heads_, context_}, local);  // 国家税务总局上海市税务局|第三稽查局
      local.body.span.end = local.end;
      return local;
    }
    return found;
  }
  found.body.kind = BodyKind::foreign;
  const std::string_view surface = part_->of(hit.span);
  if (table.cell(hit.row, "country") == kAnyCountry) return of_country_told(hit.span);
  if (!is_latin(surface) && !found.body.name.ends_with(surface)) found.body.name = surface;
  found.body.domain =
      table.cell(hit.row, "country") == "国际" ? "organisation" : table.cell(hit.row, "kind");
  found.body.place = map_.country_named(table.cell(hit.row, "country"));
  if (found.body.place == map_.china()) {  // 香港金融管理局
    const PlaceId region =
        map_.below(map_.china(), std::string_view(table.name(hit.row)).substr(0, kRegionSize));
    if (region != kNoPlace) found.body.place = region;
  }
  return found;
}

// 公安部、全国总工会、共青团中央等十部门: in a list of authorities.
bool Parser::among_authorities(Span span) const {
  if (out_.bodies.empty() || !part_->looking_back(span.begin, "、")) return false;
  const BodyMention& last = out_.bodies.back();
  return last.in_title == in_title_ && last.span.end + 3 == span.begin &&
         last.kind == BodyKind::national;
}

std::optional<Head> Parser::head_at(std::uint32_t offset, bool after_body) const {
  for (const Hit& hit : part_->at(offset)) {
    if (hit.cls != WordClass::authority_head || !ends_well(*part_, hit.span)) continue;
    if (runs_into_place(*part_, hit.span)) continue;
    const Head head = heads_.row(hit);
    if (head.attach == "body" && !after_body && head.name != "分局") continue;
    return head;
  }
  return std::nullopt;
}

// 监管局 behind 国家金融监督管理总局江苏 and behind 中国证监会江苏: the one that belongs to the
// body above.
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

namespace {

constexpr std::string_view kLeague = "共青团";

// 共青团|示例省委
bool is_youth_league(const Part& part, std::uint32_t at, const Head& head) {
  return head.pattern == kPartyOf && part.looking_back(at, kLeague);
}

}  // namespace

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
    if (chain.place == kNoPlace || map_[chain.place].level != PlaceLevel::county)
      return std::nullopt;
    const bool in_full = part_->of({chain.last, chain.span.end}) == map_[chain.place].name;
    found.body.name = compose_branch(map_, chain.place, head.name, in_full);
  } else if (head.as_printed && head.pattern.empty()) {
    found.body.name = part_->of(printed);
    if (head.kind == "police") {
      found.body.kind = BodyKind::police;
      found.body.span = printed;
    }
  } else if (part_->of(chain.span).starts_with("中国(")) {
    found.body.name = std::string(part_->of(chain.span)) +
                      std::string(head.name);  // 中国(天津)自由贸易试验区管理委员会
  } else if (chain.place == kNoPlace) {
    found.body.name = chain.path + std::string(head.name);
  } else if (!chain.zone.empty()) {
    found.body.name = std::string(map_[chain.place].name) + std::string(part_->of(chain.zone)) +
                      std::string(head.name);
  } else if (is_youth_league(*part_, chain.span.begin, head)) {
    Head league = head;
    league.pattern = kLeagueOf;
    found.body.name = compose(map_, chain.place, league);
    found.body.domain = "association";
    found.body.span.begin -= static_cast<std::uint32_t>(kLeague.size());
  } else {
    found.body.name = compose(map_, chain.place, head);
  }
  grow({*part_, lexicon_, heads_, context_}, found);
  found.body.span.end = found.end;
  return found;
}

// 北京|监管局 behind 中国证监会…: of the heads of several national bodies that of the one told
// last.
Head Parser::of_one_told(const Head& head) const {
  for (auto body = out_.bodies.rbegin(); body != out_.bodies.rend(); ++body) {
    for (const Hit& hit : part_->at(head.span.begin)) {
      if (hit.cls != WordClass::authority_head || hit.span != head.span) continue;
      const Head other = heads_.row(hit);
      if (!other.national.empty() && std::string_view(body->name).starts_with(other.national))
        return other;
    }
  }
  return head;
}

std::optional<Found> Parser::placed(const Chain& chain) const {
  auto head = chain.place == map_.china() ? std::nullopt
                                          : head_at(past_term(*part_, chain.span.end), false);
  if (head && !head->national.empty()) head = of_one_told(*head);
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
  if (found.body.kind == BodyKind::foreign && out_.places.empty() && out_.bodies.empty())
    scene_ = found.body.place;
  if (found.chain)
    found.body.place_index = add_place(*found.chain, static_cast<std::int32_t>(out_.bodies.size()));
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
    if (found.chain->place == kNoPlace || map_[place.place].level != map_[found.chain->place].level)
      break;
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
