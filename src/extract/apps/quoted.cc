#include <algorithm>
#include <array>

#include "extract/apps/candidates.h"
#include "extract/apps/frame.h"
#include "extract/around.h"
#include "extract/near.h"
#include "extract/shared_words.h"
#include "text/utf8.h"

namespace guanlan::apps {
namespace {

constexpr std::size_t kLongestQuoted = 66;  // bytes
constexpr std::uint32_t kShortText =
    4500;  // bytes; in a longer text a platform is named in passing

struct Quote {
  Span span, inner;
  bool book = false;
};

// 关于“清理空壳网站”的要求: words of a rule.
bool is_cited(const Passage& p, Span quote) {
  return frame().before(p.text, quote.begin, Frame::guide) != 0 ||
         frame().at(p.text, quote.end, Frame::rule) != 0;
}

// “百味XX”, “某某记账”, “易*借”: some of it is hidden.
bool is_masked(std::string_view words) {
  return words.find('*') != words.npos || frame().holds(words, Frame::hidden);
}

bool may_be_name(const Passage& p, Span inner) {
  const std::string_view words = p.of(inner);
  if (words.empty() || words.size() > kLongestQuoted) return false;
  return words.find_first_of(",:;!?\n\t%") == std::string_view::npos && !holds_word(words, "。") &&
         !holds_word(words, "、") && !is_masked(words);
}

std::vector<Quote> quotes_of(const Passage& p) {
  std::vector<Quote> out;
  for (const Bracket& b : p.brackets) {
    if (b.mark != Mark::quote && b.mark != Mark::book) continue;
    if (!out.empty() && out.back().span.contains(b.span)) continue;
    if (may_be_name(p, b.inner) && !is_cited(p, b.span))
      out.push_back({b.span, b.inner, b.mark == Mark::book});
  }
  return out;
}

// Quotes side by side: “甲”“乙”, 《甲》(版本1.0)、《乙》(版本2.0).
bool side_by_side(const Passage& p, const Quote& a, const Quote& b) {
  if (a.book != b.book || b.span.begin < a.span.end) return false;
  const std::uint32_t at = skip_paren(p, a.span.end);
  if (at > b.span.begin) return false;
  const std::string_view gap = p.text.substr(at, b.span.begin - at);
  return gap.empty() || gap == "、" || gap == "和" || gap == "及" || gap == "与" || gap == "以及" ||
         gap == ",";
}

bool is_versioned(const Passage& p, const Words& words, std::uint32_t at) {
  const std::uint32_t end = skip_paren(p, at);
  if (end == at) return false;
  if (words.first_in({at, end}, store) != nullptr) return true;
  const std::string_view inner = p.text.substr(at + 1, end - at - 2);
  return inner.size() > 2 && (inner[0] == 'V' || inner[0] == 'v') && inner[1] >= '0' &&
         inner[1] <= '9';
}

Span sentence_of(const Passage& p, std::uint32_t at) {
  const auto it = std::partition_point(p.sentences.begin(), p.sentences.end(), [&](Span s) {
    return p.title.contains(s.begin) ? !p.title.contains(at) || s.end <= at
                                     : !p.title.contains(at) && s.end <= at;
  });
  return it == p.sentences.end() ? Span{at, at} : *it;
}

// A group of quotes and the words around it, read once.
struct Group {
  std::size_t first = 0, last = 0;
  std::uint32_t begin = 0;  // of the first quotation
  const Word* before = nullptr;
  const Word* after = nullptr;
  bool acted_on = false;  // in the headline, or an act stands in the sentence
  bool owned = false;     // 甲公司的“…” where something is filed
  bool software = false;  // “…”等软件
};

// “涉诈APP”, “虚假平台”: a kind of thing.
bool is_vague(const Words& words, const Quote& quote) {
  const Word* first = words.beginning_at(quote.inner.begin, vague | trade | strong | weak);
  if (first == nullptr) return false;
  if ((first->uses & vague) != 0) return true;
  const Word* last = words.beginning_at(first->span.end, strong | weak);
  return first->span.end >= quote.inner.end ||
         (last != nullptr && last->span.end >= quote.inner.end);
}

// An owner before the quotation: 甲有限公司的|“…”, 乙研究院|“…”.
bool owner_ends(const Passage& p, std::uint32_t at) {
  const std::uint32_t end = around::ends(p.text, at, "的") ? at - 3 : at;
  const std::uint32_t low = end - std::min(end, 60u);
  return ending_at(p, WordClass::org_suffix, end, low) != nullptr ||
         ending_at(p, WordClass::org, end, low) != nullptr;
}

// 17个不同类型的|涉诈APP: whether the noun is counted, at most a few words before it.
bool is_counted(const Passage& p, std::uint32_t noun) {
  constexpr std::array<std::string_view, 4> kUnits = {"款", "个", "种", "批"};
  constexpr std::u32string_view kNumbers = U"两三四五六七八九十百余多";
  constexpr std::uint32_t kAttribute = 36;
  for (std::uint32_t at = noun; at > 0 && noun - at <= kAttribute;) {
    const std::uint32_t counter = around::ends_any(p.text, at, kUnits);
    const auto before = utf8::decode_before(p.text, at - counter);
    if (counter != 0 &&
        (utf8::is_digit(before.cp) || kNumbers.find(before.cp) != std::u32string_view::npos))
      return true;
    const auto d = utf8::decode_before(p.text, at);
    if (around::ends_clause(d.cp) || d.cp == U'、') return false;
    at -= d.size;
  }
  return false;
}

// 跨平台|“转世”: the noun is part of another word.
bool is_part_of_word(const Passage& p, const Word* noun) {
  constexpr std::array<std::string_view, 4> kWords = {"跨", "各", "全", "多"};
  return noun != nullptr && around::ends_any(p.text, noun->span.begin, kWords) != 0;
}

// 仍有21款APP未完成整改,包括|“甲”“乙”: the counted noun that a list of quotations belongs to; null:
// none.
const Word* announced(const Passage& p, const Words& words, std::uint32_t at) {
  constexpr std::array<std::string_view, 9> kOpens = {"包括", "分别为", "分别是", "涉及", "其中",
                                                      "有",   "即",     "为",     ":"};
  if (around::ends_any(p.text, at, kOpens) == 0) return nullptr;
  const Word* noun = words.last_in({sentence_of(p, at).begin, at}, strong);
  return noun != nullptr && is_counted(p, noun->span.begin) ? noun : nullptr;
}

// “示例科技有限公司”, “某省示例研究院”: the one behind it.
bool is_organisation(const Passage& p, Span inner) {
  return frame().before(p.text, inner.end, Frame::form) != 0;
}

// “甲”和“乙”等软件: an app by a common noun; not “丙”勒索软件.
bool is_software(const Passage& p, const Word* noun, std::uint32_t quote_end) {
  if (noun == nullptr || p.of(noun->span) != "软件" || noun->span.begin < quote_end) return false;
  const std::string_view gap = p.text.substr(quote_end, noun->span.begin - quote_end);
  return !frame().holds(gap, Frame::malware);
}

// 手机游戏|“甲”, 游戏|《乙》: a game that something is done to.
bool is_game(const Passage& p, std::uint32_t quote) {
  return frame().before(p.text, quote, Frame::game) != 0;
}

// “甲”“乙”等平台|企业, 网站|账号: firms and accounts, which are no apps.
bool counts_firms(const Passage& p, const Word* noun) {
  return noun != nullptr && (noun->uses & strong) == 0 &&
         frame().at(p.text, noun->span.end, Frame::firm) != 0;
}

// “甲”“乙”等网站|和自媒体账号: accounts among them, which are no apps.
bool holds_accounts(const Passage& p, const Word* noun) {
  constexpr std::array<std::string_view, 4> kJoins = {"和", "及", "、", "或"};
  if (noun == nullptr || around::starts_any(p.text, noun->span.end, kJoins) == 0) return false;
  return shared_words().holds(p.text.substr(noun->span.end, 24), Shared::media);
}

// “示例会议APP”: the noun inside the quotation, where the sentence tells that it is a fake.
bool names_fake(const Passage& p, const Words& words, Span inner) {
  const Word* noun = words.ending_at(inner.end, strong);
  if (noun == nullptr || noun->span.begin < inner.begin + 6) return false;
  const std::string_view sentence = p.of(sentence_of(p, inner.begin));
  return frame().holds(sentence, Frame::fake);
}

const char* rule_for(const Passage& p, const Words& words, const Quote& quote, const Group& g) {
  if (is_versioned(p, words, quote.span.end)) return "app.version";
  const auto strong_noun = [](const Word* w) { return w != nullptr && (w->uses & strong) != 0; };
  if (strong_noun(g.before) || strong_noun(g.after)) return "app.quoted";
  if (g.acted_on && is_game(p, g.begin)) return "app.quoted-game";
  if (quote.book || holds_accounts(p, g.after) || counts_firms(p, g.after)) return nullptr;
  if (g.software || names_fake(p, words, quote.inner)) return "app.quoted";
  if (g.owned) return "app.owned";
  if (!g.acted_on) return nullptr;
  if (g.before != nullptr || g.after != nullptr) return "app.quoted-platform";
  const Word* own = words.ending_at(quote.inner.end, strong | weak);
  const bool named =
      own != nullptr && own->span.begin > quote.inner.begin && quote.inner.size() >= 18;
  return named ? "app.quoted-system" : nullptr;
}

}  // namespace

void in_quotes(const Ground& ground, const Titles& titles, std::vector<Candidate>& out) {
  const Passage& p = ground.passage;
  const Words& words = ground.words;
  const std::string_view headline = p.of(p.title);
  const bool filing = holds_word(headline, "备案") || holds_word(headline, "登记");
  const std::vector<Quote> quotes = quotes_of(p);
  const auto is_document = [&](const Quote& q) {
    const auto it = std::partition_point(titles.all.begin(), titles.all.end(), [&](const Title& t) {
      return p.title.contains(t.span) ? !p.title.contains(q.span) || t.span.begin < q.span.begin
                                      : !p.title.contains(q.span) && t.span.begin < q.span.begin;
    });
    return it != titles.all.end() && it->span == q.span && it->kind != TitleKind::unknown &&
           it->kind != TitleKind::work;
  };
  for (std::size_t i = 0; i < quotes.size();) {
    Group g{i, i + 1, quotes[i].span.begin, nullptr, nullptr, false, false, false};
    while (g.last < quotes.size() && side_by_side(p, quotes[g.last - 1], quotes[g.last])) ++g.last;
    g.before = words.ending_at(quotes[g.first].span.begin, strong | weak);
    if (is_part_of_word(p, g.before)) g.before = nullptr;
    g.after = closing(p, words, skip_paren(p, quotes[g.last - 1].span.end)).noun;
    if (g.before == nullptr && g.after == nullptr && g.last - g.first > 1)
      g.before = announced(p, words, quotes[g.first].span.begin);
    g.acted_on = p.title.contains(quotes[i].span) ||
                 (p.body.size() <= kShortText &&
                  words.first_in(sentence_of(p, quotes[i].span.begin), act | blame) != nullptr);
    g.software = is_software(p, g.after, quotes[g.last - 1].span.end);
    g.owned = filing && owner_ends(p, quotes[i].span.begin);
    for (; i < g.last; ++i) {
      const char* rule = is_vague(words, quotes[i]) || is_document(quotes[i]) ||
                                 is_organisation(p, quotes[i].inner)
                             ? nullptr
                             : rule_for(p, words, quotes[i], g);
      if (rule == nullptr) continue;
      const Word* cue = g.after != nullptr ? g.after : g.before;
      out.push_back({quotes[i].inner, rule, cue != nullptr ? cue->span : Span{}});
    }
  }
}

}  // namespace guanlan::apps
