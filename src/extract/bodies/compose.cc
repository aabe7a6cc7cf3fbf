#include "extract/bodies/compose.h"

#include <algorithm>
#include <array>

namespace guanlan::bodies {
namespace {

void replace(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

std::string_view stem(const Place& place) { return place.stem.empty() ? place.name : place.stem; }

// The character (or word) before the end of a spelling, and what must not follow it.
struct Follow {
  std::string_view ending;
  std::string_view not_before;  // words separated by '|'
};
constexpr std::array<Follow, 13> kFollow = {{
    {"部", "门|分|队|署|落|位|件|委|下属"},
    {"局", "部|势|限|面|域网"},
    {"委", "员|托|派|任|外"},
    {"办", "理|法|案|事|好|学|公室|公厅|证|税"},
    {"政府",
     "网|门|部门|机构|机关|采购|投资|工作报告|性|补贴|补助|债|主导|职能|间|数据|信息公开|管理|治理|类|引导|侧|购买|资金|服务|监管|平台|云|官员|各部门"},
    {"公安", "部|院|系|干|民|队|大|工|边|交|厅|局|分|派|机关|情报|行业|处|备案|学|专|英|一|厅"},
    {"院", "士|校|系|落|内"},
    {"人大", "代|常|会"},
    {"政协", "委员|会"},
    {"海关", "总|特|监|查|数|统"},
    {"检察", "长|员|机|官"},
    {"委员会", "议"},
    {"中心", "城|区|化|支行"},
}};

bool follows(const Part& part, std::uint32_t at, std::string_view words) {
  for (std::size_t begin = 0;;) {
    const std::size_t bar = words.find('|', begin);
    const std::string_view word = words.substr(begin, bar - begin);
    // 网信办公布 is 网信办 + 公布.
    if (part.looking_at(at, word)) return true;
    if (bar == std::string_view::npos) return false;
    begin = bar + 1;
  }
}

}  // namespace

Heads::Heads(const Lexicon& lexicon)
    : table_(lexicon.table(WordClass::authority_head)),
      kind_(table_.column("kind")),
      attach_(table_.column("attach")),
      national_(table_.column("national")),
      pattern_(table_.column("pattern")),
      as_printed_(table_.column("as_printed")) {}

Head Heads::row(const Hit& hit) const {
  return {table_.name(hit.row),
          table_.at(hit.row, kind_),
          table_.at(hit.row, attach_),
          table_.at(hit.row, national_),
          table_.at(hit.row, pattern_),
          table_.at(hit.row, as_printed_) == "yes",
          hit.span};
}

std::string compose(const Gazetteer& map, PlaceId id, const Head& head) {
  const Place& place = map[id];
  std::string name(place.name);
  const bool court = head.kind == "court" || head.kind == "procuratorate";
  if (court && place.level == PlaceLevel::county && place.name.ends_with("区") &&
      place.parent != kNoPlace) {
    name = std::string(map[place.parent].name) + name;  // 杭州市萧山区人民检察院
  }
  if (head.pattern.empty()) return name + std::string(head.name);
  std::string out(head.pattern);
  replace(out, "{n}", name);
  replace(out, "{s}", stem(place));
  return out;
}

std::string compose_branch(const Gazetteer& map, PlaceId county, std::string_view head,
                           bool in_full) {
  const Place& place = map[county];
  std::string out(place.parent == kNoPlace ? place.name : map[place.parent].name);
  out += "公安局";
  out += in_full ? place.name : stem(place);
  out += head;
  return out;
}

bool ends_well(const Part& part, Span spelling) {
  const std::string_view text = part.of(spelling);
  for (const Follow& f : kFollow) {
    if (text.ends_with(f.ending) && follows(part, spelling.end, f.not_before)) return false;
  }
  return true;
}

}  // namespace guanlan::bodies
