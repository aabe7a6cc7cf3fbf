#include <algorithm>
#include <array>

#include "extract/apps/candidates.h"
#include "extract/apps/frame.h"
#include "extract/around.h"
#include "text/utf8.h"

namespace guanlan::apps {
namespace {

constexpr std::array<std::string_view, 8> kCounters = {"款", "个", "家", "种",
                                                       "类", "项", "件", "批"};
constexpr std::array<std::string_view, 2> kOpenEnds = {
    "等", "在内的"};  // 甲、乙|等3款App, 包括甲、乙|在内的3款App
constexpr std::u32string_view kHanNumbers = U"一二两三四五六七八九十百千余多数";
constexpr std::uint32_t kFarNoun = 90;  // bytes from the list to its noun

// 11款, 三款, 百余个 at the offset: its end; the offset: no count.
std::uint32_t past_count(const Passage& p, std::uint32_t at) {
  std::uint32_t i = at;
  while (i < p.text.size()) {
    const auto d = utf8::decode(p.text, i);
    if (!utf8::is_digit(d.cp) && kHanNumbers.find(d.cp) == std::u32string_view::npos) break;
    i += d.size;
  }
  const auto size = i == at ? 0 : around::starts_any(p.text, i, kCounters);
  return size == 0 ? at : i + size;
}

// Whether the count at the offset (这三款, 3款) is `number`.
bool announces(const Passage& p, std::uint32_t at, std::size_t number) {
  if (around::starts(p.text, at, "这")) at += 3;
  const auto it =
      std::lower_bound(p.numerals.begin(), p.numerals.end(), at,
                       [](const Numeral& n, std::uint32_t a) { return n.span.begin < a; });
  return it != p.numerals.end() && it->span.begin == at && it->value == static_cast<double>(number);
}

// Whether the words between a list and its noun belong to the noun: nothing, 违法违规, …问题的.
bool is_attribute(std::string_view gap, bool counted) {
  constexpr std::size_t kLast = 9;  // bytes of the last attribute: 传播…信息的|违法
  if (gap.empty() || gap.ends_with("的")) return true;
  if (const auto of = gap.rfind("的");
      counted && of != std::string_view::npos && gap.size() - of <= kLast + 3)
    gap.remove_prefix(of + 3);
  if (gap.size() > (counted ? 24u : 12u)) return false;
  constexpr std::array<std::string_view, 6> kVerbs = {"对", "在", "向", "将", "和", "为"};
  return !around::holds_any(gap, kVerbs);
}

}  // namespace

Closing closing(const Passage& p, const Words& words, std::uint32_t at) {
  if (const Word* w = words.beginning_at(at, strong | weak)) return {w, false, false};
  Closing out;
  std::uint32_t i = at;
  if (const std::uint32_t size = around::starts_any(p.text, i, kOpenEnds); size != 0) {
    out.open = true;
    i += size;
  } else if (around::starts(p.text, i, "这")) {
    i += 3;
  }
  const std::uint32_t after = past_count(p, i);
  out.counted = after != i;
  if (!out.counted && !out.open) {  // “投资宝”虚假理财|App
    std::uint32_t end = at;
    for (const Word* w = words.beginning_at(end, vague | trade); w != nullptr;
         w = words.beginning_at(end, vague | trade))
      end = w->span.end;
    return end == at ? Closing{} : Closing{words.beginning_at(end, strong | weak), false, false};
  }
  const std::uint32_t end = std::min(clause_end(p, after), after + kFarNoun);
  for (const Word* w = words.first_in({after, end}, strong | weak); w != nullptr;
       w = words.first_in({w->span.end, end}, strong | weak)) {
    const std::string_view gap = p.text.substr(after, w->span.begin - after);
    if (holds_word(gap, "、")) break;
    if (is_attribute(gap, out.counted)) {
      out.noun = w;
      return out;
    }
  }
  return out;
}

namespace {

// 此次查处的APP涉及甲、乙等|应用商店: where the apps were found, but in an item on shops.
bool is_shop_beside(const Ground& g, const Word* noun) {
  constexpr std::array<std::string_view, 3> kShops = {"商店", "市场", "分发平台"};
  if (noun == nullptr) return false;
  const std::string_view title = g.passage.of(g.passage.title), own = g.passage.of(noun->span);
  return around::holds_any(own, kShops) && !around::holds_any(title, kShops);
}

constexpr std::array<std::string_view, 11> kCopulas = {
    "分别为", "分别是", "具体为", "包括", "包含", "还有", "为", "有", "是", "如下:", ":"};

// 共发现50款APP存在…行为,|分别是: the apps are counted in the clause before.
bool counts_apps(const Passage& p, const Words& words, std::uint32_t comma) {
  const Word* noun = words.first_in({clause_begin(p, comma), comma}, strong);
  return noun != nullptr && around::ends_any(p.text, noun->span.begin, kCounters) != 0;
}

// Whether what stands before 包括 is apps: 已备案模型,具体|包括; 备案清单|包含; 新增3款大模型包括;
// 下架APP(SDK)|分别是.
bool heads_apps(const Passage& p, const Words& words, std::uint32_t at) {
  std::uint32_t i = at;
  while (i > 3 && (p.text[i - 1] == ',' || around::ends(p.text, i, "具体") ||
                   around::ends(p.text, i, "主要") || around::ends(p.text, i, "分别"))) {
    if (p.text[i - 1] == ',' && counts_apps(p, words, i - 1)) return true;
    i -= p.text[i - 1] == ',' ? 1 : 6;
  }
  if (p.text[at] == ':' && around::ends(p.text, i, "为")) i -= 3;  // 被下架的App|为:
  const std::uint32_t bare = around::ends(p.text, i, "(SDK)") ? i - 5 : i;
  return words.ending_at(i, strong) != nullptr || words.ending_at(bare, strong) != nullptr ||
         frame().before(p.text, i, Frame::head) != 0;
}

void add_all(const std::vector<Span>& members, const char* rule, Span cue,
             std::vector<Candidate>& out) {
  for (const Span member : members) out.push_back({member, rule, cue});
}

// 涉及的App为甲、乙 · 存在问题的3款小程序分别是甲、乙、丙
void of_problem(const Ground& g, std::vector<Candidate>& out) {
  const Passage& p = g.passage;
  for (const Word& noun : g.words.all()) {
    if ((noun.uses & strong) == 0 || p.title.contains(noun.span)) continue;
    const std::uint32_t low = noun.span.begin - std::min(noun.span.begin, 36u);
    const std::string_view before = p.text.substr(low, noun.span.begin - low);
    const auto clause = before.find_last_of(",;:\n");
    const std::string_view own =
        clause == std::string_view::npos ? before : before.substr(clause + 1);
    if (!holds_word(own, "涉及") && !holds_word(own, "问题的") && !holds_word(own, "整改的") &&
        !holds_word(own, "通报的")) {
      continue;
    }
    const std::uint32_t copula = around::starts_any(p.text, noun.span.end, kCopulas);
    if (copula == 0) continue;
    const std::uint32_t colon = noun.span.end + copula;
    const std::uint32_t at = colon + (around::starts(p.text, colon, ":") ? 1 : 0);
    const auto members = g.names.from(at, std::min(p.body.end, at + 6000));
    if (members.empty() || is_shop_beside(g, closing(p, g.words, members.back().end).noun))
      continue;
    add_all(members, "app.listed", noun.span, out);
  }
}

}  // namespace

void listed(const Ground& g, std::vector<Candidate>& out) {
  const Passage& p = g.passage;
  if (g.words.first_in(p.body, strong | weak) == nullptr &&
      g.words.first_in(p.title, strong) == nullptr)
    return;
  of_problem(g, out);
  const bool notice =
      p.of(p.title).ends_with("的通报") && g.words.first_in(p.title, strong) != nullptr;
  if (!notice && g.words.first_in(p.title, act | blame) == nullptr) return;
  for (const Span sentence : p.sentences) {
    if (p.title.contains(sentence)) continue;
    const std::string_view text = p.of(sentence);
    for (const std::string_view opener : frame().words(Frame::opener)) {
      const auto found = find_word(text, opener);
      if (found == std::string_view::npos) continue;
      const auto at = sentence.begin + static_cast<std::uint32_t>(found);
      if (!heads_apps(p, g.words, at)) continue;
      std::uint32_t behind = at + static_cast<std::uint32_t>(opener.size());
      if (around::starts(p.text, behind, ":")) ++behind;
      const auto members = g.names.from(behind, std::min<std::uint32_t>(p.body.end, behind + 6000));
      if (members.size() < 2 || is_shop_beside(g, closing(p, g.words, members.back().end).noun))
        continue;
      add_all(members, "app.listed", {at, behind}, out);
      break;
    }
  }
}

namespace {

// 在微信、抖音等App上…: where something was done, not what it was done to.
bool in_passing(const Passage& p, Span first, const Closing& end) {
  if (frame().before(p.text, first.begin, Frame::passing) != 0 &&
      frame().before(p.text, first.begin, Frame::direct) == 0)
    return true;  // not 禁用
  return frame().at(p.text, end.noun->span.end, Frame::upon) != 0;
}

// 5家企业在APP…, 3家公司运营的小程序: the count of the firms behind their apps.
bool counts_firms(const Passage& p, const Words& words, std::uint32_t at) {
  const std::uint32_t after = past_count(p, at);
  constexpr std::array<std::string_view, 4> kFirms = {"企业", "公司", "运营者", "运营主体"};
  const auto firms = after == at ? 0 : around::starts_any(p.text, after, kFirms);
  if (firms == 0) return false;
  const std::uint32_t end = after + firms;
  return words.first_in({end, std::min(clause_end(p, end), end + 24)}, strong) != nullptr;
}

// 四家网约车平台|企业: the firms, not the platforms.
bool is_firm(const Passage& p, std::uint32_t at) {
  constexpr std::array<std::string_view, 4> kFirms = {"企业", "公司", "运营", "负责人"};
  return around::starts_any(p.text, at, kFirms) != 0;
}

// 就|甲、乙等网站…问题依法约谈, 对|甲等平台…予以处罚.
bool is_blamed(const Ground& g, Span first, const Closing& end) {
  const Passage& p = g.passage;
  constexpr std::array<std::string_view, 4> kWhom = {"就", "针对", "对", "因"};
  const std::uint32_t clause = clause_begin(p, first.begin);
  if (around::starts_any(p.text, clause, kWhom) == 0) return false;
  return g.words.first_in({end.noun->span.end, clause_end(p, end.noun->span.end)}, blame) !=
         nullptr;
}

// 甲、乙等平台|被约谈处罚: at the head of a clause.
bool suffers(const Ground& g, Span first, const Closing& end) {
  const Passage& p = g.passage;
  const std::uint32_t behind = end.noun->span.end;
  const bool head = clause_begin(p, first.begin) == first.begin || first.begin == p.title.begin;
  return head && around::starts(p.text, behind, "被") &&
         g.words.first_in({behind, clause_end(p, behind)}, blame) != nullptr;
}

// 示例促进联盟|等7家非法社会组织网站
bool is_association(const Passage& p, Span member) {
  const Hit* ending = ending_at(p, WordClass::org_suffix, member.end, member.begin);
  return ending != nullptr && ending->span.begin > member.begin + 6 &&
         p.lexicon->table(WordClass::org_suffix).cell(ending->row, "kind") == "association";
}

// 网信办联合市公安局|、市文化局对|3家网站: bodies and what they do, not the sites that are counted.
bool ends_elsewhere(const Passage& p, const std::vector<Span>& members) {
  constexpr std::array<std::string_view, 6> kToward = {"对", "向", "将", "把", "为", "约谈"};
  if (around::ends_any(p.text, members.back().end, kToward) != 0 ||
      around::ends_any(p.text, members.front().end, kToward) != 0)
    return true;
  return std::any_of(members.begin(), members.end(), [&](Span m) {
    const Hit* head = ending_at(p, WordClass::authority_head, m.end, m.begin);
    return (head != nullptr && !p.of(m).ends_with("中心")) || is_association(p, m);
  });
}

// 中国示例公司|支付宝: a well-known app behind the country and the firm that it is of.
Span without_country(const Ground& g, Span member) {
  const Word* known = g.words.ending_at(member.end, name);
  if (known == nullptr || known->span.begin <= member.begin) return member;
  const Hit* owner = ending_at(g.passage, WordClass::org, known->span.begin, member.begin);
  const std::uint32_t at = owner != nullptr ? owner->span.begin : known->span.begin;
  return ending_at(g.passage, WordClass::country, at, member.begin) != nullptr ? known->span
                                                                               : member;
}

void close_list(const Ground& g, std::uint32_t at, std::vector<Candidate>& out) {
  const Passage& p = g.passage;
  const Closing end = closing(p, g.words, at);
  const bool firms = end.noun == nullptr && counts_firms(p, g.words, at);
  if ((end.noun == nullptr && !firms) || is_shop_beside(g, end.noun)) return;
  std::vector<Span> members = g.names.before(at);
  if (members.empty() || (members.size() < 2 && !end.open)) return;
  if (ends_elsewhere(p, members)) return;
  if ((end.noun == nullptr || (end.noun->uses & strong) == 0) && !firms &&
      is_firm(p, end.noun->span.end))
    return;
  if (firms) return add_all(members, "app.counted", {at, at + 3}, out);
  const bool acted = g.words.first_in(p.title, act | blame | strong) != nullptr;
  const bool blamed = g.words.ending_at(members.front().begin, blame) != nullptr ||
                      suffers(g, members.front(), end);  // 约谈|甲、乙等第三方平台
  const bool sure = blamed || is_blamed(g, members.front(), end) ||
                    ((end.noun->uses & strong) != 0 && (end.counted || acted));
  if (!sure && !(acted && end.counted && p.title.size() > 0)) return;
  if (in_passing(p, members.front(), end)) return;
  for (Span& member : members) member = without_country(g, member);
  add_all(members, "app.counted", end.noun->span, out);
}

// “甲,乙和丙”|这三款App: one quotation around the list, as many as the count says.
void in_one_quotation(const Ground& g, std::vector<Candidate>& out) {
  constexpr std::array<std::string_view, 4> kBetween = {"、", ",", "和", "与"};
  const Passage& p = g.passage;
  for (const Bracket& b : p.brackets) {
    const Closing end = b.mark == Mark::quote ? closing(p, g.words, b.span.end) : Closing{};
    if (!end.counted || end.noun == nullptr || (end.noun->uses & strong) == 0) continue;
    std::vector<Span> members{{b.inner.begin, b.inner.end}};
    for (std::uint32_t at = b.inner.begin; at < b.inner.end; at += utf8::decode(p.text, at).size) {
      const std::uint32_t size = around::starts_any(p.text, at, kBetween);
      if (size == 0) continue;
      members.back().end = at;
      members.push_back({at + size, b.inner.end});
    }
    const bool fits = members.size() > 1 && announces(p, b.span.end, members.size());
    if (fits &&
        std::all_of(members.begin(), members.end(), [&](Span m) { return g.names.may_be(m); })) {
      add_all(members, "app.counted", end.noun->span, out);
    }
  }
}

bool begins_count(const Passage& p, std::uint32_t at) { return past_count(p, at) != at; }

}  // namespace

void counted(const Ground& g, std::vector<Candidate>& out) {
  const Passage& p = g.passage;
  in_one_quotation(g, out);
  for (const Span part : {p.title, p.body}) {
    const std::string_view text = p.of(part);
    for (const std::string_view end : kOpenEnds) {
      for (std::size_t at = find_word(text, end); at != std::string_view::npos;
           at = find_word(text, end, at + end.size())) {
        close_list(g, part.begin + static_cast<std::uint32_t>(at), out);
      }
    }
  }
  for (const Numeral& n : p.numerals) {
    if (n.span.begin == 0 || around::ends(p.text, n.span.begin, "等") ||
        !begins_count(p, n.span.begin))
      continue;
    if (utf8::is_han(utf8::decode_before(p.text, n.span.begin).cp) ||
        utf8::is_latin(utf8::decode_before(p.text, n.span.begin).cp)) {
      close_list(g, n.span.begin, out);
    }
  }
}

void versioned(const Ground& g, std::vector<Candidate>& out) {
  constexpr std::string_view kMark = "(版本";
  const Passage& p = g.passage;
  const std::string_view body = p.of(p.body);
  for (std::size_t found = body.find(kMark); found != std::string_view::npos;
       found = body.find(kMark, found + kMark.size())) {
    const auto at = p.body.begin + static_cast<std::uint32_t>(found);
    const Span name{g.names.begin_of(at), at};
    const std::uint32_t digits = at + static_cast<std::uint32_t>(kMark.size());
    if (name.empty() || !g.names.may_be(name) || g.words.ending_at(at, vague | column) != nullptr)
      continue;
    out.push_back({name, "app.version", {at, digits}});
  }
}

namespace {

// The name that a numbered line begins with: 1.甲(甲公司), 2、乙; empty: another kind of line.
Span numbered_name(const Ground& g, Span line) {
  const Passage& p = g.passage;
  std::uint32_t at = line.begin;
  while (at < line.end && p.text[at] == ' ') ++at;
  std::uint32_t i = at;
  while (i < line.end && utf8::is_digit(static_cast<unsigned char>(p.text[i]))) ++i;
  if (i == at || i - at > 4 || i >= line.end) return {};
  if (p.text[i] == '.' || p.text[i] == ')')
    ++i;
  else if (around::starts(p.text, i, "、"))
    i += 3;
  else
    return {};
  while (i < line.end && p.text[i] == ' ') ++i;
  const std::string_view rest = p.text.substr(i, line.end - i);
  if (holds_word(rest, "。")) return {};
  const auto stop = std::min(rest.find_first_of("(,:;/ "), rest.size());
  const Span name{i, i + static_cast<std::uint32_t>(stop)};
  if (name.size() > 36 || !g.names.may_be(name)) return {};
  for (const std::string_view mark : {"未", "违规", "的", "收集", "、", "“", "《", "问题"}) {
    if (p.of(name).find(mark) != std::string_view::npos) return {};
  }
  return name;
}

}  // namespace

void numbered(const Ground& g, std::vector<Candidate>& out) {
  const Passage& p = g.passage;
  if (g.words.first_in(p.title, strong) == nullptr) return;
  std::vector<Candidate> run;
  bool announced = false;
  const auto close = [&] {
    if (run.size() >= 2) out.insert(out.end(), run.begin(), run.end());
    run.clear();
  };
  for (std::uint32_t at = p.body.begin; at < p.body.end;) {
    const auto newline = p.text.find('\n', at);
    const Span line{at, static_cast<std::uint32_t>(std::min<std::size_t>(newline, p.body.end))};
    at = line.end + 1;
    if (const Span name = numbered_name(g, line); announced && !name.empty()) {
      run.push_back({name, "app.numbered", {line.begin, name.begin}});
      continue;
    }
    close();
    const std::string_view words = p.of(line);
    announced = words.ends_with(":") || frame().holds(words, Frame::announce);
  }
  close();
}

}  // namespace guanlan::apps
