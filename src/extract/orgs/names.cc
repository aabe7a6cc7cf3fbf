#include "extract/orgs/names.h"

#include "extract/orgs/lists.h"
#include "extract/orgs/tokens.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace guanlan::orgs {
namespace {

using bodies::Part;

// Characters that no name goes over, and those that a name of legal form may hold (华为, 小米有品).
constexpr std::u32string_view kHard =
    U",。;:!?、()《》“”‘’【】[]<>\"'…|\n\t+=的由对向被将是该其某据从以给并就把他于";
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
    return std::move(out_);
  }

 private:
  // Where the stretch of words begins that may hold a name that ends at `end`. What a name of legal form holds
  // may be any character but a hard one; a soft one is part of it only where else nothing of its own is left.
  [[nodiscard]] std::uint32_t stretch(std::uint32_t end, bool legal) const {
    std::uint32_t at = end;
    while (at > part_.span().begin && end - at < 100) {
      if (const Token* token = tokens_.covering(at)) {
        if (token->kind == Token::verb || token->kind == Token::body) return std::min(token->span.end, end);
        at = token->span.begin;
        continue;
      }
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
    while (token != nullptr && part_.looking_back(token->span.begin, "(")) token = tokens_.first_from(token->span.end);
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
      Name name{token.span, {}, Source::known, token.row, orgs_->at(token.row, org_kind_), false};
      extend(name);
      if (name.kind == "operator" && begins_relative(name.span.begin)) name.span.begin -= 3;
      out_.push_back(std::move(name));
    }
  }

  void endings() {
    for (const Hit& hit : part_.hits()) {
      if (hit.cls != WordClass::org_suffix || taken(hit.span) || tokens_.in_body(hit.span) || is_plural(hit.span.end)) continue;
      if (!part_.one_of(hit.span.begin, kOperators).empty()) continue;
      const bool legal = is_legal_form(part_.of(hit.span));
      const std::uint32_t from = past_verbs(stretch(hit.span.begin, legal), hit.span.begin);
      const std::uint32_t proper = proper_start(from, hit.span.begin);
      Name name{{proper, hit.span.end}, {}, Source::ending, 0, endings_->at(hit.row, ending_kind_),
                endings_->at(hit.row, ending_weak_) == "yes"};
      if (proper == hit.span.begin) {
        if (!stands_alone(from, hit)) continue;
        name.span.begin = from;
      } else if (!is_proper(name, hit)) {
        continue;
      }
      if (taken(name.span) || tokens_.in_body(name.span) || is_venue(name)) continue;
      extend(name);
      out_.push_back(std::move(name));
    }
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
    if (name.weak && (text.empty() || std::find(kNational.begin(), kNational.end(), text) != kNational.end())) return false;
    if (text.empty() && place != nullptr && place->kind == Token::place && name.kind == "hospital") return false;
    for (std::size_t i = 0; i < text.size();) {
      const auto d = utf8::decode(text, i);
      if (utf8::is_digit(d.cp) || std::u32string_view(U"家个所名").find(d.cp) != std::u32string_view::npos) return false;
      i += d.size;
    }
    static constexpr std::array<std::string_view, 14> kCommon = {"基础", "互联网企", "各", "全", "省内", "多", "本地", "某", "有关", "知名",
                                                                 "大型", "中小", "地方", "上市"};
    if (std::any_of(kCommon.begin(), kCommon.end(), [&](auto w) { return text.starts_with(w); })) return false;
    static constexpr std::array<std::string_view, 10> kVenues = {"会议中心", "会展中心", "博览中心", "体育中心", "新闻中心", "展览中心", "基地", "宾馆", "酒店", "商场"};
    const std::string_view whole = part_.of({name.span.begin, ending.span.end});
    return std::none_of(kVenues.begin(), kVenues.end(), [&](auto w) { return whole.ends_with(w); });
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

  // A name without a place: at least two characters of its own, and no common words.
  [[nodiscard]] bool stands_alone(std::uint32_t from, const Hit& ending) const {
    const std::uint32_t own = ending.span.begin - from;
    const bool weak = endings_->at(ending.row, ending_weak_) == "yes";
    const std::string_view kind = endings_->at(ending.row, ending_kind_);
    const bool strong = kind == "company" || kind == "university" || kind == "group" || kind == "media";
    if (own < (weak || !strong ? 12u : 6u) || own > 45) return false;
    if (kind == "association") return is_relative(from);
    if (kind == "institute" || part_.of(ending.span) == "理事会") return false;
    const bool allowed = part_.of(ending.span) == "集团" || kind == "body" || kind == "group" || kind == "committee";
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
