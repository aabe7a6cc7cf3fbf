#include <algorithm>
#include <array>

#include "extract/apps/candidates.h"
#include "extract/apps/frame.h"
#include "extract/around.h"
#include "extract/near.h"
#include "text/utf8.h"

namespace guanlan::apps {
namespace {

constexpr std::uint32_t kShortBody =
    4500;  // bytes; in a longer text a launch is one of many things told

bool has_class(const Passage& p, Span span, std::initializer_list<WordClass> classes) {
  // the title's hits stand first, then the body's; both ascending
  const auto middle = std::partition_point(
      p.hits.begin(), p.hits.end(), [&](const Hit& h) { return p.title.contains(h.span.begin); });
  const bool in_title = p.title.contains(span.begin);
  const auto last = in_title ? middle : p.hits.end();
  auto it = std::lower_bound(in_title ? p.hits.begin() : middle, last, span.begin,
                             [](const Hit& h, std::uint32_t at) { return h.span.begin < at; });
  for (; it != last && it->span.end <= span.end; ++it) {
    if (std::find(classes.begin(), classes.end(), it->cls) != classes.end()) return true;
  }
  return false;
}

// A name, not a kind of thing: with a place, a body or a company in it, Latin letters, or long.
bool is_specific(const Passage& p, const Words& words, Span name, Span noun,
                 std::size_t long_enough) {
  if (noun.begin <= name.begin + 5 || words.beginning_at(name.begin, vague) != nullptr)
    return false;
  const std::string_view own = p.text.substr(name.begin, noun.begin - name.begin);
  if (own.size() >= long_enough) return true;
  if (std::any_of(own.begin(), own.end(),
                  [](char c) { return utf8::is_latin(static_cast<unsigned char>(c)) && c > 0; }))
    return true;
  return has_class(p, {name.begin, noun.begin},
                   {WordClass::region, WordClass::country, WordClass::authority, WordClass::org});
}

// Only a date and words like 正式, 同步 between a name and its act.
bool is_near(std::string_view gap) {
  constexpr std::array<std::string_view, 30> kBetween = {
      "于",   "正式", "同步", "今日", "近日", "日前", "成功", "已",   "年", "月",
      "日",   "上午", "下午", "在",   "全面", "暨",   "将",   "建成", "并", "顺利",
      "率先", "全新", "今天", "昨天", "也",   "同时", "今年", "同日", "起", "举行"};
  for (std::size_t at = 0; at < gap.size();) {
    if (utf8::is_digit(static_cast<unsigned char>(gap[at]))) {
      ++at;
      continue;
    }
    const auto size = around::starts_any(gap, static_cast<std::uint32_t>(at), kBetween);
    if (size == 0) return false;
    at += size;
  }
  return true;
}

// 打造了|…系统, 推出全国首个|…平台: the word that says that it was made or opened, before a name.
Span made_before(const Passage& p, std::uint32_t at) {
  constexpr std::array<std::string_view, 10> kMade = {"打造", "建成", "研发", "开发", "推出",
                                                      "上线", "发布", "启用", "开通", "承接"};
  constexpr std::array<std::string_view, 12> kFirst = {
      "首个", "首款", "国内", "全国", "全省", "全市", "我国", "我省", "我市", "省内", "一个", "了"};
  std::uint32_t i = at;
  for (int step = 0; step < 4; ++step) {
    if (const auto size = around::ends_any(p.text, i, kFirst)) {
      i -= size;
    } else if (const auto own = ending_at(p, WordClass::region, i, i > 30 ? i - 30 : 0)) {
      i = own->span.begin;
    }
  }
  const auto size = around::ends_any(p.text, i, kMade);
  return size != 0 ? Span{i - size, i} : Span{};
}

// …系统|标杆: the noun is only part of a longer word.
bool goes_on(const Passage& p, std::uint32_t at) { return utf8::is_han(around::next(p.text, at)); }

bool has_flaw(const Passage& p, std::uint32_t at) {
  const std::string_view clause = p.text.substr(at, clause_end(p, at) - at);
  for (std::string_view flaw : {"漏洞", "泄露", "风险", "隐患", "万能密码", "问题"}) {
    if (clause.find(flaw) != std::string_view::npos) return true;
  }
  return false;
}

// P2P平台|点示贷|存多个高危漏洞: the name behind the noun, up to what is told of its hole; empty:
// none.
Span flawed_behind(const Ground& g, std::uint32_t at) {
  constexpr std::array<std::string_view, 5> kTold = {"存在", "存", "曝出", "被曝", "爆出"};
  constexpr std::uint32_t kLongest = 30;  // bytes
  const Passage& p = g.passage;
  if (frame().at(p.text, at, Frame::adverb) != 0) return {};
  for (std::uint32_t i = at; i < at + kLongest && i < p.text.size();) {
    const auto d = utf8::decode(p.text, i);
    if (i >= at + 6 && around::starts_any(p.text, i, kTold) != 0) {
      return has_flaw(p, i) && g.names.begin_of(i) <= at && g.names.may_be({at, i}) ? Span{at, i}
                                                                                    : Span{};
    }
    const bool blank = d.cp == ' ' && utf8::is_latin(around::next(p.text, i + 1));
    if (!utf8::is_han(d.cp) && !utf8::is_latin(d.cp) && !utf8::is_digit(d.cp) && !blank) return {};
    i += d.size;
  }
  return {};
}

// …平台遭到入侵, …系统被攻击
bool is_breached(std::string_view text, std::uint32_t at) {
  constexpr std::array<std::string_view, 4> kSuffers = {"遭到", "遭受", "遭", "被"};
  constexpr std::array<std::string_view, 6> kHow = {"入侵", "攻击", "黑客", "泄露", "攻破", "窃取"};
  const auto size = around::starts_any(text, at, kSuffers);
  return size != 0 && around::starts_any(text, at + size, kHow) != 0;
}

// 点示理财|P2P平台: the name without its trade.
Span before_trade(const Passage& p, Span name) {
  constexpr std::array<std::string_view, 5> kTrades = {"P2P", "O2O", "B2C", "B2B", "C2C"};
  for (const std::string_view trade : kTrades) {
    const auto at = p.of(name).find(trade);
    if (at != std::string_view::npos && at >= 6)
      return {name.begin, name.begin + static_cast<std::uint32_t>(at)};
  }
  return name;
}

}  // namespace

void launched(const Ground& g, std::vector<Candidate>& out) {
  const Passage& p = g.passage;
  const Words& words = g.words;
  const bool short_body = p.body.size() <= kShortBody;
  const bool opening = words.first_in(p.title, act | blame) != nullptr;
  for (const Word& noun : words.all()) {
    if ((noun.uses & weak) == 0 || p.of(noun.span) == "应用") continue;
    if (!short_body && !p.title.contains(noun.span)) continue;
    if (const Span behind = flawed_behind(g, noun.span.end); !behind.empty())
      out.push_back({behind, "app.flawed", noun.span});
    const std::uint32_t begin = g.names.begin_of(noun.span.begin);
    const Span name{begin, noun.span.end};
    const std::uint32_t at = noun.span.end;
    const std::string_view own = p.of(name);
    if (holds_word(own, "某") || holds_word(own, "公司")) continue;
    const bool flawed =
        (around::starts(p.text, at, "存在") && has_flaw(p, at)) || is_breached(p.text, at);
    if (begin == noun.span.begin || frame().before(p.text, noun.span.begin, Frame::no_name) != 0 ||
        !is_specific(p, words, name, noun.span,
                     flawed ? (around::ends(p.text, begin, "关于") ? 9u : 15u) : 30u))
      continue;
    const std::uint32_t end = std::min(clause_end(p, at), at + 60);
    const Word* after = words.first_in({at, end}, act);
    const std::string_view gap =
        after != nullptr ? p.text.substr(at, after->span.begin - at) : std::string_view();
    const bool ceremony = gap.starts_with("暨");  // …平台暨《…》发布仪式
    if (after != nullptr && (is_near(gap) || ceremony)) {
      out.push_back({name, "app.launched", after->span});
    } else if (const Span made = made_before(p, name.begin);
               !made.empty() && opening && !goes_on(p, at)) {
      out.push_back({name, "app.launched", made});
    } else if (flawed) {
      const Word* known = words.beginning_at(name.begin, apps::name);  // Slack|消息平台
      out.push_back(
          {known != nullptr ? known->span : before_trade(p, name), "app.flawed", {at, at + 6}});
    }
  }
}

}  // namespace guanlan::apps
