// What stands before a body: 按照X要求, 向X报告, 与X合作, 要求X….
#include <algorithm>
#include <array>

#include "extract/around.h"
#include "extract/authorities/acting.h"
#include "extract/authorities/frame.h"

namespace guanlan::authorities {
namespace {

// 根据甲|、乙等四部门联合发布的《…》, 根据甲|发布的第10号公告: the paper that those before issued.
bool leads_to_paper(std::string_view after) {
  std::string_view clause = after.substr(0, std::min<std::size_t>(after.find(','), 150));
  if (clause.ends_with(')')) clause = clause.substr(0, clause.rfind('('));  // 公告(2025年第8号)
  if (ends(clause, Frame::notice) && frame().holds(clause, Frame::issued_notice)) return true;
  const auto book = after.find("《");
  if (book == std::string_view::npos || book > 180) return false;
  const std::string_view between = after.substr(0, book);
  if (between.empty()) return true;
  if (holds_word(between, ",")) return false;
  if (between.starts_with("等") && ends(between, Frame::offices)) return true;  // 甲等12部门《…》
  return ends(between, Frame::issued);
}

// 入选甲、乙|联合发布的典型案例: how far behind a body what it issued stands, in bytes.
constexpr std::size_t kIssuer = 60;

// 根据X|的最新数据,…: whose figures or words the item tells.
bool is_source(std::string_view after) {
  constexpr std::size_t kReach = 30;  // bytes
  const std::string_view clause = after.substr(0, after.find(','));
  return clause.size() <= kReach && ends(clause, Frame::source);
}

// 与X密切合作, 同X保持沟通: with whom somebody works.
bool is_partner(std::string_view before, std::string_view after) {
  const auto with = before.find("正与");  // 正与甲、乙|合作
  const bool listed = with != std::string_view::npos &&
                      before.find(",", with) == std::string_view::npos && before.ends_with("、");
  if (!listed && !ends(before, Frame::with)) return false;
  const auto stop = after.find_first_of(",;");
  const std::string_view clause = after.substr(0, std::min<std::size_t>(stop, 60));
  return frame().holds(clause, Frame::cooperates) && !frame().holds(clause, Frame::signs);
}

// 将意见寄至:某市某路15号|甲: where letters go.
bool is_address(std::string_view before) {
  constexpr std::size_t kStreet = 45;
  if (frame().holds(before, Frame::mail)) return true;
  if (!before.ends_with("号") || before.size() < kStreet) return false;
  return frame().holds(before.substr(before.size() - kStreet), Frame::street);
}

}  // namespace

bool Acting::opens_item(const View& v) const { return v.sentence.begin <= passage_.body.begin; }

// 按照, 落实 … before the body in its clause, its object not yet closed (按照上级要求|X).
const Acting::Act* Acting::followed(const View& v) const {
  const Act* under = nullptr;
  for (const Act* act = first_from(v.clause, v.body.begin); act != nullptr;
       act = first_from(act->span.end, v.body.begin)) {
    if (act->use == Use::under) under = act;
  }
  if (under == nullptr) return nullptr;
  const std::string_view between = text(under->span.end, v.body.begin);
  return ends(between, Frame::followed_end) ? nullptr : under;
}

// 办法规定由X…: the sentence reports what a paper says; not 为落实《某办法》要求,|X组织….
bool Acting::in_paper(const View& v) const {
  std::uint32_t basis = v.sentence.begin;  // where the last words of what is followed end
  for (const Act* act = first_from(v.sentence.begin, v.body.begin); act != nullptr;
       act = first_from(act->span.end, v.body.begin)) {
    const std::string_view word = text(act->span.begin, act->span.end);
    if (act->use == Use::under || frame().is_one(word, Frame::carries_out)) basis = act->span.end;
    const bool noun = around::next(passage_.text, act->span.end) == ',' &&
                      basis > v.sentence.begin &&
                      text(basis, act->span.begin).find(',') == std::string_view::npos;
    if (noun) continue;
    if (!frame().is_one(word, Frame::paper_says)) continue;
    if (ends(text(v.sentence.begin, act->span.begin), Frame::paper)) return true;
  }
  return false;
}

Verdict Acting::from_left(const View& v, bool& decided) const {
  decided = true;
  const std::string_view before = text(v.clause, v.body.begin);
  const std::string_view after = text(v.body.end, v.sentence.end);
  if (ends(before, Frame::prosecutor)) {
    return {true, "investigate", {"authority.prosecutor", {v.clause, v.body.begin}}};
  }
  if (before.ends_with("从") && begins(after, Frame::learned))  // 记者从某局|获悉
    return {true, "publish", {"authority.learned-from", {v.body.end, v.body.end + 6}}};
  if (before.starts_with("将在") ||
      frame().holds(before, Frame::planned)) {  // 将在甲、乙的指导下开展工作
    const std::string_view clause = after.substr(0, after.find(','));
    if (ends(clause, Frame::under))
      return {false, {}, {"authority.planned", {v.clause, v.body.begin}}};
  }
  if (is_address(text(v.sentence.begin, v.body.begin)))
    return {false, {}, {"authority.address", {v.sentence.begin, v.body.begin}}};
  if (begins(before, Frame::background))  // 随着甲、乙等部门推进某工作,…
    return {false, {}, {"authority.background", {v.clause, v.clause + 6}}};
  if (const Act* under = followed(v)) {
    const bool basis = frame().is_one(text(under->span.begin, under->span.end), Frame::basis);
    if (basis && leads_to_paper(after))
      return {true, "issue", {"authority.issuer-of-basis", under->span}};
    if (basis && opens_item(v) && is_source(after))
      return {true, "publish", {"authority.source", under->span}};
    return {false, {}, {"authority.followed", under->span}};
  }
  const bool sues =
      before.ends_with("对") && begins(after, Frame::suit);  // 法院对甲检察院|提起的…案公开审理
  const bool is_prosecutor = text(v.body.begin, v.body.end).ends_with("检察院");
  if (is_prosecutor && ends(before, Frame::goal) && begins(after, Frame::hands_over)) {
    return {true, "investigate", {"authority.handed-over", {v.body.end, v.body.end + 6}}};
  }
  if (ends(before, Frame::sues) && begins(after, Frame::sued))  // 检察院诉|某局不履行职责案
    return {false, {}, {"authority.sued", {v.clause, v.body.begin}}};
  if (ends(before, Frame::chosen) && frame().holds(after.substr(0, kIssuer), Frame::issued_notice))
    return {true, "issue", {"authority.passed-on", {v.clause, v.body.begin}}};
  if (!sues && ends(before, Frame::goal)) {
    return {false, {}, {"authority.goal", {v.clause, v.body.begin}}};
  }
  if (before.ends_with("辖") ||
      (before.ends_with("在") &&
       frame().holds(after.substr(0, 24), Frame::held))) {  // 辖区派出所; 在某区政府举行
    return {false, {}, {"authority.venue", {v.clause, v.body.begin}}};
  }
  if (before.ends_with("在") && begins(after, Frame::brought)) {  // 在甲法院|提起诉讼
    return {false, {}, {"authority.venue", {v.clause, v.body.begin}}};
  }
  if (before.ends_with("由") && begins(after, Frame::administers))
    return {false, {}, {"authority.duty", {v.body.end, v.body.end + 6}}};  // 某局由某部|管理
  if (is_partner(before, after))
    return {false, {}, {"authority.partner", {v.clause, v.body.begin}}};
  if (ends(before, Frame::receives) && frame().holds(after.substr(0, 30), Frame::praise)) {
    return {false, {}, {"authority.praises", {v.clause, v.body.begin}}};
  }
  if (const auto ought = before.rfind("应"); ought != std::string_view::npos) {
    const auto begin = v.clause + static_cast<std::uint32_t>(ought) + 3;
    const Act* next = first_from(begin, v.body.begin);
    if (next != nullptr && next->span.begin == begin)
      return {false, {}, {"authority.ought", next->span}};
  }
  const bool own_case = begins(after, Frame::own_case);  // 案例包括X督促…案
  if (begins(after, Frame::of_a_case) && holds_word(after.substr(0, 120), "案")) {
    return {true, "investigate", {"authority.of-a-case", {v.body.end, v.body.end + 6}}};
  }
  if (!own_case && frame().holds(before, Frame::lists)) {
    return {false, {}, {"authority.listed", {v.clause, v.body.begin}}};
  }
  if (ends(before, Frame::passes) && frame().holds(after.substr(0, 45), Frame::approval)) {
    return {true, "decide", {"authority.passes", {v.body.end, v.body.end + 6}}};
  }
  if (in_paper(v))
    return {false, {}, {"authority.told-by-paper", {v.sentence.begin, v.body.begin}}};
  if (const Act* last = last_within(v.clause, v.body.begin)) {
    const std::string_view gap = text(last->span.end, v.body.begin);
    const bool near = gap.size() <= 12 && !frame().holds(gap, Frame::joins);
    if (last->told && near) return by_guidance(v, *last);
    if (gap.empty() && text(last->span.begin, last->span.end) == "转发" &&
        holds_word(after.substr(0, 18), "《")) {
      return {true, "issue", {"authority.passed-on", last->span}};
    }
    if (gap.empty() && last->use == Use::act &&
        !frame().is_one(text(last->span.begin, last->span.end), Frame::joint)) {
      const Act* next = first_from(v.body.end, v.sentence.end);
      if (next == nullptr || next->span.begin > v.body.end + 6 || next->use != Use::act) {
        return {false, {}, {"authority.object", last->span}};
      }
    }
  }
  decided = false;
  return {};
}

// 省网信办指导市网信办依法约谈…, 公安部部署某市公安机关…抓获: both act. A body that is told to act
// otherwise does not.
Verdict Acting::by_guidance(const View& v, const Act& told) const {
  if (frame().is_one(text(told.span.begin, told.span.end), Frame::guides)) {
    for (const Act* act = first_from(v.body.end, v.sentence.end); act != nullptr;
         act = first_from(act->span.end, v.sentence.end)) {
      if (act->use == Use::duty || act->use == Use::attend) break;
      if (act->role == "punish" || act->role == "decide" || act->role == "investigate") {
        return {true, act->role, {"authority.guided", act->span}};
      }
    }
  }
  return {false, {}, {"authority.told", told.span}};
}

}  // namespace guanlan::authorities
