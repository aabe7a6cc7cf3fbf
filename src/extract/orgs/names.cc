#include "extract/orgs/names.h"

#include "extract/orgs/lists.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace guanlan::orgs {
namespace {

using bodies::Part;

constexpr std::u32string_view kStops =
    U",。;:!?、()《》“”‘’【】[]<>\"'…|\n\t+=的了在由对向被将为是等该其某到据从以给经并各每有至于自让使把我你他这那此";
constexpr std::u32string_view kOrdinals = U"第届次一二三四五六七八九十";
constexpr std::u32string_view kJoiners = U"和与及同暨";
constexpr std::array<std::string_view, 8> kNational = {"国家", "全国", "中华", "国际", "世界", "亚太", "粤港澳", "长三角"};
constexpr std::array<std::string_view, 6> kOperators = {"移动", "联通", "电信", "铁塔", "广电", "网通"};
constexpr std::array<std::string_view, 28> kNotOperator = {
    "互联网", "网络", "业务", "用户", "终端", "通信", "设备", "支付", "电话", "诈骗", "运营", "企业", "客户", "宽带",
    "信息",   "增值", "市场", "行业", "监管", "管理", "应用", "办公", "数据", "主管", "服务", "智能", "端",   "网"};

class Finder {
 public:
  Finder(const Part& part, const Bodies& bodies) : part_(part), bodies_(bodies) {
    const Lexicon& lexicon = *part.passage().lexicon;
    orgs_ = &lexicon.table(WordClass::org);
    endings_ = &lexicon.table(WordClass::org_suffix);
    acts_ = &lexicon.table(WordClass::act);
    org_kind_ = orgs_->column("kind");
    ending_kind_ = endings_->column("kind");
    ending_weak_ = endings_->column("weak");
    act_use_ = acts_->column("use");
    act_role_ = acts_->column("role");
    tokens();
  }

  std::vector<Name> take() {
    operators();
    known();
    endings();
    institutes();
    find_lists(part_, out_);
    find_latin(part_, out_);
    find_officers(part_, out_);
    return std::move(out_);
  }

 private:
  struct Token {  // a place, a body, an organisation: what a name may begin with, or ends before
    Span span;
    enum Kind : std::uint8_t { place, body, org, verb } kind;
    std::uint32_t row;
  };

  // Places, organisations and strong verbs from left to right, the longest, no overlaps.
  void tokens() {
    std::uint32_t reach = part_.span().begin;
    const auto hits = part_.hits();
    for (std::size_t i = 0, end = 0; i < hits.size(); i = end) {
      while (end < hits.size() && hits[end].span.begin == hits[i].span.begin) ++end;
      if (hits[i].span.begin < reach) continue;
      const Hit* best = nullptr;
      for (std::size_t k = i; k < end; ++k) {
        if (rank(hits[k]) > 0 && (best == nullptr || better(hits[k], *best))) best = &hits[k];
      }
      if (best == nullptr) continue;
      reach = best->span.end;
      if (best->cls != WordClass::org_suffix) tokens_.push_back({best->span, kind_of(*best), best->row});
    }
  }
  [[nodiscard]] int rank(const Hit& hit) const {
    switch (hit.cls) {
      case WordClass::org: return 5;
      case WordClass::region:
      case WordClass::country: return 4;
      case WordClass::authority:
      case WordClass::generic_body: return 3;
      case WordClass::act: return is_strong(hit) ? 2 : 0;
      case WordClass::org_suffix: return 1;
      default: return 0;
    }
  }
  [[nodiscard]] bool better(const Hit& a, const Hit& b) const {
    return a.span.end != b.span.end ? a.span.end > b.span.end : rank(a) > rank(b);
  }
  [[nodiscard]] static Token::Kind kind_of(const Hit& hit) {
    switch (hit.cls) {
      case WordClass::org: return Token::org;
      case WordClass::region:
      case WordClass::country: return Token::place;
      case WordClass::act: return Token::verb;
      default: return Token::body;
    }
  }

  // A verb that no name holds: 发布, 出席; not 研究, 监测, 服务.
  [[nodiscard]] bool is_strong(const Hit& hit) const {
    const std::string_view use = acts_->at(hit.row, act_use_), role = acts_->at(hit.row, act_role_);
    if (use == "attend" || use == "under" || use == "say") return true;
    if (use != "do") return false;
    if (role == "issue" || role == "publish" || role == "decide" || role == "punish") return true;
    static constexpr std::array<std::string_view, 16> kAlso = {
        "召开", "举办", "举行", "主办", "承办", "协办", "启动", "邀请", "会同", "开展", "成立", "联合", "组织", "支持", "进驻", "指导"};
    const std::string_view word = part_.of(hit.span);
    return std::find(kAlso.begin(), kAlso.end(), word) != kAlso.end();
  }

  [[nodiscard]] const Token* covering(std::uint32_t at) const {  // that holds the character before `at`
    const auto it = std::lower_bound(tokens_.begin(), tokens_.end(), at,
                                     [](const Token& t, std::uint32_t a) { return t.span.begin < a; });
    if (it == tokens_.begin()) return nullptr;
    const Token& token = *std::prev(it);
    return token.span.end >= at ? &token : nullptr;
  }

  // Where the stretch of words begins that may hold a name that ends at `end`.
  [[nodiscard]] std::uint32_t stretch(std::uint32_t end) const {
    std::uint32_t at = end;
    while (at > part_.span().begin && end - at < 100) {
      if (const Token* token = covering(at)) {
        if (token->kind == Token::verb || token->kind == Token::body) return std::min(token->span.end, end);
        at = token->span.begin;
        continue;
      }
      const auto d = utf8::decode_before(part_.passage().text, at);
      if (kStops.find(d.cp) != std::u32string_view::npos) break;
      if (kJoiners.find(d.cp) != std::u32string_view::npos && closes_name(at - d.size)) break;
      if (!utf8::is_han(d.cp) && !utf8::is_latin(d.cp) && !utf8::is_digit(d.cp) && d.cp != ' ' && d.cp != '-' && d.cp != U'·') break;
      at -= d.size;
    }
    return at;
  }

  // 省铁塔公司 after a stop.
  [[nodiscard]] bool begins_relative(std::uint32_t at) const {
    if (!part_.looking_back(at, "省") && !part_.looking_back(at, "市")) return false;
    const std::string_view before = part_.before(at - 3);
    return before.empty() || kStops.find(utf8::decode(before, 0).cp) != std::u32string_view::npos;
  }

  // Whether an organisation, body or place ends at the offset: then 和 joins two names.
  [[nodiscard]] bool closes_name(std::uint32_t at) const {
    if (const Token* token = covering(at); token != nullptr && token->span.end == at) return true;
    for (std::uint32_t size : {6u, 9u, 12u}) {
      if (at < part_.span().begin + size) continue;
      for (const Hit& hit : part_.at(at - size)) {
        if (hit.cls == WordClass::org_suffix && hit.span.end == at) return true;
      }
    }
    return std::any_of(bodies_.bodies.begin(), bodies_.bodies.end(),
                       [&](const BodyMention& b) { return b.span.end == at; });
  }

  // The place, organisation or 国家… that a name in the stretch begins with; `end`: none.
  [[nodiscard]] std::uint32_t proper_start(std::uint32_t from, std::uint32_t end) const {
    std::uint32_t best = end;
    const auto it = std::lower_bound(tokens_.begin(), tokens_.end(), from,
                                     [](const Token& t, std::uint32_t a) { return t.span.begin < a; });
    if (it != tokens_.end() && it->span.begin < end && it->kind != Token::verb) best = it->span.begin;
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
  [[nodiscard]] bool in_body(Span span) const {
    return std::any_of(bodies_.bodies.begin(), bodies_.bodies.end(), [&](const BodyMention& b) {
      return b.span.overlaps(span) && !(span.contains(b.span) && span.size() > b.span.size() + 6);
    });
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
    if (const Token* place = token_at(at); place != nullptr && place->kind == Token::place) at = place->span.end;
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
      if (c.empty() || (token_at(at) != nullptr && !(academic && token_at(at)->kind == Token::place))) return false;
      const auto d = utf8::decode(c, 0);
      const bool joins = academic && (d.cp == U'与' || d.cp == U'和');
      if (!utf8::is_han(d.cp) || kOrdinals.find(d.cp) != std::u32string_view::npos) return false;
      if (!joins && (kStops.find(d.cp) != std::u32string_view::npos || kJoiners.find(d.cp) != std::u32string_view::npos)) return false;
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
  [[nodiscard]] const Token* token_at(std::uint32_t at) const {
    const auto it = std::lower_bound(tokens_.begin(), tokens_.end(), at,
                                     [](const Token& t, std::uint32_t a) { return t.span.begin < a; });
    return it != tokens_.end() && it->span.begin == at ? &*it : nullptr;
  }
  // 公司们, 公司等企业 say nothing; 公司法 is another word.
  [[nodiscard]] bool is_plural(std::uint32_t end) const {
    static constexpr std::array<std::string_view, 6> kNot = {"法", "们", "制", "化", "章程", "业"};
    return !part_.one_of(end, kNot).empty();
  }

  void known() {
    for (const Token& token : tokens_) {
      if (token.kind != Token::org || in_body(token.span) || taken(token.span)) continue;
      Name name{token.span, {}, Source::known, token.row, orgs_->at(token.row, org_kind_), false};
      extend(name);
      if (name.kind == "operator" && begins_relative(name.span.begin)) name.span.begin -= 3;
      out_.push_back(std::move(name));
    }
  }

  void endings() {
    for (const Hit& hit : part_.hits()) {
      if (hit.cls != WordClass::org_suffix || taken(hit.span) || in_body(hit.span) || is_plural(hit.span.end)) continue;
      if (!part_.one_of(hit.span.begin, kOperators).empty()) continue;
      const std::uint32_t from = past_verbs(stretch(hit.span.begin), hit.span.begin);
      const std::uint32_t proper = proper_start(from, hit.span.begin);
      Name name{{proper, hit.span.end}, {}, Source::ending, 0, endings_->at(hit.row, ending_kind_),
                endings_->at(hit.row, ending_weak_) == "yes"};
      if (proper == hit.span.begin) {
        if (!stands_alone(from, hit)) continue;
        name.span.begin = from;
      } else if (!is_proper(name, hit)) {
        continue;
      }
      if (taken(name.span) || in_body(name.span) || is_venue(name)) continue;
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
    const Token* place = token_at(name.span.begin);
    std::uint32_t own = place == nullptr ? name.span.begin : place->span.end;
    if (own > ending.span.begin) own = ending.span.begin;
    const std::string_view text = part_.of({own, ending.span.begin});
    if (text.empty() && name.weak) return false;
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
    if (!name.weak || !part_.looking_back(name.span.begin, "在")) return false;
    const std::string_view rest = part_.of({name.span.end, std::min(part_.span().end, name.span.end + 18)});
    return rest.find("举") != std::string_view::npos || rest.find("召开") != std::string_view::npos;
  }

  // A name without a place: at least two characters of its own, and no common words.
  [[nodiscard]] bool stands_alone(std::uint32_t from, const Hit& ending) const {
    const std::uint32_t own = ending.span.begin - from;
    const bool weak = endings_->at(ending.row, ending_weak_) == "yes";
    const std::string_view kind = endings_->at(ending.row, ending_kind_);
    const bool strong = kind == "company" || kind == "university" || kind == "group" || kind == "media";
    if (own < (weak || !strong ? 12u : 6u) || own > 45) return false;
    if (kind == "association" || kind == "institute") return false;
    const bool allowed = part_.of(ending.span) == "集团" || kind == "body" || kind == "group" || kind == "committee";
    if (weak && !allowed) return false;
    if (kind == "hospital" || kind == "bank" || kind == "club") return false;
    const std::string_view before = part_.before(from);
    for (const std::string_view mark : {"某", "该", "各", "其", "每", "此", "的"}) {
      if (before == mark) return false;
    }
    static constexpr std::array<std::string_view, 44> kCommon = {
        "物业", "互联网", "网络", "电信", "基础", "平台", "母", "子", "分", "咨询", "外资", "中小", "龙头", "软件",
        "多家", "两家", "三家", "上述", "相关", "有关", "其他", "本", "知名", "国内", "省内", "我国", "数字", "信息",
        "法律", "售楼", "房产", "金融", "第三方", "境外", "海外", "一家", "部分", "大型", "社会", "行业", "伴随", "例如", "产业", "企业"};
    const std::string_view text = part_.of({from, ending.span.begin});
    return std::none_of(kCommon.begin(), kCommon.end(), [&](auto w) { return text.starts_with(w); }) &&
           !utf8::is_digit(utf8::decode(text, 0).cp);
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
        if (!part_.one_of(end, kNotOperator).empty()) break;
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
  const WordTable *orgs_ = nullptr, *endings_ = nullptr, *acts_ = nullptr;
  int org_kind_ = -1, ending_kind_ = -1, ending_weak_ = -1, act_use_ = -1, act_role_ = -1;
  std::vector<Token> tokens_;
  std::vector<Name> out_;
};

}  // namespace

std::vector<Name> names_in(const Part& part, const Bodies& bodies) {
  auto out = Finder(part, bodies).take();
  std::sort(out.begin(), out.end(), [](const Name& a, const Name& b) { return a.span.begin < b.span.begin; });
  return out;
}

}  // namespace guanlan::orgs
