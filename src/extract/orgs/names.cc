#include "extract/orgs/names.h"

#include "extract/orgs/lists.h"
#include "extract/orgs/short.h"
#include "extract/orgs/tokens.h"
#include "extract/orgs/words.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace guanlan::orgs {
namespace {

using bodies::Part;

// Characters that no name goes over, and those that a name of legal form may hold (华为, 小米有品).
constexpr std::u32string_view kHard =
    U",。;:!?、()《》“”‘’【】[]<>\"'…|\n\t+=的由对向被将是该其某据从以给并就把他于遭";
constexpr std::u32string_view kSoft = U"了在为等到经各每有至自让使我你这那此";
constexpr std::u32string_view kOpening = U"每我你有至";  // soft ones that a name may begin with
constexpr std::u32string_view kOrdinals = U"第届次一二三四五六七八九十";
constexpr std::u32string_view kJoiners = U"和与及同暨";
constexpr std::array<std::string_view, 8> kNational = {"国家", "全国", "中华", "国际", "世界", "亚太", "粤港澳", "长三角"};
constexpr std::array<std::string_view, 6> kOperators = {"移动", "联通", "电信", "铁塔", "广电", "网通"};
constexpr std::array<std::string_view, 28> kNotOperator = {
    "互联网", "网络", "业务", "用户", "终端", "通信", "设备", "支付", "电话", "诈骗", "运营", "企业", "客户", "宽带",
    "信息",   "增值", "市场", "行业", "监管", "管理", "应用", "办公", "数据", "主管", "服务", "智能", "端",   "网"};

// Words that hold such a character and end no name: 大数据, 经济, 自动化.
constexpr std::array<std::string_view, 24> kWhole = {"数据", "经济", "经营", "经贸", "经纬", "经开", "经信", "自动",
                                                     "自然", "自主", "自贸", "自控", "在线", "等级", "有色", "有机",
                                                     "使用", "对外", "供给", "以太", "将军", "自治", "自由", "其他"};

bool is_hard(char32_t cp) { return kHard.find(cp) != std::u32string_view::npos; }
bool is_soft(char32_t cp) { return kSoft.find(cp) != std::u32string_view::npos; }

// 有限公司, 股份公司, 合伙企业: a name that ends so is one to its last character.
bool is_legal_form(std::string_view ending) {
  return ending.find("有限") != std::string_view::npos || ending.find("股份公司") != std::string_view::npos;
}

class Finder {
 public:
  Finder(const Part& part, const Bodies& bodies) : part_(part), bodies_(bodies), tokens_(part, bodies) {
    const Lexicon& lexicon = *part.passage().lexicon;
    orgs_ = &lexicon.table(WordClass::org);
    endings_ = &lexicon.table(WordClass::org_suffix);
    org_kind_ = orgs_->column("kind");
    ending_kind_ = endings_->column("kind");
    ending_weak_ = endings_->column("weak");
  }

  std::vector<Name> take() {
    operators();
    known();
    endings();
    institutes();
    find_lists(part_, out_);
    find_latin(part_, out_);
    find_foreign(part_, out_);
    find_officers(part_, out_);
    find_short(part_, out_);
    return std::move(out_);
  }

 private:
  // Where the stretch of words begins that may hold a name that ends at `end`. What a name of legal form holds
  // may be any character but a hard one; a soft one is part of it only where else nothing of its own is left.
  [[nodiscard]] std::uint32_t stretch(std::uint32_t end, bool legal) const {
    std::uint32_t at = end;
    while (at > part_.span().begin && end - at < 100) {
      if (const Token* token = tokens_.covering(at)) {
        const bool verb = token->kind == Token::verb && !(legal && follows_place(token->span));
        if (verb || token->kind == Token::body) return std::min(token->span.end, end);
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
      if (!utf8::is_han(d.cp) && !utf8::is_latin(d.cp) && !utf8::is_digit(d.cp) && d.cp != ' ' && d.cp != '-' && d.cp != U'·') break;
      at -= d.size;
    }
    return at;
  }

  // 杭州|联合|农村商业银行股份有限公司: a verb behind a place is part of the name.
  [[nodiscard]] bool follows_place(Span verb) const {
    const Token* before = tokens_.covering(verb.begin);
    return part_.of(verb) == "联合" && before != nullptr && before->kind == Token::place && before->span.end == verb.begin;
  }

  // Whether the character at the offset is the first or second of a word of kWhole.
  [[nodiscard]] bool in_word(std::uint32_t at) const {
    if (!part_.one_of(at, kWhole).empty()) return true;
    return at >= part_.span().begin + 3 && !part_.one_of(at - 3, kWhole).empty();
  }

  // (北京) inside a name: where it opens; `at`: there is none before the offset.
  [[nodiscard]] std::uint32_t opened_at(std::uint32_t at) const {
    const std::uint32_t from = std::max(part_.span().begin, at - std::min(at, 26u));
    const std::string_view before = part_.of({from, at - 1});
    const auto open = before.rfind('(');
    if (open == std::string_view::npos || open == 0) return at;
    const std::string_view inner = before.substr(open + 1);
    if (inner.empty() || inner.find_first_of(",;:)") != std::string_view::npos || utf8::is_digit(static_cast<unsigned char>(inner[0]))) return at;
    const auto outer = utf8::decode_before(part_.passage().text, from + static_cast<std::uint32_t>(open));
    return utf8::is_han(outer.cp) || utf8::is_latin(outer.cp) ? from + static_cast<std::uint32_t>(open) : at;
  }

  // 每日优鲜 after a stop: the soft character is the name's own first.
  [[nodiscard]] bool opens_name(std::uint32_t at, char32_t cp) const {
    if (kOpening.find(cp) == std::u32string_view::npos) return false;
    const std::string_view before = part_.before(at);
    return before.empty() || is_hard(utf8::decode(before, 0).cp);
  }

  // 省铁塔公司 after a stop.
  [[nodiscard]] bool begins_relative(std::uint32_t at) const {
    if (!part_.looking_back(at, "省") && !part_.looking_back(at, "市")) return false;
    const std::string_view before = part_.before(at - 3);
    if (before.empty()) return true;
    const char32_t cp = utf8::decode(before, 0).cp;
    return is_hard(cp) || is_soft(cp) || kJoiners.find(cp) != std::u32string_view::npos;
  }

  // The place, organisation or 国家… that a name in the stretch begins with; `end`: none.
  [[nodiscard]] std::uint32_t proper_start(std::uint32_t from, std::uint32_t end) const {
    std::uint32_t best = end;
    const Token* token = tokens_.first_from(from);
    while (token != nullptr && token->span.begin < end && part_.looking_back(token->span.begin, "(")) {
      token = tokens_.first_from(token->span.end);
    }
    if (token != nullptr && token->span.begin < end && token->kind != Token::verb) best = token->span.begin;
    for (const std::string_view word : kNational) {
      const std::string_view text = part_.of({from, end});
      const auto at = text.find(word);
      if (at != std::string_view::npos) best = std::min(best, from + static_cast<std::uint32_t>(at));
    }
    return best;
  }

  [[nodiscard]] bool taken(Span span) const {
    return std::any_of(out_.rbegin(), out_.rend() - static_cast<std::ptrdiff_t>(out_.size() > 24 ? out_.size() - 24 : 0),
                       [&](const Name& n) { return n.span.overlaps(span); });
  }
  // The ending at the offset, the longest; null: none.
  [[nodiscard]] const Hit* ending_at(std::uint32_t at) const {
    for (const Hit& hit : part_.at(at)) {
      if (hit.cls == WordClass::org_suffix) return &hit;
    }
    return nullptr;
  }

  // What follows a name and belongs to it: 浙江有限公司嘉兴分公司, 中国研究院, 智能技术与工程学院.
  void extend(Name& name) const {
    while (extend_once(name)) {
    }
    if (!part_.looking_at(name.span.end, "(")) return;  // 新闻宣传中心(人民邮电报社)
    for (const Hit& hit : part_.from(name.span.end + 1)) {
      if (hit.span.begin > name.span.end + 30) break;
      if (hit.cls == WordClass::org_suffix && part_.looking_at(hit.span.end, ")") &&
          endings_->at(hit.row, ending_kind_) == "media") {
        name.span.end = hit.span.end + 1;
        return;
      }
    }
  }

  bool extend_once(Name& name) const {
    const bool academic = name.kind == "university" || name.kind == "institute";
    const int limit = academic ? 14 : name.kind == "association" ? 8 : 5;
    std::uint32_t at = name.span.end;
    if (const Token* place = tokens_.at(at); place != nullptr && place->kind == Token::place) at = place->span.end;
    for (int n = 0; n <= limit; ++n) {
      if (const Hit* ending = ending_at(at)) {
        const std::string_view kind = endings_->at(ending->row, ending_kind_);
        const bool weak = endings_->at(ending->row, ending_weak_) == "yes";
        if (goes_on(name.kind, kind) && !is_plural(ending->span.end) && (n == 0 || !weak || academic)) {
          name.span.end = ending->span.end;
          name.kind = kind;
          name.weak = false;
          return true;
        }
        if (n == 0 && !academic) return false;
      }
      const std::string_view c = part_.next(at);
      if (c.empty() || (tokens_.at(at) != nullptr && !(academic && tokens_.at(at)->kind == Token::place))) return false;
      const auto d = utf8::decode(c, 0);
      const bool joins = academic && (d.cp == U'与' || d.cp == U'和');
      if (!utf8::is_han(d.cp) || kOrdinals.find(d.cp) != std::u32string_view::npos) return false;
      if (!joins && !in_word(at) && (is_hard(d.cp) || is_soft(d.cp) || kJoiners.find(d.cp) != std::u32string_view::npos)) return false;
      at += d.size;
    }
    return false;
  }
  // Which endings may follow which: an association has committees and branches, a university schools.
  static bool goes_on(std::string_view from, std::string_view to) {
    if (from == "association") return to == "committee";
    if (from == "university" && to == "hospital") return true;
    if (from == "university" || from == "institute") return to == "university" || to == "institute";
    if (to == "association" || to == "committee" || to == "group" || to == "club" || to == "hospital") return false;
    return to == "company" || to == "institute" || to == "bank" || to == "media";
  }
  // 公司们, 公司等企业 say nothing; 公司法 is another word.
  [[nodiscard]] bool is_plural(std::uint32_t end) const {
    static constexpr std::array<std::string_view, 7> kNot = {"法", "们", "制", "化", "章程", "业", "议"};
    return !part_.one_of(end, kNot).empty();
  }

  void known() {
    for (const Token& token : tokens_.all()) {
      if (token.kind != Token::org || tokens_.in_body(token.span) || taken(token.span)) continue;
      if (inside_latin(token.span)) continue;
      Name name{token.span, {}, Source::known, token.row, orgs_->at(token.row, org_kind_), false};
      extend(name);
      if (name.span.end > token.span.end) name.span.begin = with_place(name);
      if (name.kind == "operator" && begins_relative(name.span.begin)) name.span.begin -= 3;
      out_.push_back(std::move(name));
    }
  }

  // Lapsus$ in Scattered Lapsus$ Hunters.
  [[nodiscard]] bool inside_latin(Span span) const {
    const std::string_view text = part_.passage().text;
    const auto latin = [&](std::uint32_t at) { return at < part_.span().end && text[at] >= 'A' && text[at] <= 'Z'; };
    if (!utf8::is_latin(utf8::decode(text, span.begin).cp)) return false;
    if (part_.looking_at(span.end, " ") && latin(span.end + 1)) return true;
    return part_.looking_back(span.begin, " ") && span.begin >= part_.span().begin + 2 &&
           utf8::is_latin(static_cast<unsigned char>(text[span.begin - 2]));
  }
  // 武汉|斗示网络科技有限公司: a known name that goes on to a legal form takes its place along.
  [[nodiscard]] std::uint32_t with_place(const Name& name) const {
    const Token* place = tokens_.covering(name.span.begin);
    const bool legal = is_legal_form(part_.of(name.span));
    return legal && place != nullptr && place->kind == Token::place && place->span.end == name.span.begin ? place->span.begin
                                                                                                        : name.span.begin;
  }

  void endings() {
    for (const Hit& hit : part_.hits()) {
      if (hit.cls != WordClass::org_suffix || taken(hit.span) || tokens_.in_body(hit.span) || is_plural(hit.span.end)) continue;
      if (!part_.one_of(hit.span.begin, kOperators).empty()) continue;
      const bool legal = is_legal_form(part_.of(hit.span));
      const std::uint32_t from = past_verbs(stretch(hit.span.begin, legal), hit.span.begin);
      const std::string_view kind = endings_->at(hit.row, ending_kind_);
      const std::uint32_t reach = legal ? 12 : kind == "company" || kind == "group" ? 6 : 0;  // bytes before the place
      const std::uint32_t proper = is_whole(from, hit.span.begin, reach) ? from : proper_start(from, hit.span.begin);
      Name name{{proper, hit.span.end}, {}, Source::ending, 0, endings_->at(hit.row, ending_kind_),
                endings_->at(hit.row, ending_weak_) == "yes"};
      if (proper == hit.span.begin) {
        if (!stands_alone(from, hit)) continue;
        name.span.begin = from;
      } else if (!is_proper(name, hit)) {
        continue;
      }
      name.span.begin = past_venue(name, hit);
      if (legal && part_.looking_back(name.span.begin, "》")) name.span.begin = book_before(name.span.begin);
      if (taken(name.span) || tokens_.in_body(name.span) || is_venue(name)) continue;
      extend(name);
      out_.push_back(std::move(name));
    }
  }

  // 、云上|贵州示例有限公司: in a list or behind a lead a few characters before the place belong to the name.
  [[nodiscard]] bool is_whole(std::uint32_t from, std::uint32_t end, std::uint32_t reach) const {
    const std::uint32_t proper = proper_start(from, end);
    if (proper == from || proper == end || proper - from > reach) return false;
    if (reach <= 6 && is_trade(part_.of({from, proper}))) return false;
    static constexpr std::u32string_view kClean = U"、“:有是为由向对与和及的被将给\t";
    const std::string_view before = part_.before(from);
    const bool clean = !before.empty() && kClean.find(utf8::decode(before, 0).cp) != std::u32string_view::npos;
    return clean || word_before(part_, from, Around::lead) != 0;
  }

  // 在金昌市|金示集团: where it is, before a name of its own.
  [[nodiscard]] std::uint32_t past_venue(const Name& name, const Hit& ending) const {
    const Token* place = tokens_.at(name.span.begin);
    const bool company = name.kind == "company" || name.kind == "group";
    if (!company || place == nullptr || place->kind != Token::place || !part_.looking_back(name.span.begin, "在")) return name.span.begin;
    const std::string_view words = part_.of(place->span);
    const bool full = words.ends_with("市") || words.ends_with("县") || words.ends_with("区");
    const std::string_view own = part_.of({std::min(place->span.end, ending.span.begin), ending.span.begin});
    return full && own.size() >= 6 && !is_trade(own) && !is_legal_form(part_.of(ending.span)) ? place->span.end : name.span.begin;
  }
  // 《示例杂志》电子杂志社有限公司
  [[nodiscard]] std::uint32_t book_before(std::uint32_t end) const {
    for (const Bracket& b : part_.passage().brackets) {
      if (b.span.end == end && part_.span().contains(b.span.begin)) return b.span.begin;
    }
    return end;
  }

  // 立足|…, 设立|新一代信息技术…中心: verbs at the beginning of the stretch are not the name's.
  [[nodiscard]] std::uint32_t past_verbs(std::uint32_t from, std::uint32_t end) const {
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

  // After a place: not 甘肃10家物业公司, 意大利公司, 海南省基础电信企业, 郑州国际会展中心.
  [[nodiscard]] bool is_proper(const Name& name, const Hit& ending) const {
    const Token* place = tokens_.at(name.span.begin);
    std::uint32_t own = place == nullptr ? name.span.begin : place->span.end;
    if (own > ending.span.begin) own = ending.span.begin;
    const std::string_view text = part_.of({own, ending.span.begin});
    for (const std::string_view masked : {"一", "一家", "一所", "两家", "多"}) {  // 宁乡一医院
      if (text.ends_with(masked)) return false;
    }
    const bool country = place != nullptr && place->kind == Token::place && !text.empty() && is_country(place->span);
    if (country && is_trade(text) && !is_carrier(text)) return false;  // 荷兰安全公司, not 澳洲航空公司
    if (text.empty() && place != nullptr && is_country(place->span)) return false;  // 中国实验室
    if (name.kind == "body" && part_.of(ending.span) != "部队") return false;  // a public body
    if (name.weak && (text.empty() || std::find(kNational.begin(), kNational.end(), text) != kNational.end())) return false;
    if (text.empty() && place != nullptr && place->kind == Token::place && name.kind == "hospital") return false;
    if (holds_count(text)) return false;
    static constexpr std::array<std::string_view, 14> kCommon = {"基础", "互联网企", "各", "全", "省内", "多", "本地", "某", "有关", "知名",
                                                                 "大型", "中小", "地方", "上市"};
    if (std::any_of(kCommon.begin(), kCommon.end(), [&](auto w) { return text.starts_with(w); })) return false;
    static constexpr std::array<std::string_view, 10> kVenues = {"会议中心", "会展中心", "博览中心", "体育中心", "新闻中心", "展览中心", "基地", "宾馆", "酒店", "商场"};
    const std::string_view whole = part_.of({name.span.begin, ending.span.end});
    return std::none_of(kVenues.begin(), kVenues.end(), [&](auto w) { return whole.ends_with(w); });
  }

  // 10家, 多个: a count; not 5G, 360.
  static bool holds_count(std::string_view text) {
    char32_t before = 0;
    for (std::size_t i = 0; i < text.size();) {
      const auto d = utf8::decode(text, i);
      const bool number = utf8::is_digit(before) || std::u32string_view(U"一二两三四五六七八九十百千余多几数各").find(before) != std::u32string_view::npos;
      if (before != 0 && number && std::u32string_view(U"家个所名").find(d.cp) != std::u32string_view::npos) return true;
      before = d.cp;
      i += d.size;
    }
    return false;
  }
  [[nodiscard]] bool is_country(Span span) const {
    const auto hits = part_.at(span.begin);
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& h) { return h.cls == WordClass::country && h.span == span; });
  }
  static bool is_carrier(std::string_view trade) {
    static constexpr std::array<std::string_view, 9> kCarriers = {"航空", "电信", "石油", "广播", "电力", "铁路", "银行", "保险", "能源"};
    return std::find(kCarriers.begin(), kCarriers.end(), trade) != kCarriers.end();
  }

  // 在中国金融信息中心举行: where it happened, not who.
  [[nodiscard]] bool is_venue(const Name& name) const {
    const bool room = name.kind == "institute";  // not a company's, a university's
    if (!name.weak || !room || !part_.looking_back(name.span.begin, "在")) return false;
    const std::string_view rest = part_.of({name.span.end, std::min(part_.span().end, name.span.end + 18)});
    return rest.find("举") != std::string_view::npos || rest.find("召开") != std::string_view::npos;
  }

  // 省通信行业协会 after a stop; not 省级…, 市场….
  [[nodiscard]] bool is_relative(std::uint32_t from) const {
    if (part_.one_of(from, std::array<std::string_view, 2>{"省", "市"}).empty()) return false;
    return part_.one_of(from + 3, std::array<std::string_view, 6>{"级", "场", "内", "市", "区", "外"}).empty() &&
           begins_relative(from + 3);
  }

  // 赛示时公司 from a mark or a lead to a mark, 的, a verb or a post.
  [[nodiscard]] bool has_clean_edges(std::uint32_t from, std::uint32_t end) const {
    if (end - from > 30 || end - from < 12) return false;
    const std::string_view before = part_.before(from), after = part_.next(end);
    const bool left = before.empty() || is_hard(utf8::decode(before, 0).cp) || word_before(part_, from, Around::lead) != 0 ||
                      tokens_.covering(from) != nullptr;
    const auto hits = part_.at(end);
    const bool verb = std::any_of(hits.begin(), hits.end(), [](const Hit& h) { return h.cls == WordClass::act; });
    const bool right = after.empty() || is_hard(utf8::decode(after, 0).cp) || verb || word_at(part_, end, Around::post) != 0;
    return left && right;
  }

  // A name without a place: at least two characters of its own, and no common words.
  [[nodiscard]] bool stands_alone(std::uint32_t from, const Hit& ending) const {
    const std::uint32_t own = ending.span.begin - from;
    const bool weak = endings_->at(ending.row, ending_weak_) == "yes";
    const std::string_view kind = endings_->at(ending.row, ending_kind_);
    const bool strong = kind == "company" || kind == "university" || kind == "group" || kind == "media";
    const std::string_view own_text = part_.of({from, ending.span.begin});
    const bool plain = part_.of(ending.span) == "公司";
    const bool masked = own_text.starts_with("一") && is_trade(own_text.substr(3));
    const bool dated = own_text.find("日") != std::string_view::npos && own_text.find_first_of("0123456789") != std::string_view::npos;
    const bool company = plain && !masked && !dated && !holds_count(own_text) && !is_trade(own_text) && has_clean_edges(from, ending.span.end);
    if (own < ((weak && !company) || !strong ? 12u : 6u) || own > 45) return false;
    if (kind == "association") return is_relative(from);
    if (kind == "institute" || part_.of(ending.span) == "理事会") return false;
    const bool allowed = company || part_.of(ending.span) == "集团" || kind == "body" || kind == "group" || kind == "committee";
    if (weak && !allowed) return false;
    if (kind == "hospital" || kind == "bank" || kind == "club") return false;
    const std::string_view before = part_.before(from);
    for (const std::string_view mark : {"某", "该", "各", "其", "每", "此", "的"}) {
      if (before == mark) return false;
    }
    static constexpr std::array<std::string_view, 16> kCounted = {"多家", "两家", "三家", "一家", "上述", "相关", "有关", "其他",
                                                                  "本", "我国", "部分", "例如", "伴随", "某", "数家", "几家"};
    static constexpr std::array<std::string_view, 32> kCommon = {
        "物业", "互联网", "网络", "电信", "基础", "平台", "母", "子", "分", "咨询", "外资", "中小", "龙头", "软件", "征信", "知名",
        "国内", "省内", "数字", "信息", "法律", "售楼", "房产", "金融", "第三方", "境外", "海外", "大型", "社会", "行业", "产业", "企业"};
    const std::string_view text = part_.of({from, ending.span.begin});
    const auto begins = [&](std::string_view word) { return text.starts_with(word); };
    if (std::any_of(kCounted.begin(), kCounted.end(), begins)) return false;
    if (is_legal_form(part_.of(ending.span))) return true;
    return std::none_of(kCommon.begin(), kCommon.end(), begins) && !utf8::is_digit(utf8::decode(text, 0).cp);
  }

  // 河南移动, 上海联通; the operators that follow share the place.
  void operators() {
    for (const PlaceMention& place : bodies_.places) {
      if (!part_.span().contains(place.span.begin) || place.body >= 0 || place.place == kNoPlace) continue;
      const PlaceLevel level = part_.passage().lexicon->gazetteer()[place.place].level;
      if (level != PlaceLevel::province && level != PlaceLevel::prefecture) continue;
      std::uint32_t at = place.span.end;
      const std::string_view prefix = part_.of(place.span);
      for (bool first = true;; first = false) {
        const std::string_view word = part_.one_of(at, kOperators);
        if (word.empty()) break;
        std::uint32_t end = at + static_cast<std::uint32_t>(word.size());
        if (!part_.one_of(end, kNotOperator).empty() && (first || !part_.looking_at(end, "用户"))) break;
        if (part_.looking_at(end, "公司")) end += 6;
        Name name{{first ? place.span.begin : at, end}, {}, Source::op, 0, "operator", false};
        if (!first) name.text = std::string(prefix) + std::string(word);
        else extend(name);  // 福建联通|泉州市分公司
        out_.push_back(std::move(name));
        if (part_.looking_at(end, "、")) at = end + 3;
        else if (part_.looking_at(end, "和")) at = end + 3;
        else break;
      }
    }
  }

  void institutes() {
    for (const Span span : bodies_.institutes) {
      if (!part_.span().contains(span.begin)) continue;
      Name name{span, {}, Source::institute, 0, "institute", false};
      extend(name);
      std::erase_if(out_, [&](const Name& n) { return name.span.contains(n.span); });
      out_.push_back(std::move(name));
    }
  }

  const Part& part_;
  const Bodies& bodies_;
  const WordTable *orgs_ = nullptr, *endings_ = nullptr;
  int org_kind_ = -1, ending_kind_ = -1, ending_weak_ = -1;
  const Tokens tokens_;
  std::vector<Name> out_;
};

}  // namespace

std::vector<Name> names_in(const Part& part, const Bodies& bodies) {
  auto out = Finder(part, bodies).take();
  std::sort(out.begin(), out.end(), [](const Name& a, const Name& b) { return a.span.begin < b.span.begin; });
  return out;
}

}  // namespace guanlan::orgs
