// The parser's bodies of other countries: with a country before them, joined to such a one, or in
// an item about one country.
#include <algorithm>
#include <array>

#include "extract/around.h"
#include "extract/bodies/grow.h"
#include "extract/bodies/parser.h"

namespace guanlan::bodies {
namespace {

// 8家|美国医疗机构, 多个|美国机构: some of them, none by name.
bool is_counted(const Part& part, std::uint32_t begin) {
  static constexpr std::array<std::string_view, 7> kCounters = {"家", "处", "个", "所",
                                                                "些", "批", "多"};
  return std::any_of(kCounters.begin(), kCounters.end(),
                     [&](std::string_view word) { return part.looking_back(begin, word); });
}

}  // namespace

// 泗水 in an item from Indonesia: a county's stem that only sounds like the place meant.
bool Parser::is_namesake(const Chain& chain) const {
  if (scene_ == kNoPlace || map_.is_domestic(scene_) || chain.abroad || chain.links > 1 ||
      chain.place == kNoPlace)
    return false;
  return map_[chain.place].level == PlaceLevel::county &&
         part_->of(chain.span) != map_[chain.place].name;
}

// 日本警察厅|和个人信息保护委员会: the country of the body before goes for what it is joined to.
std::uint32_t Parser::mates_abroad(std::uint32_t end) {
  static constexpr std::array<std::string_view, 4> kMates = {"、", "和", "与", "及"};
  static constexpr std::array<std::string_view, 8> kVague = {"相关", "有关", "其他", "其",
                                                             "该",   "多",   "各",   "当地"};
  if (out_.bodies.back().place == kNoPlace) return end;
  const std::string_view joiner = part_->one_of(end, kMates);
  const std::uint32_t begin = end + static_cast<std::uint32_t>(joiner.size());
  if (joiner.empty()) return end;
  const std::uint32_t listed = foreign_of(out_.bodies.back().place, begin);
  if (listed == begin && (!part_->at(begin).empty() || !part_->one_of(begin, kVague).empty()))
    return end;
  const std::uint32_t mate = listed != begin ? listed : free_foreign(*part_, begin, false);
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

// 国家网络安全中心 in an item about Britain: the end of the longest body of the country that begins
// at the offset and is listed with the country's name; the offset: none.
std::uint32_t Parser::foreign_of(PlaceId country, std::uint32_t offset) const {
  const WordTable& table = lexicon_.table(WordClass::foreign_authority);
  const std::string_view prefix = map_[country].name;
  std::uint32_t end = offset;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::string_view name = table.name(row);
    if (!name.starts_with(prefix) || !part_->looking_at(offset, name.substr(prefix.size())))
      continue;
    end = std::max(end, offset + static_cast<std::uint32_t>(name.size() - prefix.size()));
  }
  return end;
}

// 美|司法部, 日|总务省 at the head of a clause: the country by its one character.
PlaceId Parser::single_before(std::uint32_t offset) const {
  const std::string_view c = part_->before(offset);
  if (c.size() != 3 || offset < reach_ + 3) return kNoPlace;
  const std::uint32_t begin = offset - 3;
  const std::string_view edge = part_->before(begin);
  if (!edge.empty() && edge != " " && edge != "、" && edge != "。" && edge != "”" &&
      !around::ends_clause(utf8::decode(edge, 0).cp))
    return kNoPlace;
  const PlaceId country = map_.country_abbreviated(c);
  return country == map_.china() ? kNoPlace : country;
}

std::optional<Found> Parser::of_single(std::uint32_t offset) const {
  const PlaceId country = single_before(offset);
  if (country == kNoPlace) return std::nullopt;
  std::uint32_t end = foreign_of(country, offset);
  for (const Hit& hit : part_->at(offset)) {
    if (hit.cls == WordClass::authority && ends_well(*part_, hit.span))
      end = std::max(end, hit.span.end);
  }
  if (end == offset) return std::nullopt;
  Found found;
  found.end = end;
  found.body.kind = BodyKind::foreign;
  found.body.place = country;
  found.body.span = {offset - 3, end};
  found.body.name = std::string(map_[country].name) + std::string(part_->of({offset, end}));
  return found;
}

// 司法部 in an item from abroad, where no Chinese body is meant.
bool Parser::repeats_foreign(Span span) const {
  if (scene_ == kNoPlace || span.size() > 12) return false;
  const std::string_view surface = part_->of(span);
  if (surface == "公安部" || surface == "民政部") return false;  // hardly another country has one
  if (surface == "国务院") return map_[scene_].name == "美国";
  return !surface.starts_with("中") && !surface.starts_with("国") && surface.ends_with("部");
}

std::optional<Found> Parser::abroad(const Chain& chain) const {
  Found found;
  found.chain = chain;
  found.body.kind = BodyKind::foreign;
  found.body.place = chain.place;
  for (const Hit& hit : part_->at(chain.span.end)) {
    const bool foreign = hit.cls == WordClass::foreign_authority;
    if (!foreign && hit.cls != WordClass::authority && hit.cls != WordClass::authority_head)
      continue;
    if (!ends_well(*part_, hit.span)) continue;
    found.end = hit.span.end;
    found.body.span = {chain.span.begin, found.end};
    found.body.name = foreign && is_latin(part_->of(hit.span))
                          ? std::string(lexicon_.table(hit.cls).name(hit.row))
                          : std::string(part_->of(found.body.span));
    return found;
  }
  found.end = free_foreign(*part_, chain.span.end, chain.links > 1);
  if (found.end == 0 || is_counted(*part_, chain.span.begin)) return std::nullopt;
  const bool inner = !chain.path.empty();  // 塔兰特县的…, without 美国得克萨斯州
  found.body.span = {inner ? chain.last : chain.span.begin, found.end};
  found.body.name = part_->of(found.body.span);
  return found;
}

// 个人信息保护委员会: the one named before with its country, else that of the country where the
// item plays.
std::optional<Found> Parser::of_country_told(Span span) const {
  constexpr std::size_t kRecent = 16;
  if (scene_ == kNoPlace || map_.is_domestic(scene_)) return std::nullopt;
  auto found = of_scene(span);
  const auto& told = out_.bodies;
  for (std::size_t i = told.size(); i-- > 0 && told.size() - i <= kRecent;) {
    if (told[i].kind != BodyKind::foreign || !told[i].name.ends_with(part_->of(span))) continue;
    found->body.name = told[i].name;
    found->body.place = told[i].place;
    break;
  }
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

}  // namespace guanlan::bodies
