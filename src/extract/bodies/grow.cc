#include "extract/bodies/grow.h"

#include <algorithm>

#include "extract/bodies/words.h"
#include "text/utf8.h"

namespace guanlan::bodies {
namespace {

bool names_something(std::string_view c, bool joined) {
  if (c.empty()) return false;
  if (joined && (c == "和" || c == "与")) return true;  // 5G网络建设和产业发展工作领导小组
  const char32_t cp = utf8::decode(c, 0).cp;
  static constexpr std::u32string_view kNever = U"的在了和与由对将被为是及等向从以于、";
  if (kNever.find(cp) != std::u32string_view::npos) return false;
  return utf8::is_han(cp) || utf8::is_digit(cp) || utf8::is_latin(cp) || cp == '-' || cp == U'“' ||
         cp == U'”';
}

bool publishes(const Part& part, const Hit& hit) {
  const WordTable& acts = part.passage().lexicon->table(WordClass::act);
  const std::string_view role = acts.cell(hit.row, "role");
  return role == "issue" || role == "publish" || acts.cell(hit.row, "use") == "attend";
}

enum class Acts { none, quiet, any };  // which verbs a name may hold

// Whether a name may go on over the offset: no place, other body or verb begins there.
bool open_at(const Part& part, std::uint32_t offset, Acts acts, bool first) {
  for (const Hit& hit : part.at(offset)) {
    if (hit.span.size() <= 3) continue;
    switch (hit.cls) {
      case WordClass::region:
      case WordClass::country:
      case WordClass::authority:
      case WordClass::org:
        return false;
      case WordClass::act:
        if (acts == Acts::none || (acts == Acts::quiet && (first || publishes(part, hit))))
          return false;
        break;
      default:
        break;
    }
  }
  return true;
}

// 警察厅|和个人信息保护委员会: two bodies.
bool closes_body(const Part& part, std::uint32_t at) {
  static constexpr std::u32string_view kEnds = U"厅省院会署局部庭方室处府团";
  return kEnds.find(utf8::decode(part.before(at), 0).cp) != std::u32string_view::npos;
}

struct Limits {
  int shortest, longest;  // characters between the beginning and the ending
  Acts acts;
  bool joined = false;  // 商业和贸易部: 和 may stand inside
};

// The end of begin + words + one of the endings; 0: none.
std::uint32_t up_to(const Part& part, std::uint32_t begin, Ending cls, Limits limits) {
  std::uint32_t at = begin;
  for (int n = 0; n <= limits.longest; ++n) {
    if (const std::uint32_t size = n < limits.shortest ? 0 : word_at(endings(), part, at, cls)) {
      const std::uint32_t end = at + size;
      const bool other = word_before(endings(), part, end, Ending::not_office) != 0 ||
                         word_at(endings(), part, at, Ending::word) > size;  // 行政|处罚
      if (!other && ends_well(part, {begin, end}) && !part.looking_at(end, "长")) return end;
    }
    const std::string_view c = part.next(at);
    const bool higher =
        c == "等" && (part.looking_back(at, "高") || part.looking_back(at, "中"));  // 高等学校
    const bool joined =
        limits.acts == Acts::any || (limits.joined && n > 1 && !closes_body(part, at));
    if ((!higher && !names_something(c, joined)) || !open_at(part, at, limits.acts, n == 0))
      return 0;
    at += static_cast<std::uint32_t>(c.size());
  }
  return 0;
}

// 某市市场监督管理局|石岐|分局: a branch named after what is no county.
bool grow_named_branch(const Ground& g, Found& found) {
  for (std::uint32_t size = 6; size <= 12; size += 3) {
    const Span stem{found.end, found.end + size};
    if (stem.end > g.part.span().end) return false;
    const std::uint32_t ending = word_at(endings(), g.part, stem.end, Ending::named_branch);
    if (ending == 0) continue;
    const std::string_view words = g.part.of(stem);
    const bool street = words.ends_with("路") || words.ends_with("街");  // 义和路|派出所
    const bool other = street ? endings().at(words, 0, Ending::no_stem) != 0
                              : endings().holds(words, Ending::no_stem);
    const auto hits = g.part.from(stem.begin);
    const bool verb = std::any_of(
        hits.begin(),
        std::find_if(hits.begin(), hits.end(),
                     [&](const Hit& h) { return h.span.begin >= stem.end; }),
        [](const Hit& h) { return h.cls == WordClass::act || h.cls == WordClass::authority_head; });
    if (other || verb ||
        !std::all_of(words.begin(), words.end(), [](char c) { return (c & 0x80) != 0; }))
      return false;
    found.body.above = found.body.name;
    found.end = stem.end + ending;
    found.body.name += g.part.of({stem.begin, found.end});
    return true;
  }
  return false;
}

// 海淀分局 after 北京市公安局, 南山监管局 after 深圳市市场监督管理局.
bool grow_branch(const Ground& g, Found& found) {
  if (found.body.kind != BodyKind::local || found.body.place == kNoPlace) return false;
  const Gazetteer& map = g.lexicon.gazetteer();
  PlaceId county = kNoPlace;
  Span stem;
  for (const Chain& c : Chains(g.part, map, g.context).at(found.end)) {
    if (c.place != kNoPlace && map.within(c.place, found.body.place) &&
        word_at(endings(), g.part, c.span.end, Ending::branch) != 0) {
      county = c.place, stem = c.span;
    }
  }
  for (std::uint32_t size = 12; county == kNoPlace && size >= 6; size -= 3) {
    if (found.end + size > g.part.span().end) continue;
    const Span word{found.end, found.end + size};
    if (word_at(endings(), g.part, word.end, Ending::branch) == 0) continue;
    const PlaceId below = map.below(found.body.place, g.part.of(word));
    if (below != kNoPlace) county = below, stem = word;
  }
  if (county == kNoPlace) return grow_named_branch(g, found);
  const Place& place = map[county];
  const std::string_view ending =
      g.part.of({stem.end, stem.end + word_at(endings(), g.part, stem.end, Ending::branch)});
  found.body.above = found.body.name;
  const bool in_full = g.part.of(stem) == place.name;  // 南溪区分局 as printed, 海淀分局
  found.body.name +=
      std::string(in_full || place.stem.empty() ? place.name : place.stem) + std::string(ending);
  found.body.place = county;
  found.end = stem.end + static_cast<std::uint32_t>(ending.size());
  if (ending == "分局") grow_named_branch(g, found);  // 海淀分局|示例路派出所
  return true;
}

bool grow_unit(const Ground& g, Found& found) {
  for (const Hit& hit : g.part.at(found.end)) {
    if (hit.cls != WordClass::authority_head) continue;
    const Head head = g.heads.row(hit);
    if (head.attach == "place" || head.name == "分局" || !ends_well(g.part, hit.span)) continue;
    if (!found.body.is_unit) found.body.above = found.body.name;
    found.body.name += g.part.of(hit.span);
    found.body.is_unit = head.kind == "police" || found.body.is_unit;
    found.end = hit.span.end;
    return true;
  }
  return false;
}

void grow_department(const Ground& g, Found& found) {
  if (found.body.kind != BodyKind::national || !found.body.above.empty()) return;
  if (word_at(endings(), g.part, found.end, Ending::vague) != 0) return;
  const std::uint32_t institute = up_to(g.part, found.end, Ending::institute, {1, 12, Acts::quiet});
  const std::uint32_t department =
      up_to(g.part, found.end, Ending::department, {1, 12, Acts::quiet});
  const std::uint32_t end = institute != 0 && department != 0 ? std::min(institute, department)
                                                              : std::max(institute, department);
  if (end == 0) return;
  found.body.above = found.body.name;
  found.body.name += g.part.of({found.end, end});
  found.end = end;
}

}  // namespace

void grow(const Ground& ground, Found& found) {
  if (found.body.kind == BodyKind::foreign) return;
  if (found.body.kind == BodyKind::local || found.body.kind == BodyKind::police) {
    grow_branch(ground, found);
    while (grow_unit(ground, found)) {
    }
    return;
  }
  grow_department(ground, found);
}

bool is_institute(const Part& part, const Found& found) {
  if (found.body.kind != BodyKind::national) return false;
  if (found.body.above.empty() && !found.body.name.ends_with("新闻宣传中心")) return false;
  return word_before(endings(), part, found.end, Ending::institute) != 0;
}

std::uint32_t free_local(const Part& part, std::uint32_t begin) {
  const std::uint32_t group = up_to(part, begin, Ending::group, {1, 24, Acts::any});
  if (group != 0) return group;
  return up_to(part, begin, Ending::office, {2, 12, Acts::none});
}

std::uint32_t free_foreign(const Part& part, std::uint32_t begin, bool with_de) {
  if (with_de && part.looking_at(begin, "的")) begin += 3;
  if (const std::uint32_t end = up_to(part, begin, Ending::foreign, {0, 14, Acts::quiet}); end != 0)
    return end;
  return up_to(part, begin, Ending::ministry, {4, 14, Acts::quiet, true});
}

}  // namespace guanlan::bodies
