#include "extract/regions/clause.h"

#include <algorithm>
#include <array>

#include "extract/around.h"
#include "extract/orgs/words.h"
#include "extract/regions/frame.h"
#include "text/utf8.h"

namespace guanlan::regions {
// What makes the places between begin and end a scene; null: nothing does.
const char* Clause::scene_rule(std::uint32_t begin, std::uint32_t end) const {
  const bool early = begin < passage_.body.begin + 600;
  if (body_.looking_back(begin, "位于") || body_.looking_back(begin, "地处"))
    return "region.located";
  if (body_.looking_back(begin, "在") || body_.looking_back(begin, "于")) {
    if (is_hunt(begin, end)) return nullptr;
    if (event_follows(end, early)) return "region.scene";
    const bool opening =
        begins(begin - 3) && body_.looking_at(end, ",");  // 在日喀则市,活动现场…表彰
    return opening && event_follows(end + 1, true) ? "region.scene" : nullptr;
  }
  if (body_.looking_back(begin, "以") && body_.looking_at(end, "为主会场")) return "region.scene";
  if (word_at(body_, end, Frame::venue) != 0) return "region.scene";
  if (is_resident(end)) return "region.resident";
  if (is_party(end) || is_owner_abroad(begin, end)) return "region.party";
  if (is_covered(end)) return "region.coverage";
  if (!begins(begin) && (!body_.looking_at(end, "等地") || is_sent_to(begin))) return nullptr;
  std::uint32_t at = end;
  at += word_at(body_, at, Frame::together);
  if (at != end && hunts(at)) return nullptr;  // 甲、乙等地|实施抓捕
  for (const Hit& hit : body_.at(at)) {        // 西宁市、海东市网信部门同步部署
    if (hit.cls != WordClass::generic_body) continue;
    return event_follows(hit.span.end, true) ? "region.acts" : nullptr;
  }
  for (bool more = true; more;) {  // 上海将推广, 上海率先在全国发布
    const std::uint32_t word = word_at(body_, at, Frame::adverb);
    more = word != 0;
    at += word;
  }
  for (const Hit& hit : body_.at(at)) {
    if (hit.cls == WordClass::act && is_deed(hit)) return "region.acts";
  }
  return nullptr;
}

// 海西州|某公司, 滨海县|某商贸有限公司, 悉尼|一家医院: whom an item tells of without a name.
bool Clause::is_party(std::uint32_t at) const {
  const std::uint32_t masked = word_at(body_, at, Frame::masked);
  if (masked == 0) return false;
  const std::uint32_t from = at + masked;
  const std::string_view words =
      passage_.text.substr(from, std::min<std::uint32_t>(body_.span().end - from, 45));
  const std::string_view near =
      words.substr(0, std::min(words.find_first_of(",;:\n"), words.find("。")));
  return frame().holds(near, Frame::party);
}

// 某国|国家石油管道运营商Example: at the head of a clause the country of a company that the item
// tells of.
bool Clause::is_owner_abroad(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::uint32_t kReach = 45;
  const auto hits = body_.at(begin);
  const bool country = std::any_of(hits.begin(), hits.end(), [&](const Hit& h) {
    return h.cls == WordClass::country && h.span.end == end;
  });
  if (!country || !begins(begin)) return false;
  for (std::uint32_t at = end; at < std::min(body_.span().end, end + kReach);) {
    if (const std::uint32_t seller = orgs::word_at(body_, at, orgs::Around::seller); seller != 0) {
      const std::string_view next = body_.next(at + seller);
      const auto behind = body_.at(at + seller);
      const bool known = std::any_of(behind.begin(), behind.end(),
                                     [](const Hit& h) { return h.cls == WordClass::org; });
      return known || (!next.empty() && utf8::is_latin(utf8::decode(next, 0).cp));
    }
    const std::string_view c = body_.next(at);
    if (c.empty() || !utf8::is_han(utf8::decode(c, 0).cp) || c == "的") return false;
    at += static_cast<std::uint32_t>(c.size());
  }
  return false;
}

// 首批承载了甲、乙|两个本地网: the places that are counted behind their list.
bool Clause::is_covered(std::uint32_t at) const {
  const std::uint32_t count = word_at(body_, at, Frame::count);
  return count != 0 && word_at(body_, at + count, Frame::counted) != 0;
}

// 在广东、贵州等地同步收网: where suspects were caught, not where it happened.
bool Clause::is_hunt(std::uint32_t begin, std::uint32_t end) const {
  return holds_word(body_.of({begin, end}), "、") && hunts(end);
}

bool Clause::hunts(std::uint32_t end) const {
  constexpr std::uint32_t kReach = 45;
  const std::string_view rest = body_.of({end, std::min(body_.span().end, end + kReach)});
  const std::string_view near = rest.substr(0, std::min(rest.find_first_of(",;"), rest.find("。")));
  return frame().holds(near, Frame::hunt);
}

// 分赴|云南、广西等地开展收网: where officers went.
bool Clause::is_sent_to(std::uint32_t at) const { return word_before(body_, at, Frame::go) != 0; }

// 九江|市民王女士, 沈阳|男子李某: a person who is named or masked, not 市民 in general.
bool Clause::is_resident(std::uint32_t at) const {
  const std::uint32_t word = word_at(body_, at, Frame::resident);
  const std::uint32_t person = at + word;
  if (word == 0)
    return body_.looking_back(at, "市") && body_.looking_at(at, "民") && names_person(at + 3);
  return names_person(person);
}
bool Clause::names_person(std::uint32_t at) const {
  const std::string_view surname = body_.next(at);
  if (surname.empty() || !utf8::is_han(utf8::decode(surname, 0).cp)) return false;
  const std::uint32_t after = at + static_cast<std::uint32_t>(surname.size());
  return word_at(body_, after, Frame::person) != 0 || body_.next(at) == "小";
}

bool Clause::begins(std::uint32_t at) const {
  const std::string_view before = body_.before(at);
  return before.empty() || std::string_view(",。;:!?\n").find(before) != std::string_view::npos ||
         before == "。" || before == " " || body_.looking_back(at, "如") ||
         body_.looking_back(at, "近日") || body_.looking_back(at, "日前");
}

bool Clause::is_deed(const Hit& hit) const {
  return passage_.lexicon->table(WordClass::act).cell(hit.row, "use") == "do";
}

// A verb of an event in the same clause, before the next stop.
bool Clause::event_follows(std::uint32_t at, bool any_deed) const {
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
    if (any_deed || frame().is_one(body_.of(hit.span), Frame::event)) return true;
  }
  return false;
}

}  // namespace guanlan::regions
