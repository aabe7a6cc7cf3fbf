#include "extract/orgs/edges.h"

#include <algorithm>
#include <array>

#include "extract/orgs/words.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan::orgs {
namespace {

// Characters that no name goes over, and those that a name of legal form may hold (华为, 小米有品).
constexpr std::u32string_view kHard =
    U",。;:!?、()《》“”‘’【】[]<>\"'…|\n\t+=的由对向被将是该其某据从以给并就把他它她于遭";
constexpr std::u32string_view kSoft = U"了在为等到经各每有至自让使我你这那此";
constexpr std::u32string_view kOpening = U"每我你有至";  // soft ones that a name may begin with
constexpr std::u32string_view kOrdinals = U"第届次一二三四五六七八九十";
constexpr std::u32string_view kJoiners = U"和与及同暨";

bool is_hard(char32_t cp) { return kHard.find(cp) != std::u32string_view::npos; }
bool is_soft(char32_t cp) { return kSoft.find(cp) != std::u32string_view::npos; }

// Which endings may follow which: an association has committees and branches, a university schools.
bool goes_on(std::string_view from, std::string_view to) {
  if (from == "association") return to == "committee";
  if (from == "university" && to == "hospital") return true;
  if (from == "university" || from == "institute") return to == "university" || to == "institute";
  if (to == "association" || to == "committee" || to == "group" || to == "club" || to == "hospital")
    return false;
  return to == "company" || to == "institute" || to == "bank" || to == "media";
}

}  // namespace

bool is_legal_form(std::string_view ending) {
  return holds_word(ending, "有限") || holds_word(ending, "股份公司") ||
         holds_word(ending, "株式会社");
}

Edges::Edges(const bodies::Part& part, const Tokens& tokens)
    : part_(part),
      tokens_(tokens),
      endings_(part.passage().lexicon->table(WordClass::org_suffix)),
      kind_(endings_.column("kind")),
      weak_(endings_.column("weak")) {}

std::uint32_t Edges::stretch(std::uint32_t end, bool legal) const {
  std::uint32_t at = end;
  while (at > part_.span().begin && end - at < 100) {
    if (const Token* token = tokens_.covering(at)) {
      const bool named = legal && (follows_place(token->span) || token->span.end == end);
      const bool verb = token->kind == Token::verb && !named;  // not 企业管理|咨询|有限公司
      const bool inside =
          token->kind == Token::generic && token->span.end == end;  // 国家|社会组织|联合会
      if (verb || token->kind == Token::body || (token->kind == Token::generic && !inside))
        return std::min(token->span.end, end);
      at = token->span.begin;
      continue;
    }
    if (at < end && word_before(part_, at, Around::lead) != 0) break;
    const auto d = utf8::decode_before(part_.passage().text, at);
    if (d.cp == ')' && at < end + 1) {
      const std::uint32_t open = opened_at(at);
      if (open == at) break;
      at = open;
      continue;
    }
    if ((is_hard(d.cp) || is_soft(d.cp)) && in_word(at - d.size)) {
      at -= d.size;
      continue;
    }
    if (is_hard(d.cp)) break;
    if (is_soft(d.cp) && !(legal && (end - at < 6 || opens_name(at - d.size, d.cp)))) break;
    if (kJoiners.find(d.cp) != std::u32string_view::npos && tokens_.closes_name(at - d.size)) break;
    if (!utf8::is_han(d.cp) && !utf8::is_latin(d.cp) && !utf8::is_digit(d.cp) && d.cp != ' ' &&
        d.cp != '-' && d.cp != U'·')
      break;
    at -= d.size;
  }
  return at;
}

// 杭州|联合|农村商业银行股份有限公司: a verb behind a place is part of the name.
bool Edges::follows_place(Span verb) const {
  const Token* before = tokens_.covering(verb.begin);
  return part_.of(verb) == "联合" && before != nullptr && before->kind == Token::place &&
         before->span.end == verb.begin;
}

// Whether the character at the offset is the first or second of a word of the class.
bool Edges::in_word(std::uint32_t at) const {
  if (orgs::word_at(part_, at, Around::whole) != 0) return true;
  return at >= part_.span().begin + 3 && orgs::word_at(part_, at - 3, Around::whole) != 0;
}

// (北京) inside a name: where it opens; `at`: there is none before the offset.
std::uint32_t Edges::opened_at(std::uint32_t at) const {
  const std::uint32_t from = std::max(part_.span().begin, at - std::min(at, 26u));
  const std::string_view before = part_.of({from, at - 1});
  const auto open = before.rfind('(');
  if (open == std::string_view::npos || open == 0) return at;
  const std::string_view inner = before.substr(open + 1);
  if (inner.empty() || inner.find_first_of(",;:)") != std::string_view::npos ||
      utf8::is_digit(static_cast<unsigned char>(inner[0])))
    return at;
  const auto outer =
      utf8::decode_before(part_.passage().text, from + static_cast<std::uint32_t>(open));
  return utf8::is_han(outer.cp) || utf8::is_latin(outer.cp)
             ? from + static_cast<std::uint32_t>(open)
             : at;
}

// 每日优鲜 after a stop: the soft character is the name's own first.
bool Edges::opens_name(std::uint32_t at, char32_t cp) const {
  if (kOpening.find(cp) == std::u32string_view::npos) return false;
  const std::string_view before = part_.before(at);
  return before.empty() || is_hard(utf8::decode(before, 0).cp);
}

// 省铁塔公司 after a stop.
bool Edges::begins_relative(std::uint32_t at) const {
  if (!part_.looking_back(at, "省") && !part_.looking_back(at, "市")) return false;
  const std::string_view before = part_.before(at - 3);
  if (before.empty()) return true;
  const char32_t cp = utf8::decode(before, 0).cp;
  return is_hard(cp) || is_soft(cp) || kJoiners.find(cp) != std::u32string_view::npos;
}

std::uint32_t Edges::proper_start(std::uint32_t from, std::uint32_t end) const {
  std::uint32_t best = end;
  const Token* token = tokens_.first_from(from);
  while (token != nullptr && token->span.begin < end &&
         part_.looking_back(token->span.begin, "(")) {
    token = tokens_.first_from(token->span.end);
  }
  if (token != nullptr && token->span.begin < end && token->kind != Token::verb &&
      token->kind != Token::generic)
    best = token->span.begin;
  for (const std::string_view word : kNational) {
    const std::string_view text = part_.of({from, end});
    const auto at = text.find(word);
    if (at == std::string_view::npos) continue;
    const std::uint32_t begin = from + static_cast<std::uint32_t>(at),
                        behind = begin + static_cast<std::uint32_t>(word.size());
    const Token* place = word == "首都" ? tokens_.at(behind) : nullptr;
    if (place == nullptr || place->kind != Token::place)
      best = std::min(best, begin);  // not 赞比亚首都|卢萨卡
  }
  return best;
}

bool Edges::is_whole(std::uint32_t from, std::uint32_t end, std::uint32_t reach) const {
  const std::uint32_t proper = proper_start(from, end);
  if (proper == from || proper == end || proper - from > reach) return false;
  if (reach <= 6 && is_trade(part_.of({from, proper}))) return false;
  static constexpr std::u32string_view kClean = U"、“:有是为由向对与和及的被将给\t";
  if (reach > 6 && is_one(part_.of({from, proper}), Around::brand))
    return true;  // 数字|广东某建设有限公司
  const std::string_view before = part_.before(from);
  const bool clean =
      !before.empty() && kClean.find(utf8::decode(before, 0).cp) != std::u32string_view::npos;
  return clean || word_before(part_, from, Around::lead) != 0;
}

std::uint32_t Edges::past_venue(const Name& name, const Hit& ending) const {
  const Token* place = tokens_.at(name.span.begin);
  const bool company = name.kind == "company" || name.kind == "group";
  if (!company || place == nullptr || place->kind != Token::place ||
      !part_.looking_back(name.span.begin, "在"))
    return name.span.begin;
  const std::string_view words = part_.of(place->span);
  const bool full = words.ends_with("市") || words.ends_with("县") || words.ends_with("区");
  const std::string_view own =
      part_.of({std::min(place->span.end, ending.span.begin), ending.span.begin});
  return full && own.size() >= 6 && !is_trade(own) && !is_legal_form(part_.of(ending.span))
             ? place->span.end
             : name.span.begin;
}
std::uint32_t Edges::book_before(std::uint32_t end) const {
  for (const Bracket& b : part_.passage().brackets) {
    if (b.span.end == end && part_.span().contains(b.span.begin)) return b.span.begin;
  }
  return end;
}

std::uint32_t Edges::past_verbs(std::uint32_t from, std::uint32_t end) const {
  if (part_.looking_at(from, "与") && from + 3 < end) from += 3;  // 与|Example网络犯罪团伙
  for (bool more = true; more;) {
    more = false;
    for (const Hit& hit : part_.at(from)) {
      if (hit.cls != WordClass::act || hit.span.end > end) continue;
      from = hit.span.end;
      more = true;
      break;
    }
  }
  return from;
}

// 总编辑|和|示例集团, not 和示集团 behind a stop.
std::uint32_t Edges::past_joiner(std::uint32_t from, std::uint32_t end) const {
  const std::string_view left = part_.before(from);
  const bool joins = part_.looking_at(from, "和") && from + 6 < end && !left.empty() &&
                     utf8::is_han(utf8::decode(left, 0).cp);
  return joins ? from + 3 : from;
}

bool Edges::has_clean_left(std::uint32_t from) const {
  const std::string_view before = part_.before(from);
  return before.empty() || is_hard(utf8::decode(before, 0).cp) ||
         word_before(part_, from, Around::lead) != 0 || tokens_.covering(from) != nullptr;
}

bool Edges::has_clean_edges(std::uint32_t from, std::uint32_t end) const {
  if (end - from > 30 || end - from < 12) return false;
  const std::string_view after = part_.next(end);
  const bool left = has_clean_left(from);
  const auto hits = part_.at(end);
  const bool verb =
      std::any_of(hits.begin(), hits.end(), [](const Hit& h) { return h.cls == WordClass::act; });
  const bool right = after.empty() || is_hard(utf8::decode(after, 0).cp) || verb ||
                     word_at(part_, end, Around::post) != 0;
  return left && right;
}

// The ending at the offset, the longest; null: none.
const Hit* Edges::ending_at(std::uint32_t at) const {
  for (const Hit& hit : part_.at(at)) {
    if (hit.cls == WordClass::org_suffix) return &hit;
  }
  return nullptr;
}

void Edges::extend(Name& name) const {
  while (extend_once(name)) {
  }
  if (!part_.looking_at(name.span.end, "(")) return;  // 新闻宣传中心(人民邮电报社)
  for (const Hit& hit : part_.from(name.span.end + 1)) {
    if (hit.span.begin > name.span.end + 30) break;
    if (hit.cls == WordClass::org_suffix && part_.looking_at(hit.span.end, ")") &&
        endings_.at(hit.row, kind_) == "media") {
      name.span.end = hit.span.end + 1;
      return;
    }
  }
}

// 示例|(广州)|信息技术有限公司: the seat in brackets inside a name.
std::uint32_t Edges::past_seat(std::uint32_t at) const {
  constexpr std::size_t kLongest = 27;  // bytes
  if (!part_.looking_at(at, "(")) return at;
  const std::string_view inner =
      part_.of({at + 1, std::min<std::uint32_t>(part_.span().end, at + 1 + kLongest)});
  const auto close = inner.find(')');
  const Token* place = tokens_.at(at + 1);
  const bool seat = place != nullptr && place->kind == Token::place &&
                    close != std::string_view::npos && place->span.end <= at + 1 + close;
  return seat ? at + 2 + static_cast<std::uint32_t>(close) : at;
}

// 示例大学|第一|附属医院, 附属|第二|医院: the number of a university's hospital.
bool Edges::is_numbered_hospital(std::uint32_t at) const {
  static constexpr std::u32string_view kNumbers = U"一二三四五六七八九十";
  if (!part_.looking_at(at, "第")) return false;
  const std::string_view number = part_.next(at + 3);
  if (number.empty() || kNumbers.find(utf8::decode(number, 0).cp) == std::u32string_view::npos)
    return false;
  return part_.looking_back(at, "附属") || part_.looking_at(at + 6, "附属") ||
         part_.looking_at(at + 6, "临床");
}

bool Edges::extend_once(Name& name) const {
  constexpr int kLegalReach = 14;  // characters up to 有限公司, which nothing else can end in
  const bool academic = name.kind == "university" || name.kind == "institute";
  const int limit = academic ? 14 : name.kind == "association" ? 8 : 5;
  std::uint32_t at = past_seat(name.span.end);
  if (const Token* place = tokens_.at(at); place != nullptr && place->kind == Token::place)
    at = place->span.end;
  if (academic) at += word_at(part_, at, Around::belt);  // 示例大学|长三角|研究院
  for (int n = 0; n <= kLegalReach; ++n) {
    if (const Hit* ending = ending_at(at)) {
      const std::string_view kind = endings_.at(ending->row, kind_);
      const bool weak = endings_.at(ending->row, weak_) == "yes";
      if (n > limit && !is_legal_form(part_.of(ending->span))) return false;
      const bool legal = n == 0 && is_legal_form(part_.of(ending->span));  // 设计院|有限公司
      const bool federation =
          n == 0 && name.kind == "association" && part_.of(ending->span) == "联盟";  // 协会|联盟
      const bool area = n > 0 && name.source == Source::known &&
                        is_one(part_.of({name.span.end, ending->span.begin}), Around::area);
      if ((federation || legal || goes_on(name.kind, kind)) && !is_plural(ending->span.end) &&
          (n == 0 || !weak || academic || area)) {
        name.span.end = ending->span.end;
        name.kind = kind;
        name.weak = false;
        return true;
      }
      if (n == 0 && !academic) return false;
    }
    if (n > 0 && academic && orgs::word_at(part_, at, Around::person) != 0) return false;
    if (academic && orgs::word_at(part_, at, Around::lead) > 3) return false;  // 示例学院|入驻
    if (academic && is_numbered_hospital(at)) {
      at += 6;
      continue;
    }
    if (const std::uint32_t seat = past_seat(at);
        n > 0 && seat != at) {  // 示例国际|(美国)|有限公司
      at = seat;
      continue;
    }
    const std::string_view c = part_.next(at);
    if (c.empty() ||
        (tokens_.at(at) != nullptr && !(academic && tokens_.at(at)->kind == Token::place)))
      return false;
    const auto d = utf8::decode(c, 0);
    const bool joins = academic && (d.cp == U'与' || d.cp == U'和');
    if (!utf8::is_han(d.cp) || kOrdinals.find(d.cp) != std::u32string_view::npos) return false;
    if (!joins && !in_word(at) &&
        (is_hard(d.cp) || is_soft(d.cp) || kJoiners.find(d.cp) != std::u32string_view::npos))
      return false;
    at += d.size;
  }
  return false;
}
bool Edges::is_plural(std::uint32_t end) const {
  return orgs::word_at(part_, end, Around::plural) != 0;
}

}  // namespace guanlan::orgs
