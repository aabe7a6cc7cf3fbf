#include <algorithm>
#include <array>
#include <cctype>

#include "extract/apps/candidates.h"
#include "extract/apps/frame.h"
#include "extract/around.h"
#include "extract/list_noun.h"
#include "extract/orgs/words.h"
#include "text/utf8.h"

namespace guanlan::apps {
namespace {

constexpr std::size_t kOften = 5;     // mentions that make an app the topic
constexpr std::size_t kCompared = 3;  // names with rates in one sentence

// 腾讯|微信: with the company's name before it.
Span with_owner(const Passage& p, Span name) {
  const Hit* owner =
      ending_at(p, WordClass::org, name.begin, name.begin - std::min(name.begin, 18u));
  return owner != nullptr ? Span{owner->span.begin, name.end} : name;
}

bool is_channel(const Passage& p, std::uint32_t at) {
  if (frame().at(p.text, at, Frame::channel) != 0) return true;
  std::uint32_t i = at;  // LINE|雅虎公司
  for (int n = 0; n < 4 && utf8::is_han(around::next(p.text, i)); ++n) i += 3;
  const std::string_view own = p.text.substr(at, i - at + 6);
  const auto company = own.find("公司");
  return company != std::string_view::npos && company > 0 && !holds_word(own, "的") &&
         !holds_word(own, "和");
}

// 约谈|甲、乙等8家…平台公司: a list of firms, which are organisations.
bool names_firms(const Passage& p, Span name) {
  const bool listed =
      around::starts(p.text, name.end, "、") || around::ends(p.text, name.begin, "、");
  return listed && noun_of_list(p, name) == ListNoun::firms;
}

// 甲|被印度某局处以罚款, 甲应用程序|在某国被下架: at the head of a clause, what is done to it.
bool is_sufferer(const Ground& g, Span name) {
  constexpr std::uint32_t kReach = 45;  // bytes to 被
  const Passage& p = g.passage;
  const std::uint32_t clause = clause_begin(p, name.begin);
  const bool owned = name.begin - clause <= 24 && (around::ends(p.text, name.begin, "其") ||
                                                   around::ends(p.text, name.begin, "的"));
  if (clause != name.begin && !owned) return false;
  const std::uint32_t end = clause_end(p, name.end);
  const auto passive = p.text.substr(name.end, std::min(kReach, end - name.end)).find("被");
  if (passive == std::string_view::npos) return false;
  return g.words.first_in({name.end + static_cast<std::uint32_t>(passive), end}, blame) != nullptr;
}

// 对社交平台|甲处以罚款: what it is, before its name.
std::uint32_t before_kinds(const Ground& g, std::uint32_t at) {
  for (const Word* w = g.words.ending_at(at, strong | weak | trade); w != nullptr;
       w = g.words.ending_at(at, strong | weak | trade))
    at = w->span.begin;
  return at;
}

// 约谈|甲, 对|甲、乙…处罚: whether the name is what is punished.
bool is_object(const Ground& g, Span name) {
  const Passage& p = g.passage;
  constexpr std::array<std::string_view, 4> kBefore = {"对", "针对", "因", "就"};
  if (is_sufferer(g, name)) return true;
  std::uint32_t at = before_kinds(g, name.begin - (around::ends(p.text, name.begin, "“") ? 3 : 0));
  for (int n = 0; n < 6; ++n) {  // over the members before it: 约谈甲总编辑、|乙
    if (frame().before(p.text, at, Frame::direct) != 0) return true;
    if (around::ends_any(p.text, at, kBefore) != 0) {
      const std::uint32_t end = clause_end(p, name.end);
      const Word* done =
          g.words.first_in({name.end, std::min(part_of(p, name.end).end, end + 120)}, act | blame);
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
  if (frame().before(p.text, name.begin, Frame::played) != 0) return true;
  const bool opens = around::ends(p.text, name.begin, "“"),
             closes = around::starts(p.text, name.end, "”");
  return opens != closes;
}

// 通过甲、乙等App发布…: the means, not what the item is about.
bool is_means(const Passage& p, Span name) {
  const std::uint32_t begin = clause_begin(p, name.begin);
  const std::string_view before = p.text.substr(begin, name.begin - begin);
  if (holds_word(before, "运营的") || holds_word(before, "开发的")) return false;
  return before.starts_with("在") || frame().holds(before, Frame::means) ||
         frame().holds(before, Frame::handled);
}

// 利用|油管…收集数据, 在|抖音上…: in a headline the means of what it tells.
bool is_used(const Passage& p, Span name) {
  return frame().before(p.text, name.begin, Frame::means) != 0 ||
         around::ends(p.text, name.begin, "在");
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
  return !holds_word(gap, "的") || gap.find("、") < gap.find("的") || holds_word(gap, "和");
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
    for (const Word* w = g.words.first_in(line, name); w != nullptr;
         w = g.words.first_in({w->span.end, line.end}, name)) {
      names.push_back(w->span);
    }
    if (names.size() < kCompared) continue;
    for (const Span name : names) out.push_back({name, "app.compared", line});
  }
}

// An app that the body begins with and names again and again.
void topic(const Ground& g, std::vector<Candidate>& out) {
  const Passage& p = g.passage;
  const Word* first =
      g.words.first_in({p.body.begin, std::min(p.body.end, p.body.begin + 60)}, name);
  if (first == nullptr || first->span.begin > p.body.begin + 6) return;
  const std::string_view word = p.of(first->span);
  std::size_t times = 0;
  for (const Word& w : g.words.all()) times += (w.uses & name) != 0 && p.of(w.span) == word;
  if (times >= kOften) out.push_back({first->span, "app.topic", first->span});
}

// Example Inc., 示例(中国)技术有限公司: the company, told by its legal form.
bool is_company(const Passage& p, Span name) {
  const std::string_view word = p.of(name), body = p.of(p.body);
  if (body.find(std::string(word) + "(中国)") != std::string_view::npos) return true;
  if (!utf8::is_latin(utf8::decode(word, 0).cp)) return false;
  for (std::size_t at = body.find(word); at != std::string_view::npos;
       at = body.find(word, at + word.size())) {
    std::string_view rest = body.substr(at + word.size(), 24);
    if (!rest.starts_with(' ')) continue;
    const auto is_letter = [](char c) {
      return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '/';
    };
    const auto end = std::find_if_not(rest.begin() + 1, rest.end(), is_letter);
    if (orgs::has_latin_form(std::string(word) + std::string(rest.begin(), end))) return true;
  }
  return false;
}

// 滥用市场支配地位, 收购…股权: an item about the company of that name.
bool is_company_matter(const Passage& p) {
  const std::string_view title = p.of(p.title),
                         opening =
                             p.text.substr(p.body.begin, std::min<std::size_t>(p.body.size(), 600));
  return frame().holds(title, Frame::matter) || frame().holds(opening, Frame::matter);
}

}  // namespace

void well_known(const Ground& g, std::vector<Candidate>& out) {
  const Passage& p = g.passage;
  if (is_company_matter(p)) return;
  bool headline = false;
  for (const Word& w : g.words.all()) {
    if ((w.uses & name) == 0) continue;
    if (p.title.contains(w.span)) {
      if (is_channel(p, w.span.end) || is_part(p, w.span) || is_used(p, w.span) ||
          is_company(p, w.span))
        continue;
      out.push_back({w.span, "app.headline", {}});
      headline = true;
      continue;
    }
    Span cue;
    if (closes_known_list(g, w.span, cue)) {
      out.push_back({w.span, "app.known-list", cue});
    } else if (const Span own = with_owner(p, w.span);
               !is_channel(p, w.span.end) && !names_firms(p, own) && is_object(g, own)) {
      out.push_back({own, "app.punished", {}});
    }
  }
  if (headline) compared(g, out);
  topic(g, out);
}

namespace {

bool is_filing(const Ground& g) {
  const std::string_view title = g.passage.of(g.passage.title);
  return holds_word(title, "备案") || holds_word(title, "登记");
}

// 甲有限公司的|: an owner ends there.
bool has_owner(const Passage& p, std::uint32_t at) {
  if (!around::ends(p.text, at, "的")) return false;
  const std::uint32_t end = at - 3, low = end - std::min(end, 60u);
  return ending_at(p, WordClass::org_suffix, end, low) != nullptr ||
         ending_at(p, WordClass::org, end, low) != nullptr;
}

// 侵害用户权益的, 请相关: words of the sentence.
bool is_said(std::string_view text) { return frame().holds(text, Frame::said); }

// 示例浏览器|存在…问题: a kind of app that ends the names of its apps, at the head of a clause.
void by_own_noun(const Ground& g, std::vector<Candidate>& out) {
  const Passage& p = g.passage;
  for (const Word& noun : g.words.all()) {
    if ((noun.uses & trade) == 0 || frame().before(p.text, noun.span.end, Frame::own_noun) == 0)
      continue;
    const Span own{g.names.begin_of(noun.span.begin), noun.span.begin};
    if (own.size() < 6 || own.size() > 24 || !g.names.may_be(own) || is_said(p.of(own)) ||
        clause_begin(p, own.begin) != own.begin)
      continue;
    if (frame().at(p.text, noun.span.end, Frame::told) != 0)
      out.push_back({{own.begin, noun.span.end}, "app.alone", noun.span});
  }
}

// 应用|ExampleCare下线, 平台|ExampleChat遭攻击: behind a noun that much else is called; no company,
// no malware.
bool suffers(const Ground& g, const Word& noun, Span name) {
  constexpr std::uint32_t kBefore = 12, kBehind = 90;  // bytes
  const Passage& p = g.passage;
  if (frame().before(p.text, noun.span.end, Frame::other_noun) == 0 ||
      ending_at(p, WordClass::org, name.end, name.begin) != nullptr)
    return false;
  const std::uint32_t low = noun.span.begin - std::min(noun.span.begin, kBefore);
  if (frame().holds(p.text.substr(low, noun.span.begin - low), Frame::malware)) return false;
  const std::uint32_t end = std::min(clause_end(p, name.end), name.end + kBehind);
  return frame().holds(p.text.substr(name.end, end - name.end), Frame::suffered);
}

// AI智能体|ExampleBot正式上线: a name in Latin letters behind its noun, with what was done.
void behind_noun(const Ground& g, std::vector<Candidate>& out) {
  constexpr std::uint32_t kShortest = 3, kLongest = 40, kReach = 60;  // bytes
  const Passage& p = g.passage;
  for (const Word& noun : g.words.all()) {
    const std::uint32_t begin = noun.span.end;
    if ((noun.uses & (strong | weak)) == 0 || !utf8::is_latin(around::next(p.text, begin)))
      continue;
    const std::uint32_t limit = std::min(part_of(p, begin).end, begin + kLongest);
    std::uint32_t end = begin;
    while (end < limit) {
      const char32_t c = around::next(p.text, end);
      const bool inside = c == '-' || c == '.' || c == ' ';
      const char32_t behind = inside ? around::next(p.text, end + 1) : c;
      if (!utf8::is_latin(behind) && !utf8::is_digit(behind)) break;
      ++end;
    }
    const Span name{begin, end};
    if (name.size() < kShortest || !g.names.may_be(name)) continue;
    const std::uint32_t close = std::min(clause_end(p, end), end + kReach);
    const bool done = (noun.uses & strong) != 0
                          ? g.words.first_in({end, close}, act | blame) != nullptr
                          : suffers(g, noun, name);
    if (done) out.push_back({name, "app.alone", noun.span});
  }
}

// 示例购APP、示例行小程序|予以下架: each with its noun, in a clause that tells a deed.
void side_by_side(const Ground& g, std::vector<Candidate>& out) {
  const Passage& p = g.passage;
  std::vector<Candidate> run;
  std::uint32_t end = 0;
  const auto close = [&] {
    if (run.size() > 1) {
      const std::uint32_t first = run.front().span.begin;
      const Span clause{clause_begin(p, first), clause_end(p, end)};
      const bool done = g.words.first_in(clause, act | blame) != nullptr ||
                        frame().at(p.text, end, Frame::told) != 0;
      if (done && frame().before(p.text, first, Frame::passing) == 0)
        out.insert(out.end(), run.begin(), run.end());
    }
    run.clear();
  };
  for (const Word& noun : g.words.all()) {
    if ((noun.uses & strong) == 0) continue;
    const Span own{g.names.begin_of(noun.span.begin), noun.span.begin};
    if (own.size() < 6 || own.size() > 36 || !g.names.may_be(own) || is_said(p.of(own))) continue;
    const std::uint32_t joiner = joiner_before(p.text, own.begin);
    if (joiner == 0 || own.begin - joiner != end) close();
    run.push_back({own, "app.alone", noun.span});
    end = noun.span.end;
  }
  close();
}

}  // namespace

void alone(const Ground& g, std::vector<Candidate>& out) {
  by_own_noun(g, out);
  behind_noun(g, out);
  side_by_side(g, out);
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
    const bool before = frame().before(p.text, own.begin, Frame::done) != 0;
    const bool behind = frame().at(p.text, noun.span.end, Frame::told) != 0;
    const std::uint32_t clause = clause_begin(p, own.begin);
    if (before || (behind && (clause == own.begin || around::ends(p.text, own.begin, "的") ||
                              around::ends(p.text, own.begin, "对")))) {
      // 工商银行App: without the noun it is the bank
      const Hit* owner = ending_at(p, WordClass::org, own.end, own.begin);
      const bool company = owner != nullptr && owner->span == own;
      out.push_back({company ? whole : own, "app.alone", noun.span});
    }
  }
}

}  // namespace guanlan::apps
