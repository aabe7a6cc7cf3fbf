#include "extract/authorities/acting.h"

#include <algorithm>
#include <array>

#include "extract/around.h"
#include "text/utf8.h"

namespace guanlan::authorities {
namespace {

// How much of a sentence is looked at before and behind a body, in bytes: a deed stands nearer.
constexpr std::uint32_t kBefore = 600, kAfter = 900;

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}
bool starts_with_one(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto w) { return text.starts_with(w); });
}
bool ends_with_one(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto w) { return text.ends_with(w); });
}

// Verbs inside names are none: 现代服务业|联合会, 社会保障厅.
bool takes_part(WordClass cls) {
  return cls == WordClass::act || cls == WordClass::org_suffix || cls == WordClass::org ||
         cls == WordClass::authority || cls == WordClass::authority_head || cls == WordClass::generic_body ||
         cls == WordClass::foreign_authority;
}

// Papers whose content follows: what they say of bodies is a task, not a deed.
constexpr std::array<std::string_view, 24> kPapers = {
    "办法", "条例", "规定", "通知", "意见", "方案", "草案", "意见稿", "计划", "备忘录", "指南", "标准",
    "文件", "声明", "纲要", "规划", "法案", "该法", "》",   "公告",   "法律", "指引",   "决定", "规则"};
// X成立, X揭牌: the body itself is founded.
bool is_founded(std::string_view rest) {
  for (const std::string_view verb : {"成立", "揭牌", "挂牌", "设立", "组建"}) {
    if (!rest.starts_with(verb)) continue;
    rest.remove_prefix(verb.size());
    return rest.empty() || starts_with_one(rest, {",", "。", "、", ";", "于", "在", "以来", "大会", "仪式", "\n"});
  }
  return false;
}

// 根据甲|、乙等四部门联合发布的《…》, 根据甲|发布的第10号公告: the paper that those before issued.
bool leads_to_paper(std::string_view after) {
  std::string_view clause = after.substr(0, std::min<std::size_t>(after.find(','), 150));
  if (clause.ends_with(')')) clause = clause.substr(0, clause.rfind('('));  // 公告(2025年第8号)
  if (ends_with_one(clause, {"公告", "通告", "通知", "决定"}) && around::holds_any(clause, {"发布的", "印发的", "公布的"})) return true;
  const auto book = after.find("《");
  if (book == std::string_view::npos || book > 180) return false;
  const std::string_view between = after.substr(0, book);
  if (between.empty()) return true;
  if (between.find(",") != std::string_view::npos) return false;
  if (between.starts_with("等") && ends_with_one(between, {"部门", "部委", "单位", "部"})) return true;  // 甲等12部门《…》
  return ends_with_one(between, {"发布的", "印发的", "制定的", "公布的", "出台的", "下发的", "颁布的", "联合印发", "印发", "发布"});
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

// 与X密切合作, 同X保持沟通: with whom somebody works.
bool is_partner(std::string_view before, std::string_view after) {
  const auto with = before.find("正与");  // 正与甲、乙|合作
  const bool listed = with != std::string_view::npos && before.find(",", with) == std::string_view::npos && before.ends_with("、");
  if (!listed && !ends_with_one(before, {"与", "同", "跟"})) return false;
  const auto stop = after.find_first_of(",;");
  const std::string_view clause = after.substr(0, std::min<std::size_t>(stop, 60));
  return around::holds_any(clause, {"合作", "沟通", "协作", "配合", "磋商", "保持联系"}) && !around::holds_any(clause, {"签署", "签订", "签约", "协议"});
}

// 将意见寄至:某市某路15号|甲: where letters go.
bool is_address(std::string_view before) {
  constexpr std::size_t kStreet = 45;
  if (around::holds_any(before, {"寄至", "寄送至", "邮寄至", "邮寄到", "寄到", "通信地址", "通讯地址", "地址:", "收件人"})) return true;
  if (!before.ends_with("号") || before.size() < kStreet) return false;
  return around::holds_any(before.substr(before.size() - kStreet), {"路", "街", "大道", "胡同", "巷"});
}

bool ends_in_paper(std::string_view text) {
  return std::any_of(kPapers.begin(), kPapers.end(), [&](auto w) { return text.ends_with(w); });
}

}  // namespace

Acting::Acting(const Passage& passage) : passage_(passage) {
  const WordTable& table = passage.lexicon->table(WordClass::act);
  const int use = table.column("use"), role = table.column("role"), object = table.column("object");
  const auto use_of = [&](std::uint32_t row) {
    const std::string_view word = table.at(row, use);
    if (word == "say") return Use::say;
    if (word == "attend") return Use::attend;
    if (word == "duty") return Use::duty;
    if (word == "under") return Use::under;
    if (word == "office") return Use::office;
    return word == "medium" ? Use::medium : Use::act;
  };
  std::uint32_t reach = 0;
  bool in_title = true;
  for (const Hit& hit : passage.hits) {
    if (in_title && !passage.title.contains(hit.span.begin)) {
      in_title = false;
      reach = 0;
      title_acts_ = acts_.size();
    }
    if (!takes_part(hit.cls) || hit.span.begin < reach) continue;
    reach = hit.span.end;
    if (hit.cls != WordClass::act) continue;
    acts_.push_back({hit.span, use_of(hit.row), table.at(hit.row, object) == "told", table.at(hit.row, role)});
  }
  if (in_title) title_acts_ = acts_.size();
}

std::string_view Acting::text(std::uint32_t begin, std::uint32_t end) const {
  return begin < end ? passage_.text.substr(begin, end - begin) : std::string_view{};
}

bool Acting::at(std::uint32_t offset, std::string_view word, std::uint32_t end) const {
  return text(offset, end).starts_with(word);
}

Acting::View Acting::view(const BodyMention& body) const {
  View v{body.span, body.in_title ? passage_.title : passage_.body, 0};
  const auto first = passage_.sentences.begin();
  const auto split = std::find_if(first, passage_.sentences.end(),
                                  [&](Span s) { return !passage_.title.contains(s.begin); });
  const auto from = body.in_title ? first : split;
  const auto to = body.in_title ? split : passage_.sentences.end();
  auto it = std::upper_bound(from, to, body.span.begin,
                             [](std::uint32_t at, Span s) { return at < s.begin; });
  if (it != from) v.sentence = *std::prev(it);
  v.sentence.begin = std::max(v.sentence.begin, v.body.begin - std::min(v.body.begin, kBefore));
  v.sentence.end = std::min(v.sentence.end, v.body.end + kAfter);
  v.clause = v.sentence.begin;
  const std::string_view before = text(v.sentence.begin, v.body.begin);
  for (const std::string_view mark : {",", ":", "“", " "}) {
    if (const auto found = before.rfind(mark); found != std::string_view::npos) {
      v.clause = std::max(v.clause, v.sentence.begin + static_cast<std::uint32_t>(found + mark.size()));
    }
  }
  return v;
}

const Acting::Act* Acting::first_from(std::uint32_t begin, std::uint32_t end) const {
  const bool in_title = passage_.title.contains(begin) || (begin == passage_.title.end && end <= begin);
  const auto split = acts_.begin() + static_cast<std::ptrdiff_t>(title_acts_);
  const auto from = in_title ? acts_.begin() : split;
  const auto to = in_title ? split : acts_.end();
  const auto it = std::lower_bound(from, to, begin,
                                   [](const Act& a, std::uint32_t b) { return a.span.begin < b; });
  return it != to && it->span.begin < end ? &*it : nullptr;
}

const Acting::Act* Acting::last_within(std::uint32_t begin, std::uint32_t end) const {
  const Act* last = nullptr;
  for (const Act* act = first_from(begin, end); act != nullptr; act = first_from(act->span.end, end)) {
    if (act->span.end <= end) last = act;
  }
  return last;
}

// 按照, 落实 … before the body in its clause, its object not yet closed (按照上级要求|X).
const Acting::Act* Acting::followed(const View& v) const {
  const Act* under = nullptr;
  for (const Act* act = first_from(v.clause, v.body.begin); act != nullptr;
       act = first_from(act->span.end, v.body.begin)) {
    if (act->use == Use::under) under = act;
  }
  if (under == nullptr) return nullptr;
  const std::string_view between = text(under->span.end, v.body.begin);
  return ends_with_one(between, {"要求", "部署", "规定", "安排", "精神", "统一部署", "下", "后", "中"}) ? nullptr
                                                                                                        : under;
}

// 办法规定由X…: the sentence reports what a paper says.
bool Acting::in_paper(const View& v) const {
  for (const Act* act = first_from(v.sentence.begin, v.body.begin); act != nullptr;
       act = first_from(act->span.end, v.body.begin)) {
    const std::string_view word = text(act->span.begin, act->span.end);
    if (!is_one_of(word, {"规定", "要求", "提出", "明确", "建议", "呼吁", "授权", "强调"})) continue;
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
  if (before.starts_with("将在") || around::holds_any(before, {"协会将在", "学会将在", "联盟将在"})) {  // 将在甲、乙的指导下开展工作
    const std::string_view clause = after.substr(0, after.find(','));
    if (ends_with_one(clause, {"指导下", "领导下", "支持下", "管理下"})) return {false, {}, {"authority.planned", {v.clause, v.body.begin}}};
  }
  if (is_address(text(v.sentence.begin, v.body.begin))) return {false, {}, {"authority.address", {v.sentence.begin, v.body.begin}}};
  if (const Act* under = followed(v)) {
    const bool basis = is_one_of(text(under->span.begin, under->span.end), {"根据", "依据", "按照"});
    if (basis && leads_to_paper(after)) return {true, "issue", {"authority.issuer-of-basis", under->span}};
    return {false, {}, {"authority.followed", under->span}};
  }
  const bool sues = before.ends_with("对") && starts_with_one(after, {"提起的", "起诉的", "提起公诉"});  // 法院对甲检察院|提起的…案公开审理
  if (!sues && ends_with_one(before, {"致信", "致函", "去函", "去信", "向", "给", "报", "对", "至", "致", "从", "到", "入", "入选", "列入", "纳入", "入围", "申报", "深入", "赴", "前往", "原"})) {
    return {false, {}, {"authority.goal", {v.clause, v.body.begin}}};
  }
  if (before.ends_with("辖") || (before.ends_with("在") && around::holds_any(after.substr(0, 24), {"举行", "举办", "召开"}))) {  // 辖区派出所; 在某区政府举行
    return {false, {}, {"authority.venue", {v.clause, v.body.begin}}};
  }
  if (before.ends_with("在") && starts_with_one(after, {"提起", "起诉", "提交", "对"})) {  // 在甲法院|提起诉讼
    return {false, {}, {"authority.venue", {v.clause, v.body.begin}}};
  }
  if (is_partner(before, after)) return {false, {}, {"authority.partner", {v.clause, v.body.begin}}};
  if (ends_with_one(before, {"获", "获得", "荣获", "受到", "喜获"}) &&
      around::holds_any(after.substr(0, 30), {"表彰", "表扬", "肯定", "奖励", "嘉奖", "称赞"})) {
    return {false, {}, {"authority.praises", {v.clause, v.body.begin}}};
  }
  if (const auto ought = before.rfind("应"); ought != std::string_view::npos) {
    const auto begin = v.clause + static_cast<std::uint32_t>(ought) + 3;
    const Act* next = first_from(begin, v.body.begin);
    if (next != nullptr && next->span.begin == begin) return {false, {}, {"authority.ought", next->span}};
  }
  const bool own_case = starts_with_one(after, {"督促", "诉", "查处", "办理", "起诉", "对", "侦破", "破获", "侦办", "审理", "打掉", "提起"});  // 案例包括X督促…案
  if (starts_with_one(after, {"办理的", "侦办的", "查办的", "审理的", "侦破的", "查处的"}) && around::holds_any(after.substr(0, 120), {"案"})) {
    return {true, "investigate", {"authority.of-a-case", {v.body.end, v.body.end + 6}}};
  }
  if (!own_case && around::holds_any(before, {"分别是", "分别为", "包括"})) {
    return {false, {}, {"authority.listed", {v.clause, v.body.begin}}};
  }
  if (ends_with_one(before, {"通过", "获", "经", "获得", "取得", "完成"}) &&
      around::holds_any(after.substr(0, 45), {"备案", "批准", "审批", "审核", "认证", "认定", "审查", "登记", "许可", "核准", "安全评估", "网络安全审查"})) {
    return {true, "decide", {"authority.passes", {v.body.end, v.body.end + 6}}};
  }
  if (in_paper(v)) return {false, {}, {"authority.told-by-paper", {v.sentence.begin, v.body.begin}}};
  if (const Act* last = last_within(v.clause, v.body.begin)) {
    const std::string_view gap = text(last->span.end, v.body.begin);
    const bool near = gap.size() <= 12 && !around::holds_any(gap, {"由", "经", "被", "受", "在", "与", "会同", "、"});
    if (last->told && near) return by_guidance(v, *last);
    if (gap.empty() && text(last->span.begin, last->span.end) == "转发" && around::holds_any(after.substr(0, 18), {"《"})) {
      return {true, "issue", {"authority.passed-on", last->span}};
    }
    if (gap.empty() && last->use == Use::act && !is_one_of(text(last->span.begin, last->span.end), {"联合", "会同"})) {
      const Act* next = first_from(v.body.end, v.sentence.end);
      if (next == nullptr || next->span.begin > v.body.end + 6 || next->use != Use::act) {
        return {false, {}, {"authority.object", last->span}};
      }
    }
  }
  decided = false;
  return {};
}

// 省网信办指导市网信办依法约谈…: both act. A body that is told to act otherwise does not.
Verdict Acting::by_guidance(const View& v, const Act& told) const {
  if (text(told.span.begin, told.span.end) == "指导") {
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

// 局长…表示, 副部长…出席并致辞; not 局长…出席, nor 局长…、…会长…等出席并分别致辞.
Verdict Acting::by_officer(const View& v, const Act& office) const {
  const auto speaks = [](Span cue) { return Verdict{true, "publish", {"authority.officer-speaks", cue}}; };
  if (around::holds_any(text(office.span.end, std::min(v.sentence.end, office.span.end + 120)), {"任组长", "为组长", "任副组长", "任总指挥"})) {
    return {false, {}, {"authority.officer", office.span}};  // 由某县政府副县长、公安局长某任组长的专案组: a post of his
  }
  bool present = false;
  const Act* post = &office;
  std::uint32_t last = office.span.end;
  while (true) {
    const std::string_view near = text(last, std::min(v.sentence.end, last + 27));
    if (post->span.end == last && around::holds_any(near, {"说,", "说:", "称,", "称:", "认为", "看来"})) return speaks(post->span);
    const Act* act = first_from(last, v.sentence.end);
    if (act == nullptr || (!present && around::holds_any(text(last, act->span.begin), {",", "等"}))) break;  // one of several
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
  if (starts_with_one(rest, {" www", "www", " http", "http", "\t"})) return {false, {}, {"authority.table", v.body}};
  if (rest.starts_with("的")) {
    if (around::holds_any(near, {"指导下", "领导下", "组织下", "支持下", "部署下", "协调下", "统筹下", "指挥下"})) {
      return {true, "act", {"authority.under-guidance", {at, at + 3}}};
    }
    if (!starts_with_one(rest, {"有关负责", "相关负责", "负责"})) return {false, {}, {"authority.attribute", {at, at + 3}}};
  }
  if (rest.starts_with(":") && v.body.begin == v.sentence.begin) {
    return {true, "publish", {"authority.headline", v.body}};
  }
  const bool officers = starts_with_one(rest, {"有关部门负责", "相关部门负责", "有关司局负责", "相关司局负责"});
  if (!officers && starts_with_one(rest, {"有关部", "有关单", "有关司", "有关要求", "有关规定", "有关精神", "各部门", "相关部门",
                             "相关司", "直属", "所属", "下属", "系统", "及其", "驻", "成员单位"})) {
    return {false, {}, {"authority.generic", {at, at + 3}}};
  }
  if (starts_with_one(rest, {"服务提供商", "服务商", "供应商", "承包商", "系统", "数据", "员工", "雇员", "全会", "会议",
                             "部长会议", "一次全会", "二次全会", "三次全会", "四次全会", "五次全会", "六次全会", "峰会"})) {
    return {false, {}, {"authority.attribute", {at, at + 3}}};
  }
  if (starts_with_one(rest, {"App", "APP", "客户端", "小程序"})) return {false, {}, {"authority.app", {at, at + 3}}};
  if (starts_with_one(rest, {"归口", "主管的", "备案的", "批准的", "管理的"})) {
    return {false, {}, {"authority.attribute", {at, at + 3}}};
  }
  for (const std::string_view post : {"省长", "副省长", "市长", "副市长", "区长", "副区长", "县长", "副县长"}) {  // heads of governments elsewhere
    if (rest.starts_with(post)) return by_officer(v, {{at, at + static_cast<std::uint32_t>(post.size())}, Use::office, false, {}});
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
      case Use::under: continue;
      case Use::attend: return {false, {}, {"authority.attends", act->span}};
      case Use::duty:
        if (ends_with_one(between, {"未", "不", "拒不", "没有", "未能"})) continue;  // 未履行备案手续的网站
        if (!between.empty() && text(act->span.begin, act->span.end) == "辖区") continue;  // 对辖区内…予以关闭
        return {false, {}, {"authority.duty", act->span}};
      case Use::act:
        if (names_department(text(act->span.end, end))) continue;
        if ((between.empty() || (between.starts_with("在") && between.size() <= 18)) && is_founded(text(act->span.begin, end))) {
          return {false, {}, {"authority.founded", act->span}};
        }
        [[fallthrough]];
      case Use::say: return {true, act->role, {"authority.verb", act->span}};
    }
  }
  return {false, {}, {"authority.no-verb", v.body}};
}

Verdict Acting::judge(const BodyMention& body) const {
  if (body.in_book) return {false, {}, {"authority.in-a-title", body.span}};
  const View v = view(body);
  bool decided = false;
  const Verdict left = from_left(v, decided);
  return decided ? left : from_right(v);
}

}  // namespace guanlan::authorities
