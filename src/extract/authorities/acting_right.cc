// What stands behind a body: its verb, its post, what makes a thing of it (X网站, X系统).
#include <algorithm>

#include "extract/around.h"
#include "extract/authorities/acting.h"
#include "extract/authorities/one_of.h"

namespace guanlan::authorities {
namespace {

// X成立, X揭牌: the body itself is founded.
bool is_founded(std::string_view rest) {
  for (const std::string_view verb : {"成立", "揭牌", "挂牌", "设立", "组建"}) {
    if (!rest.starts_with(verb)) continue;
    rest.remove_prefix(verb.size());
    return rest.empty() ||
           starts_with_one(rest, {",", "。", "、", ";", "于", "在", "以来", "大会", "仪式", "\n"});
  }
  return false;
}

// 执法|部、, 监测|司相关…: a department that is named after what it does.
bool names_department(std::string_view rest) {
  for (const std::string_view unit : {"部", "司", "处", "局", "总队", "支队", "大队"}) {
    if (!rest.starts_with(unit)) continue;
    const std::string_view behind = rest.substr(unit.size());
    return starts_with_one(behind, {"、", ",", "和", "与", "及", "等", "有关", "相关", "负责"});
  }
  return false;
}

}  // namespace

// 局长…表示, 副部长…出席并致辞; not 局长…出席, nor 局长…、…会长…等出席并分别致辞.
Verdict Acting::by_officer(const View& v, const Act& office) const {
  const auto speaks = [](Span cue) {
    return Verdict{true, "publish", {"authority.officer-speaks", cue}};
  };
  if (around::holds_any(text(office.span.end, std::min(v.sentence.end, office.span.end + 120)),
                        {"任组长", "为组长", "任副组长", "任总指挥"})) {
    return {false,
            {},
            {"authority.officer",
             office.span}};  // 由某县政府副县长、公安局长某任组长的专案组: a post of his
  }
  bool present = false;
  const Act* post = &office;
  std::uint32_t last = office.span.end;
  while (true) {
    const std::string_view near = text(last, std::min(v.sentence.end, last + 27));
    if (post->span.end == last &&
        around::holds_any(near, {"说,", "说:", "称,", "称:", "认为", "看来"}))
      return speaks(post->span);
    const Act* act = first_from(last, v.sentence.end);
    if (act == nullptr || (!present && around::holds_any(text(last, act->span.begin), {",", "等"})))
      break;  // one of several
    const std::string_view word = text(act->span.begin, act->span.end);
    if (is_one_of(word, {"致辞", "致词", "讲话", "宣读"})) return speaks(act->span);
    last = act->span.end;
    if (act->use == Use::office) post = act;
    if (act->use == Use::office || act->use == Use::under || present) continue;
    if (act->use == Use::duty) break;
    present = act->use == Use::attend;
    if (!present) return speaks(act->span);
  }
  return {false, {}, {"authority.officer", office.span}};
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
  if (starts_with_one(rest, {" www", "www", " http", "http", "\t"}))
    return {false, {}, {"authority.table", v.body}};
  if (rest.starts_with("的")) {
    if (around::holds_any(near, {"指导下", "领导下", "组织下", "支持下", "部署下", "协调下",
                                 "统筹下", "指挥下"})) {
      return {true, "act", {"authority.under-guidance", {at, at + 3}}};
    }
    if (around::holds_any(near, {"帮助下", "协助下", "配合下"}))
      return {true, "act", {"authority.helps", {at, at + 3}}};
    if (around::holds_any(near,
                          {"官员说", "官员称", "官员表示", "发言人说", "发言人称", "发言人表示"}))
      return {true, "publish", {"authority.officer", {at, at + 3}}};
    if (!starts_with_one(rest, {"有关负责", "相关负责", "负责"}))
      return {false, {}, {"authority.attribute", {at, at + 3}}};
  }
  if (rest.starts_with(":") && v.body.begin == v.sentence.begin) {
    return {true, "publish", {"authority.headline", v.body}};
  }
  const bool officers =
      starts_with_one(rest, {"有关部门负责", "相关部门负责", "有关司局负责", "相关司局负责"});
  if (!officers && starts_with_one(rest, {"有关部", "有关单", "有关司", "有关要求", "有关规定",
                                          "有关精神", "各部门", "相关部门", "相关司", "直属",
                                          "所属", "下属", "系统", "及其", "驻", "成员单位"})) {
    return {false, {}, {"authority.generic", {at, at + 3}}};
  }
  if (starts_with_one(rest, {"服务提供商", "服务商", "供应商", "承包商", "系统", "数据", "员工",
                             "雇员", "全会", "会议", "部长会议", "一次全会", "二次全会", "三次全会",
                             "四次全会", "五次全会", "六次全会", "峰会"})) {
    return {false, {}, {"authority.attribute", {at, at + 3}}};
  }
  if (starts_with_one(rest, {"App", "APP", "客户端", "小程序"}))
    return {false, {}, {"authority.app", {at, at + 3}}};
  if (starts_with_one(rest, {"归口", "主管的", "备案的", "批准的", "管理的", "承担的", "负责的"})) {
    return {false, {}, {"authority.attribute", {at, at + 3}}};
  }
  for (const std::string_view post : {"省长", "副省长", "市长", "副市长", "区长", "副区长", "县长",
                                      "副县长"}) {  // heads of governments elsewhere
    if (rest.starts_with(post))
      return by_officer(
          v, {{at, at + static_cast<std::uint32_t>(post.size())}, Use::office, false, {}});
  }
  const bool other_word = starts_with_one(rest, {"要求", "应急", "应邀", "应诉", "可信", "需求"});
  if (!other_word && starts_with_one(rest, {"应", "须", "可", "不得", "有权", "需", "要"})) {
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
        if (ends_with_one(between, {"未", "不", "拒不", "没有", "未能"}))
          continue;  // 未履行备案手续的网站
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
