#include "extract/orgs/proper.h"

#include <algorithm>
#include <array>

#include "extract/near.h"
#include "extract/orgs/words.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan::orgs {
namespace {

// 10家, 多个: a count; not 5G, 360.
bool holds_count(std::string_view text) {
  char32_t before = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto d = utf8::decode(text, i);
    const bool number = utf8::is_digit(before) ||
                        std::u32string_view(U"一二两三四五六七八九十百千余多几数各").find(before) !=
                            std::u32string_view::npos;
    if (before != 0 && number &&
        std::u32string_view(U"家个所名").find(d.cp) != std::u32string_view::npos)
      return true;
    before = d.cp;
    i += d.size;
  }
  return false;
}

}  // namespace

Proper::Proper(const bodies::Part& part, const Tokens& tokens, const Edges& edges)
    : part_(part),
      tokens_(tokens),
      edges_(edges),
      endings_(part.passage().lexicon->table(WordClass::org_suffix)),
      kind_(endings_.column("kind")),
      weak_(endings_.column("weak")) {}

bool Proper::behind_place(const Name& name, const Hit& ending) const {
  const Token* place = tokens_.at(name.span.begin);
  std::uint32_t own = place == nullptr ? name.span.begin : place->span.end;
  if (own > ending.span.begin) own = ending.span.begin;
  const std::string_view text = part_.of({own, ending.span.begin});
  for (const std::string_view masked : {"一", "一家", "一所", "两家", "多", "母", "子",
                                        "中"}) {  // 宁乡一医院, 脸书母公司, 清单中公司
    if (text.ends_with(masked)) return false;
  }
  if (text.starts_with("一") && is_trade(text.substr(3))) return false;  // 天津|一物业公司
  const bool country =
      place != nullptr && place->kind == Token::place && !text.empty() && is_country(place->span);
  if (country && is_trade(text) && !is_one(text, Around::carrier))
    return false;  // 荷兰安全公司, not 澳洲航空公司
  if (text.empty() && place != nullptr && is_country(place->span)) return false;  // 中国实验室
  if (country && begins_with(text, Around::does)) return false;  // 英国|称加密货币交易所
  if (country && name.kind == "hospital" && text.ends_with("州")) return false;  // 美国某州|医院
  const std::string_view next = part_.next(ending.span.end);
  if (country && name.kind == "company" && !next.empty() &&
      utf8::is_latin(utf8::decode(next, 0).cp))
    return false;  // 美国人脸识别公司|Facebox
  if (name.kind == "body" && part_.of(ending.span) != "部队") return false;  // a public body
  const bool national_only = std::find(kNational.begin(), kNational.end(), text) != kNational.end();
  if (name.weak && text.empty()) return false;
  if (national_only && (name.weak || name.kind == "company")) return false;  // 国际律师事务所
  if (text.empty() && place != nullptr && place->kind == Token::place && name.kind == "hospital")
    return false;
  if (holds_count(text)) return false;
  if ((name.weak || name.kind == "committee") &&
      word_at(part_, ending.span.end, Around::planned) != 0)
    return false;
  const bool branch = ends_with(part_.of(ending.span), Around::branch);
  if (text.empty() && name.kind == "association" && part_.of(ending.span) == "协会")
    return false;  // 陕西省协会
  if (text.empty() && branch && (place == nullptr || place->kind == Token::place))
    return false;  // 甲分行和|娄底市分行
  const bool national = name.kind == "association" && text.starts_with("全国") &&
                        text.size() + ending.span.size() >= 24;  // not 全国学会
  if (!national && begins_with(text, Around::vague)) return false;
  const std::string_view whole = part_.of({name.span.begin, ending.span.end});
  return !ends_with(whole, Around::venue);
}

bool Proper::is_country(Span span) const {
  const auto hits = part_.at(span.begin);
  return std::any_of(hits.begin(), hits.end(),
                     [&](const Hit& h) { return h.cls == WordClass::country && h.span == span; });
}

bool Proper::is_venue(const Name& name) const {
  if (name.kind != "company" && word_at(part_, name.span.end, Around::beside) != 0) return true;
  const bool room = name.kind == "institute";  // not a company's, a university's
  if (!name.weak || !room || !part_.looking_back(name.span.begin, "在")) return false;
  const std::string_view rest =
      part_.of({name.span.end, std::min(part_.span().end, name.span.end + 18)});
  return holds_word(rest, "举") || holds_word(rest, "召开");
}

// 省通信行业协会 after a stop; not 省级…, 市场….
bool Proper::is_relative(std::uint32_t from) const {
  if (part_.one_of(from, std::array<std::string_view, 2>{"省", "市"}).empty()) return false;
  return part_.one_of(from + 3, std::array<std::string_view, 6>{"级", "场", "内", "市", "区", "外"})
             .empty() &&
         edges_.begins_relative(from + 3);
}

// 某省示例研究所、|示云示例研究院: in a list behind another.
bool Proper::stands_beside_institute(std::uint32_t from) const {
  constexpr std::string_view kPause = "、";
  constexpr std::uint32_t kReach = 60;
  if (!part_.looking_back(from, kPause)) return false;
  const std::uint32_t end = from - static_cast<std::uint32_t>(kPause.size());
  const Hit* mate = guanlan::ending_at(part_.passage(), WordClass::org_suffix, end,
                                       std::max(part_.span().begin, end - std::min(end, kReach)));
  return mate != nullptr && is_one(part_.of(mate->span), Around::research);
}

// 会上成立|示例数据研究联盟,: what is founded, up to a mark; 的|示例安全联盟|(筹)成立大会.
bool Proper::is_founded(std::uint32_t from, std::uint32_t end) const {
  if (edges_.has_clean_left(from) && word_at(part_, end, Around::founded) != 0) return true;
  const bool founds = word_before(part_, from, Around::founds) != 0;
  const std::string_view after = part_.next(end);
  return founds &&
         (after.empty() || std::u32string_view(U",。;、\n").find(utf8::decode(after, 0).cp) !=
                               std::u32string_view::npos);
}

// 据|示例村数据交易产业联盟|副秘书长某某介绍: a post of it behind a name that begins clean.
bool Proper::is_led(std::uint32_t from, std::uint32_t end) const {
  constexpr std::uint32_t kShortest = 24;  // bytes: more than 行业协会
  const std::string_view text = part_.of({from, end});
  if (end - from < kShortest || begins_with(text, Around::vague) ||
      begins_with(text, Around::counted) || begins_with(text, Around::sort))
    return false;
  return edges_.has_clean_left(from) && word_at(part_, end, Around::chair) != 0;
}

// 示例湖纪念医院|(SLMH): what has letters of its own is named.
bool Proper::is_abbreviated(std::uint32_t end) const {
  constexpr std::size_t kShortest = 3, kLongest = 8;
  if (!part_.looking_at(end, "(")) return false;
  const std::string_view inner = part_.of({end + 1, part_.span().end}).substr(0, kLongest + 1);
  const auto close = inner.find(')');
  if (close == std::string_view::npos || close < kShortest) return false;
  return std::all_of(inner.begin(), inner.begin() + static_cast<std::ptrdiff_t>(close),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

// 示例富民|村镇银行: named after a county that no text names alone.
bool Proper::is_rural_bank(std::uint32_t from, const Hit& ending) const {
  constexpr std::string_view kVillage = "村镇银行";
  const std::string_view own = part_.of({from, ending.span.begin});
  return part_.of(ending.span) == kVillage && edges_.has_clean_left(from) && own.size() <= 18 &&
         !holds_count(own) && !is_trade(own) && !begins_with(own, Around::counted) &&
         !begins_with(own, Around::sort);
}

// 示卢克|医院表示, 示卢克医院、|示水|医院: one with a name of its own, and what it does or its
// mates.
bool Proper::is_hospital(std::uint32_t from, const Hit& ending) const {
  const std::string_view own = part_.of({from, ending.span.begin});
  if (own.size() < 6 || own.size() > 24 || !edges_.has_clean_left(from) || holds_count(own) ||
      begins_with(own, Around::vague) || begins_with(own, Around::counted) ||
      begins_with(own, Around::sort) || holds(own, Around::ward))
    return false;
  return word_at(part_, ending.span.end, Around::patient) != 0;
}

bool Proper::alone(std::uint32_t from, const Hit& ending) const {
  const std::uint32_t own = ending.span.begin - from;
  const bool weak = endings_.at(ending.row, weak_) == "yes";
  const std::string_view kind = endings_.at(ending.row, kind_);
  if (kind == "committee" &&
      !part_.one_of(ending.span.end, std::array<std::string_view, 3>{"的设立", "的组成", "的运作"})
           .empty())
    return false;
  const bool strong =
      kind == "company" || kind == "university" || kind == "group" || kind == "media";
  const std::string_view own_text = part_.of({from, ending.span.begin});
  const bool plain = part_.of(ending.span) == "公司";
  if ((plain || kind == "group") && ends_with(own_text, Around::lead))
    return false;  // 导致|公司所属网站, 疑因|勒索软件
  const bool masked = own_text.starts_with("一") && is_trade(own_text.substr(3));
  const bool dated =
      holds_word(own_text, "日") && own_text.find_first_of("0123456789") != std::string_view::npos;
  const bool company = plain && !masked && !dated && !holds_count(own_text) &&
                       !is_trade(own_text) && edges_.has_clean_edges(from, ending.span.end);
  if (kind == "hospital" && is_hospital(from, ending)) return true;
  if (own < ((weak && !company) || !strong ? 12u : 6u) || own > 45) return false;
  if (is_abbreviated(ending.span.end) && !is_trade(own_text)) return !holds(own_text, Around::deed);
  if (kind == "association")
    return is_relative(from) || is_founded(from, ending.span.end) || is_led(from, ending.span.end);
  if (kind == "institute" && is_one(part_.of(ending.span), Around::research) &&
      stands_beside_institute(from) && !is_trade(own_text))
    return true;
  if (kind == "institute" || part_.of(ending.span) == "理事会") return false;
  const bool allowed = company || part_.of(ending.span) == "集团" || kind == "body" ||
                       kind == "group" || kind == "committee";
  if (weak && !allowed) return false;
  if (kind == "bank") return is_rural_bank(from, ending);
  if (kind == "hospital" || kind == "club") return false;
  const std::string_view before = part_.before(from);
  for (const std::string_view mark : {"某", "该", "各", "其", "每", "此", "的"}) {
    if (before == mark) return false;
  }
  const std::string_view text = part_.of({from, ending.span.begin});
  if (kind != "body" && holds(text, Around::deed)) return false;
  if (begins_with(text, Around::counted) || text.starts_with("第") || holds_word(text, "一家"))
    return false;
  if (is_legal_form(part_.of(ending.span))) return true;
  if (kind != "body" && is_trade(text)) return false;  // 头部加密货币|交易所
  return !begins_with(text, Around::sort) && !utf8::is_digit(utf8::decode(text, 0).cp);
}

}  // namespace guanlan::orgs
