#include <algorithm>
#include <array>

#include "extract/apps/candidates.h"
#include "extract/around.h"
#include "text/utf8.h"

namespace guanlan::apps {
namespace {

// What makes another thing of an app's name: its account, its users, a group on it.
constexpr std::array<std::string_view, 22> kChannels = {"小程序", "公众号", "群",   "朋友圈", "视频号", "号",   "账号", "用户", "支付", "直播间",
                                                        "平台上", "上发",   "官方", "好友",   "聊天",   "网友", "博主", "红包", "转账", "店铺", "公司", "集团"};
constexpr std::size_t kOften = 5;       // mentions that make an app the topic
constexpr std::size_t kCompared = 3;    // names with rates in one sentence

// 腾讯|微信: with the company's name before it.
Span with_owner(const Passage& p, Span name) {
  const Hit* owner = ending_at(p, WordClass::org, name.begin, name.begin - std::min(name.begin, 18u));
  return owner != nullptr ? Span{owner->span.begin, name.end} : name;
}

bool is_channel(const Passage& p, std::uint32_t at) {
  if (around::starts_any(p.text, at, kChannels) != 0) return true;
  std::uint32_t i = at;  // LINE|雅虎公司
  for (int n = 0; n < 4 && utf8::is_han(around::next(p.text, i)); ++n) i += 3;
  const std::string_view own = p.text.substr(at, i - at + 6);
  const auto company = own.find("公司");
  return company != std::string_view::npos && company > 0 && own.find("的") == std::string_view::npos && own.find("和") == std::string_view::npos;
}

// 约谈|甲、乙等8家…平台公司: a list of firms, which are organisations.
bool names_firms(const Passage& p, Span name) {
  constexpr std::uint32_t kReach = 240;
  constexpr std::array<std::string_view, 4> kFirms = {"平台企业", "平台公司", "网企业", "网公司"};
  if (!around::starts(p.text, name.end, "、") && !around::ends(p.text, name.begin, "、")) return false;
  const std::uint32_t end = std::min(clause_end(p, name.end), name.end + kReach);
  const std::string_view rest = p.text.substr(name.end, end - name.end);
  const auto close = std::min(rest.find("等"), rest.find_first_of("0123456789"));
  if (close == std::string_view::npos) return false;
  const std::string_view noun = rest.substr(close, 60);
  return noun.find("、") == std::string_view::npos &&
         around::holds_any(noun, kFirms);
}

// 甲|被印度某局处以罚款, 甲应用程序|在某国被下架: at the head of a clause, what is done to it.
bool is_sufferer(const Ground& g, Span name) {
  constexpr std::uint32_t kReach = 45;  // bytes to 被
  const Passage& p = g.passage;
  const std::uint32_t clause = clause_begin(p, name.begin);
  const bool owned = name.begin - clause <= 24 && (around::ends(p.text, name.begin, "其") || around::ends(p.text, name.begin, "的"));
  if (clause != name.begin && !owned) return false;
  const std::uint32_t end = clause_end(p, name.end);
  const auto passive = p.text.substr(name.end, std::min(kReach, end - name.end)).find("被");
  if (passive == std::string_view::npos) return false;
  return g.words.first_in({name.end + static_cast<std::uint32_t>(passive), end}, blame) != nullptr;
}

// 对社交平台|甲处以罚款: what it is, before its name.
std::uint32_t before_kinds(const Ground& g, std::uint32_t at) {
  for (const Word* w = g.words.ending_at(at, strong | weak | trade); w != nullptr; w = g.words.ending_at(at, strong | weak | trade)) at = w->span.begin;
  return at;
}

// 约谈|甲, 对|甲、乙…处罚: whether the name is what is punished.
bool is_object(const Ground& g, Span name) {
  const Passage& p = g.passage;
  constexpr std::array<std::string_view, 16> kDirect = {"约谈", "处罚", "下架", "责令", "警告", "叫停", "封禁", "约谈了",
                                                        "禁用", "禁止使用", "封锁", "屏蔽", "起诉", "暂停", "停用", "限制使用"};
  constexpr std::array<std::string_view, 4> kBefore = {"对", "针对", "因", "就"};
  if (is_sufferer(g, name)) return true;
  std::uint32_t at = before_kinds(g, name.begin - (around::ends(p.text, name.begin, "“") ? 3 : 0));
  for (int n = 0; n < 6; ++n) {  // over the members before it: 约谈甲总编辑、|乙
    if (around::ends_any(p.text, at, kDirect) != 0) return true;
    if (around::ends_any(p.text, at, kBefore) != 0) {
      const std::uint32_t end = clause_end(p, name.end);
      const Word* done = g.words.first_in({name.end, std::min(part_of(p, name.end).end, end + 120)}, act | blame);
      return done != nullptr;
    }
    const auto joiner = joiner_before(p.text, at);
    if (joiner == 0) return false;
    const std::uint32_t before = at - joiner;
    const std::uint32_t low = std::max(clause_begin(p, before), before - std::min(before, 60u));
    const Word* mate = g.words.last_in({low, before}, apps::name);
    if (mate == nullptr) return false;
    at = with_owner(p, mate->span).begin;
  }
  return false;
}

// “京东白条”: a part of a longer quoted name; 冒充京东客服: whom a swindler plays.
bool is_part(const Passage& p, Span name) {
  constexpr std::array<std::string_view, 5> kPlayed = {"冒充", "假冒", "自称", "仿冒", "谎称"};
  if (around::ends_any(p.text, name.begin, kPlayed) != 0) return true;
  const bool opens = around::ends(p.text, name.begin, "“"), closes = around::starts(p.text, name.end, "”");
  return opens != closes;
}

// 通过甲、乙等App发布…: the means, not what the item is about.
bool is_means(const Passage& p, Span name) {
  const std::uint32_t begin = clause_begin(p, name.begin);
  const std::string_view before = p.text.substr(begin, name.begin - begin);
  if (before.find("运营的") != std::string_view::npos || before.find("开发的") != std::string_view::npos) return false;
  constexpr std::array<std::string_view, 9> kMeans = {"通过", "利用", "使用", "借助", "登录", "下载", "安装", "关注", "用"};
  return before.starts_with("在") || around::holds_any(before, kMeans);
}

// 利用|油管…收集数据, 在|抖音上…: in a headline the means of what it tells.
bool is_used(const Passage& p, Span name) {
  constexpr std::array<std::string_view, 6> kMeans = {"利用", "通过", "使用", "借助", "登录", "在"};
  return around::ends_any(p.text, name.begin, kMeans) != 0;
}

// 甲、乙和丙等人工智能服务
bool closes_known_list(const Ground& g, Span name, Span& cue) {
  const Passage& p = g.passage;
  if (is_means(p, name)) return false;
  const std::uint32_t end = std::min(clause_end(p, name.end), name.end + 90);
  const Word* noun = g.words.first_in({name.end, end}, strong);
  if (noun == nullptr || !around::ends(p.text, noun->span.begin, "等")) return false;
  cue = noun->span;
  const std::string_view gap = p.text.substr(name.end, noun->span.begin - 3 - name.end);
  return gap.find("的") == std::string_view::npos || gap.find("、") < gap.find("的") || gap.find("和") != std::string_view::npos;
}

// A paragraph that compares three of them by rates.
void compared(const Ground& g, std::vector<Candidate>& out) {
  const Passage& p = g.passage;
  for (std::uint32_t at = p.body.begin; at < p.body.end;) {
    const auto newline = p.text.find('\n', at);
    const Span line{at, static_cast<std::uint32_t>(std::min<std::size_t>(newline, p.body.end))};
    at = line.end + 1;
    if (p.of(line).find('%') == std::string_view::npos) continue;
    std::vector<Span> names;
    for (const Word* w = g.words.first_in(line, name); w != nullptr; w = g.words.first_in({w->span.end, line.end}, name)) {
      names.push_back(w->span);
    }
    if (names.size() < kCompared) continue;
    for (const Span name : names) out.push_back({name, "app.compared", line});
  }
}

// An app that the body begins with and names again and again.
void topic(const Ground& g, std::vector<Candidate>& out) {
  const Passage& p = g.passage;
  const Word* first = g.words.first_in({p.body.begin, std::min(p.body.end, p.body.begin + 60)}, name);
  if (first == nullptr || first->span.begin > p.body.begin + 6) return;
  const std::string_view word = p.of(first->span);
  std::size_t times = 0;
  for (const Word& w : g.words.all()) times += (w.uses & name) != 0 && p.of(w.span) == word;
  if (times >= kOften) out.push_back({first->span, "app.topic", first->span});
}

}  // namespace

namespace {

// 滥用市场支配地位, 收购…股权: an item about the company of that name.
bool is_company_matter(const Passage& p) {
  constexpr std::array<std::string_view, 6> kMatters = {"垄断", "支配地位", "经营者集中", "股权", "财报", "上市公司"};
  const std::string_view title = p.of(p.title), opening = p.text.substr(p.body.begin, std::min<std::size_t>(p.body.size(), 600));
  return std::any_of(kMatters.begin(), kMatters.end(), [&](auto w) { return title.find(w) != std::string_view::npos || opening.find(w) != std::string_view::npos; });
}

}  // namespace

void well_known(const Ground& g, std::vector<Candidate>& out) {
  const Passage& p = g.passage;
  if (is_company_matter(p)) return;
  bool headline = false;
  for (const Word& w : g.words.all()) {
    if ((w.uses & name) == 0) continue;
    if (p.title.contains(w.span)) {
      if (is_channel(p, w.span.end) || is_part(p, w.span) || is_used(p, w.span)) continue;
      out.push_back({w.span, "app.headline", {}});
      headline = true;
      continue;
    }
    Span cue;
    if (closes_known_list(g, w.span, cue)) {
      out.push_back({w.span, "app.known-list", cue});
    } else if (const Span own = with_owner(p, w.span); !is_channel(p, w.span.end) && !names_firms(p, own) && is_object(g, own)) {
      out.push_back({own, "app.punished", {}});
    }
  }
  if (headline) compared(g, out);
  topic(g, out);
}

namespace {

// What is told of an app right behind its noun: 存在…, 未…, 被….
constexpr std::array<std::string_view, 25> kTold = {"存在", "未",   "被",   "违规", "违法", "涉嫌", "超范围",   "强制",     "过度", "频繁", "运营",
                                                    "开发", "负责", "企业", "公司", "因",   "泄露", "违反必要", "收集用户", "擅自", "私自", "出现",     "无法", "宕机", "崩溃"};
constexpr std::array<std::string_view, 7> kDone = {"约谈", "下架", "通报", "处罚", "责令", "警告", "封禁"};

bool is_filing(const Ground& g) {
  const std::string_view title = g.passage.of(g.passage.title);
  return title.find("备案") != std::string_view::npos || title.find("登记") != std::string_view::npos;
}

// 甲有限公司的|: an owner ends there.
bool has_owner(const Passage& p, std::uint32_t at) {
  if (!around::ends(p.text, at, "的")) return false;
  const std::uint32_t end = at - 3, low = end - std::min(end, 60u);
  return ending_at(p, WordClass::org_suffix, end, low) != nullptr || ending_at(p, WordClass::org, end, low) != nullptr;
}

// 侵害用户权益的, 请相关: words of the sentence.
bool is_said(std::string_view text) {
  static constexpr std::array<std::string_view, 26> kSaid = {"管理局", "属地", "应对", "责令", "相关", "有关", "运营", "侵害", "违规", "违法", "问题", "权益", "要求", "请",   "用户",
                                                             "系统", "部分", "多款", "要",   "查处", "排查", "整治", "针对", "严肃", "从严", "依法"};
  return around::holds_any(text, kSaid);
}

}  // namespace

namespace {

// 示例浏览器|存在…问题: a kind of app that ends the names of its apps, at the head of a clause.
void by_own_noun(const Ground& g, std::vector<Candidate>& out) {
  constexpr std::array<std::string_view, 4> kNouns = {"浏览器", "输入法", "网盘", "播放器"};
  const Passage& p = g.passage;
  for (const Word& noun : g.words.all()) {
    if ((noun.uses & trade) == 0 || around::ends_any(p.text, noun.span.end, kNouns) == 0) continue;
    const Span own{g.names.begin_of(noun.span.begin), noun.span.begin};
    if (own.size() < 6 || own.size() > 24 || !g.names.may_be(own) || is_said(p.of(own)) || clause_begin(p, own.begin) != own.begin) continue;
    if (around::starts_any(p.text, noun.span.end, kTold) != 0) out.push_back({{own.begin, noun.span.end}, "app.alone", noun.span});
  }
}

}  // namespace

void alone(const Ground& g, std::vector<Candidate>& out) {
  by_own_noun(g, out);
  const Passage& p = g.passage;
  const bool filing = is_filing(g);
  for (const Word& noun : g.words.all()) {
    if ((noun.uses & (filing ? strong | weak : strong)) == 0) continue;
    if (g.words.beginning_at(noun.span.end, strong | weak) != nullptr) continue;  // 大模型|算法
    const Span own{g.names.begin_of(noun.span.begin), noun.span.begin};
    if (own.size() < 6 || own.size() > 36 || !g.names.may_be(own)) continue;
    const Span whole{own.begin, noun.span.end};
    if (filing && has_owner(p, own.begin)) {
      out.push_back({whole, "app.owned", noun.span});
      continue;
    }
    if ((noun.uses & strong) == 0 || is_said(p.of(own))) continue;
    const bool before = around::ends_any(p.text, own.begin, kDone) != 0;
    const bool behind = around::starts_any(p.text, noun.span.end, kTold) != 0;
    const std::uint32_t clause = clause_begin(p, own.begin);
    if (before || (behind && (clause == own.begin || around::ends(p.text, own.begin, "的") || around::ends(p.text, own.begin, "对")))) {
      // 工商银行App: without the noun it is the bank
      const Hit* owner = ending_at(p, WordClass::org, own.end, own.begin);
      const bool company = owner != nullptr && owner->span == own;
      out.push_back({company ? whole : own, "app.alone", noun.span});
    }
  }
}

}  // namespace guanlan::apps
