// What stands before a body: 按照X要求, 向X报告, 与X合作, 要求X….
#include <algorithm>
#include <array>

#include "extract/around.h"
#include "extract/authorities/acting.h"
#include "extract/authorities/one_of.h"

namespace guanlan::authorities {
namespace {

// Papers whose content follows: what they say of bodies is a task, not a deed.
constexpr std::array<std::string_view, 24> kPapers = {
    "办法", "条例",   "规定", "通知", "意见", "方案", "草案", "意见稿",
    "计划", "备忘录", "指南", "标准", "文件", "声明", "纲要", "规划",
    "法案", "该法",   "》",   "公告", "法律", "指引", "决定", "规则"};
bool ends_in_paper(std::string_view text) {
  return std::any_of(kPapers.begin(), kPapers.end(), [&](auto w) { return text.ends_with(w); });
}

// 根据甲|、乙等四部门联合发布的《…》, 根据甲|发布的第10号公告: the paper that those before issued.
bool leads_to_paper(std::string_view after) {
  std::string_view clause = after.substr(0, std::min<std::size_t>(after.find(','), 150));
  if (clause.ends_with(')')) clause = clause.substr(0, clause.rfind('('));  // 公告(2025年第8号)
  if (ends_with_one(clause, {"公告", "通告", "通知", "决定"}) &&
      around::holds_any(clause, {"发布的", "印发的", "公布的"}))
    return true;
  const auto book = after.find("《");
  if (book == std::string_view::npos || book > 180) return false;
  const std::string_view between = after.substr(0, book);
  if (between.empty()) return true;
  if (holds_word(between, ",")) return false;
  if (between.starts_with("等") && ends_with_one(between, {"部门", "部委", "单位", "部"}))
    return true;  // 甲等12部门《…》
  return ends_with_one(between, {"发布的", "印发的", "制定的", "公布的", "出台的", "下发的",
                                 "颁布的", "联合印发", "印发", "发布"});
}

// 与X密切合作, 同X保持沟通: with whom somebody works.
bool is_partner(std::string_view before, std::string_view after) {
  const auto with = before.find("正与");  // 正与甲、乙|合作
  const bool listed = with != std::string_view::npos &&
                      before.find(",", with) == std::string_view::npos && before.ends_with("、");
  if (!listed && !ends_with_one(before, {"与", "同", "跟"})) return false;
  const auto stop = after.find_first_of(",;");
  const std::string_view clause = after.substr(0, std::min<std::size_t>(stop, 60));
  return around::holds_any(clause, {"合作", "沟通", "协作", "配合", "磋商", "保持联系"}) &&
         !around::holds_any(clause, {"签署", "签订", "签约", "协议"});
}

// 将意见寄至:某市某路15号|甲: where letters go.
bool is_address(std::string_view before) {
  constexpr std::size_t kStreet = 45;
  if (around::holds_any(before, {"寄至", "寄送至", "邮寄至", "邮寄到", "寄到", "通信地址",
                                 "通讯地址", "地址:", "收件人"}))
    return true;
  if (!before.ends_with("号") || before.size() < kStreet) return false;
  return around::holds_any(before.substr(before.size() - kStreet),
                           {"路", "街", "大道", "胡同", "巷"});
}

}  // namespace

// 按照, 落实 … before the body in its clause, its object not yet closed (按照上级要求|X).
const Acting::Act* Acting::followed(const View& v) const {
  const Act* under = nullptr;
  for (const Act* act = first_from(v.clause, v.body.begin); act != nullptr;
       act = first_from(act->span.end, v.body.begin)) {
    if (act->use == Use::under) under = act;
  }
  if (under == nullptr) return nullptr;
  const std::string_view between = text(under->span.end, v.body.begin);
  return ends_with_one(between,
                       {"要求", "部署", "规定", "安排", "精神", "统一部署", "下", "后", "中"})
             ? nullptr
             : under;
}

// 办法规定由X…: the sentence reports what a paper says.
bool Acting::in_paper(const View& v) const {
  for (const Act* act = first_from(v.sentence.begin, v.body.begin); act != nullptr;
       act = first_from(act->span.end, v.body.begin)) {
    const std::string_view word = text(act->span.begin, act->span.end);
    if (!is_one_of(word, {"规定", "要求", "提出", "明确", "建议", "呼吁", "授权", "强调"}))
      continue;
    if (ends_in_paper(text(v.sentence.begin, act->span.begin))) return true;
  }
  return false;
}

Verdict Acting::from_left(const View& v, bool& decided) const {
  decided = true;
  const std::string_view before = text(v.clause, v.body.begin);
  const std::string_view after = text(v.body.end, v.sentence.end);
  if (ends_with_one(before, {"起诉人", "公诉机关", "抗诉机关", "公诉人"})) {
    return {true, "investigate", {"authority.prosecutor", {v.clause, v.body.begin}}};
  }
  if (before.starts_with("将在") ||
      around::holds_any(before,
                        {"协会将在", "学会将在", "联盟将在"})) {  // 将在甲、乙的指导下开展工作
    const std::string_view clause = after.substr(0, after.find(','));
    if (ends_with_one(clause, {"指导下", "领导下", "支持下", "管理下"}))
      return {false, {}, {"authority.planned", {v.clause, v.body.begin}}};
  }
  if (is_address(text(v.sentence.begin, v.body.begin)))
    return {false, {}, {"authority.address", {v.sentence.begin, v.body.begin}}};
  if (const Act* under = followed(v)) {
    const bool basis =
        is_one_of(text(under->span.begin, under->span.end), {"根据", "依据", "按照"});
    if (basis && leads_to_paper(after))
      return {true, "issue", {"authority.issuer-of-basis", under->span}};
    return {false, {}, {"authority.followed", under->span}};
  }
  const bool sues =
      before.ends_with("对") &&
      starts_with_one(after, {"提起的", "起诉的", "提起公诉"});  // 法院对甲检察院|提起的…案公开审理
  if (!sues &&
      ends_with_one(before, {"致信", "致函", "去函", "去信", "向",   "给",   "报",   "对",
                             "至",   "致",   "从",   "到",   "入",   "入选", "列入", "纳入",
                             "入围", "申报", "深入", "赴",   "前往", "原"})) {
    return {false, {}, {"authority.goal", {v.clause, v.body.begin}}};
  }
  if (before.ends_with("辖") ||
      (before.ends_with("在") &&
       around::holds_any(after.substr(0, 24),
                         {"举行", "举办", "召开"}))) {  // 辖区派出所; 在某区政府举行
    return {false, {}, {"authority.venue", {v.clause, v.body.begin}}};
  }
  if (before.ends_with("在") &&
      starts_with_one(after, {"提起", "起诉", "提交", "对"})) {  // 在甲法院|提起诉讼
    return {false, {}, {"authority.venue", {v.clause, v.body.begin}}};
  }
  if (before.ends_with("由") && starts_with_one(after, {"管理", "主管", "归口", "代管"}))
    return {false, {}, {"authority.duty", {v.body.end, v.body.end + 6}}};  // 某局由某部|管理
  if (is_partner(before, after))
    return {false, {}, {"authority.partner", {v.clause, v.body.begin}}};
  if (ends_with_one(before, {"获", "获得", "荣获", "受到", "喜获"}) &&
      around::holds_any(after.substr(0, 30), {"表彰", "表扬", "肯定", "奖励", "嘉奖", "称赞"})) {
    return {false, {}, {"authority.praises", {v.clause, v.body.begin}}};
  }
  if (const auto ought = before.rfind("应"); ought != std::string_view::npos) {
    const auto begin = v.clause + static_cast<std::uint32_t>(ought) + 3;
    const Act* next = first_from(begin, v.body.begin);
    if (next != nullptr && next->span.begin == begin)
      return {false, {}, {"authority.ought", next->span}};
  }
  const bool own_case =
      starts_with_one(after, {"督促", "诉", "查处", "办理", "起诉", "对", "侦破", "破获", "侦办",
                              "审理", "打掉", "提起"});  // 案例包括X督促…案
  if (starts_with_one(after, {"办理的", "侦办的", "查办的", "审理的", "侦破的", "查处的"}) &&
      around::holds_any(after.substr(0, 120), {"案"})) {
    return {true, "investigate", {"authority.of-a-case", {v.body.end, v.body.end + 6}}};
  }
  if (!own_case && around::holds_any(before, {"分别是", "分别为", "包括"})) {
    return {false, {}, {"authority.listed", {v.clause, v.body.begin}}};
  }
  if (ends_with_one(before, {"通过", "获", "经", "获得", "取得", "完成"}) &&
      around::holds_any(after.substr(0, 45),
                        {"备案", "批准", "审批", "审核", "认证", "认定", "审查", "登记", "许可",
                         "核准", "安全评估", "网络安全审查"})) {
    return {true, "decide", {"authority.passes", {v.body.end, v.body.end + 6}}};
  }
  if (in_paper(v))
    return {false, {}, {"authority.told-by-paper", {v.sentence.begin, v.body.begin}}};
  if (const Act* last = last_within(v.clause, v.body.begin)) {
    const std::string_view gap = text(last->span.end, v.body.begin);
    const bool near = gap.size() <= 12 &&
                      !around::holds_any(gap, {"由", "经", "被", "受", "在", "与", "会同", "、"});
    if (last->told && near) return by_guidance(v, *last);
    if (gap.empty() && text(last->span.begin, last->span.end) == "转发" &&
        around::holds_any(after.substr(0, 18), {"《"})) {
      return {true, "issue", {"authority.passed-on", last->span}};
    }
    if (gap.empty() && last->use == Use::act &&
        !is_one_of(text(last->span.begin, last->span.end), {"联合", "会同"})) {
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
  if (is_one_of(text(told.span.begin, told.span.end), {"指导", "部署", "组织", "指挥", "协调"})) {
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
