// What stands behind a body: its verb, its post, what makes a thing of it (X网站, X系统).
#include <algorithm>

#include "extract/around.h"
#include "extract/authorities/acting.h"
#include "extract/authorities/frame.h"

namespace guanlan::authorities {
namespace {

// X成立, X揭牌: the body itself is founded.
bool is_founded(std::string_view rest) {
  const std::uint32_t verb = frame().at(rest, 0, Frame::founded);
  if (verb == 0) return false;
  rest.remove_prefix(verb);
  return rest.empty() || around::ends_clause(around::next(rest, 0)) ||
         begins(rest, Frame::behind_founded);
}

// 执法|部、, 监测|司相关…: a department that is named after what it does.
bool names_department(std::string_view rest) {
  const std::uint32_t unit = frame().at(rest, 0, Frame::unit);
  return unit != 0 &&
         (around::next(rest, unit) == ',' || begins(rest.substr(unit), Frame::behind_unit));
}

}  // namespace

// 局长…表示, 副部长…出席并致辞, 局长…等出席并致辞; not 局长…出席, nor one of a list that a comma
// parts.
Verdict Acting::by_officer(const View& v, const Act& office) const {
  const auto speaks = [](Span cue) {
    return Verdict{true, "publish", {"authority.officer-speaks", cue}};
  };
  if (frame().holds(text(office.span.end, std::min(v.sentence.end, office.span.end + 120)),
                    Frame::leads_group)) {
    return {false,
            {},
            {"authority.officer",
             office.span}};  // 由某县政府副县长、公安局长某任组长的专案组: a post of his
  }
  if (posted_elsewhere(office.span.end)) return {false, {}, {"authority.officer", office.span}};
  bool present = false;
  const Act* post = &office;
  std::uint32_t last = office.span.end;
  while (true) {
    const std::string_view near = text(last, std::min(v.sentence.end, last + 27));
    if (post->span.end == last && frame().holds(near, Frame::tells)) return speaks(post->span);
    const Act* act = first_from(last, v.sentence.end);
    if (act == nullptr) break;
    const std::string_view between = text(last, act->span.begin);
    const bool several = holds_word(between, "等") && !attends_to_speak(*act, v.sentence.end);
    if (!present && (several || holds_word(between, ","))) break;
    const std::string_view word = text(act->span.begin, act->span.end);
    if (frame().is_one(word, Frame::speech)) return speaks(act->span);
    last = act->span.end;
    if (act->use == Use::office) post = act;
    if (act->use == Use::office || act->use == Use::under || present) continue;
    if (act->use == Use::duty) break;
    present = act->use == Use::attend;
    if (!present) return speaks(act->span);
  }
  return {false, {}, {"authority.officer", office.span}};
}

// 某部|高度重视某工作…: …我部…: the notice is its own.
bool Acting::speaks_of_itself(const View& v) const {
  constexpr std::uint32_t kLast = 3;  // bytes of 部 or 局
  const std::string own = "我" + std::string(text(v.body.end - kLast, v.body.end));
  return holds_word(passage_.of(passage_.body), own);
}

// 局长甲等|出席会议并致辞
bool Acting::attends_to_speak(const Act& act, std::uint32_t end) const {
  constexpr std::uint32_t kReach = 45;  // bytes
  const std::string_view rest = text(act.span.end, std::min(end, act.span.end + kReach));
  const auto and_then = find_word(rest, "并");
  return act.use == Use::attend && and_then != std::string_view::npos &&
         frame().holds(rest.substr(and_then), Frame::speech);
}

// 某市公安局党委委员|、某县公安局局长甲: he speaks for the body of the post behind it.
bool Acting::posted_elsewhere(std::uint32_t post_end) const {
  constexpr std::string_view kPause = "、";
  if (!at(post_end, kPause, passage_.body.end)) return false;
  const auto behind = post_end + static_cast<std::uint32_t>(kPause.size());
  auto hit = std::lower_bound(passage_.hits.begin(), passage_.hits.end(), behind,
                              [](const Hit& h, std::uint32_t a) { return h.span.begin < a; });
  constexpr std::uint32_t kLevel = 3;  // bytes of 省 before 委网信办
  for (; hit != passage_.hits.end() && hit->span.begin <= behind + kLevel; ++hit) {
    const bool body = hit->cls == WordClass::authority || hit->cls == WordClass::authority_head;
    if (body || (hit->cls == WordClass::region && hit->span.begin == behind)) return true;
  }
  return false;
}

Verdict Acting::from_right(const View& v) const {
  std::uint32_t at = v.body.end;
  const std::uint32_t end = v.sentence.end;
  while (at < end && passage_.text[at] == '(') {  // (FCC), (以下简称…)
    const auto close = text(at, end).find(')');
    if (close == std::string_view::npos) break;
    at += static_cast<std::uint32_t>(close) + 1;
  }
  const std::string_view rest = text(at, end);
  const std::string_view near = rest.substr(0, 30);
  const std::string_view words = rest.substr(rest.starts_with(" ") ? 1 : 0);
  if (rest.starts_with("\t") || words.starts_with("www") || words.starts_with("http"))
    return {false, {}, {"authority.table", v.body}};
  if (const std::uint32_t told = frame().at(rest, 0, Frame::told_by); told != 0)
    return {true, "publish", {"authority.told-by", {at, at + told}}};
  if (rest.starts_with("的")) {
    if (frame().holds(near, Frame::guided))
      return {true, "act", {"authority.under-guidance", {at, at + 3}}};
    if (frame().holds(near, Frame::helped)) return {true, "act", {"authority.helps", {at, at + 3}}};
    if (frame().holds(near, Frame::official))
      return {true, "publish", {"authority.officer", {at, at + 3}}};
    if (!begins(rest, Frame::responsible))
      return {false, {}, {"authority.attribute", {at, at + 3}}};
  }
  if (text(v.body.begin, v.body.end).ends_with("长") && posted_elsewhere(at))
    return {false, {}, {"authority.officer", v.body}};  // 某市副市长|、市公安局局长甲
  if (rest.starts_with(":") && v.body.begin == v.sentence.begin) {
    return {true, "publish", {"authority.headline", v.body}};
  }
  if (const std::uint32_t esteem = frame().at(rest, 0, Frame::esteems);
      esteem != 0 && around::next(rest, esteem) != ',') {
    if (speaks_of_itself(v)) return {true, "publish", {"authority.own-notice", {at, at + esteem}}};
    return {false, {}, {"authority.esteems", {at, at + esteem}}};
  }
  if (!begins(rest, Frame::officers) && begins(rest, Frame::others)) {
    return {false, {}, {"authority.generic", {at, at + 3}}};
  }
  if (begins(rest, Frame::thing)) {
    return {false, {}, {"authority.attribute", {at, at + 3}}};
  }
  if (begins(rest, Frame::app)) return {false, {}, {"authority.app", {at, at + 3}}};
  if (begins(rest, Frame::attribute)) {
    return {false, {}, {"authority.attribute", {at, at + 3}}};
  }
  if (const std::uint32_t post = frame().at(rest, 0, Frame::head); post != 0)
    return by_officer(v, {{at, at + post}, Use::office, false, {}});
  if (!begins(rest, Frame::not_ought) && begins(rest, Frame::ought)) {
    return {false, {}, {"authority.duty", {at, at + 3}}};
  }
  for (const Act* act = first_from(at, end); act != nullptr; act = first_from(act->span.end, end)) {
    const std::string_view between = text(at, act->span.begin);
    switch (act->use) {
      case Use::office:
        if (between.size() <= 18) return by_officer(v, *act);
        continue;
      case Use::medium:
      case Use::under:
        continue;
      case Use::attend:
        return {false, {}, {"authority.attends", act->span}};
      case Use::duty:
        if (ends(between, Frame::undone)) continue;  // 未履行备案手续的网站
        if (!between.empty() && text(act->span.begin, act->span.end) == "辖区")
          continue;  // 对辖区内…予以关闭
        return {false, {}, {"authority.duty", act->span}};
      case Use::act:
        if (names_department(text(act->span.end, end))) continue;
        if ((between.empty() || (between.starts_with("在") && between.size() <= 18)) &&
            is_founded(text(act->span.begin, end))) {
          return {false, {}, {"authority.founded", act->span}};
        }
        [[fallthrough]];
      case Use::say:
        return {true, act->role, {"authority.verb", act->span}};
    }
  }
  return {false, {}, {"authority.no-verb", v.body}};
}

}  // namespace guanlan::authorities
