#include "extract/orgs/names.h"

#include <algorithm>
#include <array>

#include "extract/near.h"
#include "extract/orgs/edges.h"
#include "extract/orgs/lists.h"
#include "extract/orgs/proper.h"
#include "extract/orgs/short.h"
#include "extract/orgs/tokens.h"
#include "extract/orgs/words.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan::orgs {
namespace {

using bodies::Part;

class Finder {
 public:
  Finder(const Part& part, const Bodies& bodies)
      : part_(part),
        bodies_(bodies),
        tokens_(part, bodies),
        edges_(part, tokens_),
        proper_(part, tokens_, edges_) {
    const Lexicon& lexicon = *part.passage().lexicon;
    orgs_ = &lexicon.table(WordClass::org);
    endings_ = &lexicon.table(WordClass::org_suffix);
    apps_ = &lexicon.table(WordClass::app);
    org_kind_ = orgs_->column("kind");
    ending_kind_ = endings_->column("kind");
    ending_weak_ = endings_->column("weak");
    const int use = apps_->column("use");
    for (const Hit& hit : part.passage().hits) {
      if (hit.cls == WordClass::app && part.span().contains(hit.span) &&
          apps_->at(hit.row, use) == "name")
        app_names_.push_back(hit.span);
    }
  }

  std::vector<Name> take() {
    operators();
    known();
    endings();
    institutes();
    quoted();
    quoted_list();
    find_lists(part_, out_);
    find_announced(part_, out_);
    find_latin(part_, out_);
    find_foreign(part_, out_);
    find_officers(part_, out_);
    find_short(part_, out_);
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool taken(Span span) const {
    return std::any_of(
        out_.rbegin(),
        out_.rend() - static_cast<std::ptrdiff_t>(out_.size() > 24 ? out_.size() - 24 : 0),
        [&](const Name& n) { return n.span.overlaps(span); });
  }

  void known() {
    for (const Token& token : tokens_.all()) {
      if (token.kind != Token::org || tokens_.in_body(token.span) || taken(token.span)) continue;
      if (inside_latin(token.span) || inside_app(token.span)) continue;
      Name name{token.span, {},        Source::known, token.row, orgs_->at(token.row, org_kind_),
                false,      token.span};
      edges_.extend(name);
      const Token* next = tokens_.at(name.span.end);  // 中国电信|天翼云科技有限公司
      if (next != nullptr && next->kind == Token::org && is_legal_form(part_.of(next->span)))
        name.span.end = next->span.end;
      if (name.kind == "internet") name.span.end += business_at(name.span);
      if (name.kind != "university") name.span.end += branch_abroad(name.span);
      if (name.kind == "group") name.span.end += beyond_group(name.span);
      if (name.span.end > token.span.end || is_small_bank(name)) name.span.begin = with_place(name);
      name.abroad =
          name.span.end > token.span.end &&
          (is_country(token.span.end) || word_at(part_, token.span.end, Around::area) != 0);
      if (name.kind == "operator" && edges_.begins_relative(name.span.begin)) name.span.begin -= 3;
      out_.push_back(std::move(name));
    }
  }

  [[nodiscard]] bool is_country(std::uint32_t at) const {
    const auto hits = part_.at(at);
    return std::any_of(hits.begin(), hits.end(),
                       [](const Hit& h) { return h.cls == WordClass::country; });
  }
  // 示例|出行 in a list: a company named after its business.
  [[nodiscard]] std::uint32_t business_at(Span span) const {
    const std::uint32_t size = word_at(part_, span.end, Around::business);
    const std::uint32_t end = span.end + size;
    return part_.looking_back(span.begin, "、") || part_.looking_at(end, "、") ||
                   part_.looking_at(end, "等")
               ? size
               : 0;
  }
  // Example勒索软件|团伙, Example|黑客组织
  [[nodiscard]] std::uint32_t beyond_group(Span span) const {
    const std::uint32_t whole = group_at(part_, span.end);
    return word_at(part_, span.end, Around::group_act) != 0 ? 0 : whole;
  }
  // 咪咕 in 咪咕视频, 腾讯 in 腾讯会议: a well-known app.
  [[nodiscard]] bool inside_app(Span span) const {
    return std::any_of(app_names_.begin(), app_names_.end(),
                       [&](Span app) { return app.begin == span.begin && app.end > span.end; });
  }
  [[nodiscard]] bool ends_branch(std::uint32_t at) const {
    return part_.looking_at(at, ",") || part_.looking_at(at, ")") ||
           word_at(part_, at, Around::branch_end) != 0;
  }
  // 示例|中国, 示例|香港, 示例|(中国) in a list: the company's branch there.
  [[nodiscard]] std::uint32_t branch_abroad(Span span) const {
    if (const std::uint32_t seat = edges_.past_seat(span.end); seat != span.end)
      return ends_branch(seat) ? seat - span.end : 0;
    const Token* place = tokens_.at(span.end);
    if (place == nullptr || place->kind != Token::place || !ends_branch(place->span.end)) return 0;
    return part_.looking_back(span.begin, "、") || part_.looking_at(place->span.end, "、")
               ? place->span.size()
               : 0;
  }
  // Lapsus$ in Scattered Lapsus$ Hunters.
  [[nodiscard]] bool inside_latin(Span span) const {
    const std::string_view text = part_.passage().text;
    const auto latin = [&](std::uint32_t at) {
      return at < part_.span().end && text[at] >= 'A' && text[at] <= 'Z';
    };
    if (!utf8::is_latin(utf8::decode(text, span.begin).cp)) return false;
    if (part_.looking_at(span.end, " ") && latin(span.end + 1)) return true;
    return part_.looking_back(span.begin, " ") && span.begin >= part_.span().begin + 2 &&
           utf8::is_latin(static_cast<unsigned char>(text[span.begin - 2]));
  }
  // 四川|示例银行; not 北京|工商银行, which is where one of a bank's many seats is.
  [[nodiscard]] bool is_small_bank(const Name& name) const {
    const std::string_view own = part_.of(name.span);
    return name.kind == "finance" && own.ends_with("银行") && !begins_with(own, Around::large_bank);
  }
  // 武汉|斗示网络科技有限公司: a known name that goes on to a legal form takes its place along.
  [[nodiscard]] std::uint32_t with_place(const Name& name) const {
    const Token* place = tokens_.covering(name.span.begin);
    const bool whole = is_legal_form(part_.of(name.span)) || is_small_bank(name);
    return whole && place != nullptr && place->kind == Token::place &&
                   place->span.end == name.span.begin
               ? place->span.begin
               : name.span.begin;
  }

  // “示例市我示健康研究院”: a place, an ending and whatever stands between them in the quotation.
  [[nodiscard]] bool is_whole_name(Span inner) const {
    constexpr std::uint32_t kShortest = 24;
    const Token* place = tokens_.at(inner.begin);
    if (inner.size() < kShortest || place == nullptr || place->kind != Token::place ||
        is_country(inner.begin))
      return false;
    const Hit* ending = ending_at(part_.passage(), WordClass::org_suffix, inner.end, inner.begin);
    return ending != nullptr && ending->span.begin > place->span.end + 6 &&
           endings_->at(ending->row, ending_kind_) != "body";
  }

  // “甲”“乙”|等商场: quotations side by side that the noun of firms closes.
  void quoted_list() {
    constexpr std::uint32_t kShortest = 6, kLongest = 36;
    const auto& brackets = part_.passage().brackets;
    const auto is_member = [&](const Bracket& b) {
      return b.mark == Mark::quote && part_.span().contains(b.span) &&
             b.inner.size() >= kShortest && b.inner.size() <= kLongest &&
             part_.of(b.inner).find_first_of(",:;!?") == std::string_view::npos &&
             !holds_word(part_.of(b.inner), "、");
    };
    for (std::size_t first = 0; first < brackets.size();) {
      std::size_t last = first + 1;
      if (!is_member(brackets[first])) {
        first = last;
        continue;
      }
      const auto behind = [&](std::uint32_t end) {
        return part_.looking_at(end, "、") ? end + 3 : end;
      };
      while (last < brackets.size() && is_member(brackets[last]) &&
             brackets[last].span.begin == behind(brackets[last - 1].span.end))
        ++last;
      const std::uint32_t end = brackets[last - 1].span.end;
      if (last - first > 1 && part_.looking_at(end, "等") && closes_list(part_, end + 3)) {
        for (std::size_t i = first; i < last; ++i) {
          if (!taken(brackets[i].inner))
            out_.push_back({brackets[i].inner, {}, Source::list, 0, "company", false, {}});
        }
      }
      first = last;
    }
  }

  // 勒索软件组织|“示例”: behind what only an organisation is called.
  void quoted() {
    constexpr std::uint32_t kLongest = 60, kLongestBehind = 36;
    for (const Bracket& b : part_.passage().brackets) {
      if (b.mark != Mark::quote || !part_.span().contains(b.span) || b.inner.size() < 6 ||
          b.inner.size() > kLongest)
        continue;
      const bool behind =
          b.inner.size() <= kLongestBehind && word_before(part_, b.span.begin, Around::party) != 0;
      if ((!behind && !is_whole_name(b.inner)) || taken(b.inner)) continue;
      if (part_.of(b.inner).find_first_of(",:;!?") != std::string_view::npos) continue;
      out_.push_back({b.inner, {}, Source::list, 0, "group", false, {}});
    }
  }

  // 新浪微博运营商|北京示例科技有限公司: a known name and another's behind it; the beginning as it
  // was: no place there.
  [[nodiscard]] std::uint32_t place_behind_known(Span name) const {
    const Token* known = tokens_.at(name.begin);
    if (known == nullptr || known->kind != Token::org) return name.begin;
    const Token* place = tokens_.first_from(known->span.end);
    const bool inside =
        place != nullptr && place->kind == Token::place && place->span.end < name.end;
    return inside && place->span.begin > known->span.end ? place->span.begin : name.begin;
  }

  // 示例处理技术|国家工程实验室: what it is for stands before it.
  [[nodiscard]] bool names_laboratory(std::uint32_t from, std::uint32_t proper) const {
    return from + 6 <= proper && proper - from <= 60 &&
           word_at(part_, proper, Around::laboratory) != 0 && edges_.has_clean_left(from);
  }

  void endings() {
    std::uint32_t refused = 0;  // where an ending ends before which no name stands
    for (const Hit& hit : part_.hits()) {
      if (hit.cls != WordClass::org_suffix || taken(hit.span) || tokens_.in_body(hit.span) ||
          edges_.is_plural(hit.span.end))
        continue;
      if (word_at(part_, hit.span.begin, Around::op) != 0) continue;
      const bool legal = is_legal_form(part_.of(hit.span));
      if (!legal && hit.span.end == refused) continue;  // 国际|律师事务所, not 国际律师|事务所
      const std::uint32_t from =
          edges_.past_verbs(edges_.stretch(hit.span.begin, legal), hit.span.begin);
      const std::string_view kind = endings_->at(hit.row, ending_kind_);
      const std::uint32_t reach = legal ? 12
                                  : kind == "company" || kind == "group"
                                      ? 6
                                      : 0;  // bytes before the place
      std::uint32_t proper = edges_.is_whole(from, hit.span.begin, reach)
                                 ? from
                                 : edges_.proper_start(from, hit.span.begin);
      if (names_laboratory(from, proper)) proper = from;
      Name name{{proper, hit.span.end},
                {},
                Source::ending,
                0,
                endings_->at(hit.row, ending_kind_),
                endings_->at(hit.row, ending_weak_) == "yes",
                {}};
      if (proper == hit.span.begin) {
        if (!proper_.alone(from, hit)) {
          if (name.kind == "company") refused = hit.span.end;
          continue;
        }
        name.span.begin = from;
      } else if (!proper_.behind_place(name, hit)) {
        if (name.kind == "company") refused = hit.span.end;
        continue;
      }
      name.span.begin = edges_.past_joiner(edges_.past_venue(name, hit), hit.span.begin);
      if (legal && part_.looking_back(name.span.begin, "》"))
        name.span.begin = edges_.book_before(name.span.begin);
      if (legal && taken(name.span)) name.span.begin = place_behind_known(name.span);
      if (taken(name.span) || tokens_.in_body(name.span) || proper_.is_venue(name)) continue;
      edges_.extend(name);
      out_.push_back(std::move(name));
    }
  }

  // 河南移动, 上海联通; the operators that follow share the place.
  void operators() {
    for (const PlaceMention& place : bodies_.places) {
      if (!part_.span().contains(place.span.begin) || place.body >= 0 || place.place == kNoPlace)
        continue;
      const PlaceLevel level = part_.passage().lexicon->gazetteer()[place.place].level;
      if (level != PlaceLevel::province && level != PlaceLevel::prefecture) continue;
      std::uint32_t at = place.span.end;
      const std::string_view prefix = part_.of(place.span);
      for (bool first = true;; first = false) {
        const std::uint32_t size = word_at(part_, at, Around::op);
        if (size == 0) break;
        std::uint32_t end = at + size;
        if (word_at(part_, end, Around::not_operator) != 0 &&
            (first || !part_.looking_at(end, "用户")))
          break;
        if (part_.looking_at(end, "公司")) end += 6;
        Name name{{first ? place.span.begin : at, end}, {}, Source::op, 0, "operator", false, {}};
        if (!first)
          name.text = std::string(prefix) + std::string(part_.of({at, at + size}));
        else
          edges_.extend(name);  // 福建联通|泉州市分公司
        out_.push_back(std::move(name));
        if (part_.looking_at(end, "、"))
          at = end + 3;
        else if (part_.looking_at(end, "和"))
          at = end + 3;
        else
          break;
      }
    }
  }

  void institutes() {
    for (const Span span : bodies_.institutes) {
      if (!part_.span().contains(span.begin)) continue;
      Name name{span, {}, Source::institute, 0, "institute", false, {}};
      edges_.extend(name);
      std::erase_if(out_, [&](const Name& n) { return name.span.contains(n.span); });
      out_.push_back(std::move(name));
    }
  }

  const Part& part_;
  const Bodies& bodies_;
  const WordTable *orgs_ = nullptr, *endings_ = nullptr, *apps_ = nullptr;
  std::vector<Span> app_names_;
  int org_kind_ = -1, ending_kind_ = -1, ending_weak_ = -1;
  const Tokens tokens_;
  const Edges edges_;
  const Proper proper_;
  std::vector<Name> out_;
};

}  // namespace

std::vector<Name> names_in(const Part& part, const Bodies& bodies) {
  auto out = Finder(part, bodies).take();
  std::sort(out.begin(), out.end(),
            [](const Name& a, const Name& b) { return a.span.begin < b.span.begin; });
  return out;
}

}  // namespace guanlan::orgs
