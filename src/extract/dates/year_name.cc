#include "extract/dates/year_name.h"

#include "extract/around.h"
#include "extract/near.h"
#include "text/numeral.h"

namespace guanlan::dates {
namespace {

using around::starts_any;

// Words that no name goes over: particles and the verbs of notices.
constexpr std::string_view kStops[] = {
    "的",   "了",   "将",   "已",   "是",   "在",   "对",   "要",   "以来", "期间",
    "相比", "同比", "以后", "开展", "召开", "举办", "举行", "发布", "印发", "出台",
    "启动", "公布", "完成", "实施", "部署", "推进", "进行", "组织", "查处", "侦破",
    "处置", "通过", "参加", "参与", "加强", "落实", "获得", "获批", "入选", "被"};

constexpr std::string_view kPeople[] = {"人士", "家", "者"};  // 2014年某活动人士

// 2024年第3批, 2024年第四期, 公告2024年第24号.
bool numbered(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kSeries[] = {"批", "期", "号", "次", "届", "轮", "辑", "季", "版"};
  if (around::starts(text, at, "版") || around::starts(text, at, "第三季度"))
    return around::starts(text, at, "版");
  if (!around::starts(text, at, "第")) return false;
  const auto n = numeral_at(
      text, at + 3, static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), at + 24)));
  if (!n || around::starts(text, n->span.end, "季度")) return false;
  return around::starts_any(text, n->span.end, kSeries) != 0;
}

}  // namespace

YearNames::YearNames(const Passage& passage)
    : p_(passage),
      words_(passage.lexicon->table(WordClass::time_word)),
      kind_(words_.column("kind")) {
  while (hit_ < p_.hits.size() && !p_.body.contains(p_.hits[hit_].span.begin)) ++hit_;
  while (bracket_ < p_.brackets.size() && !p_.body.contains(p_.brackets[bracket_].span.begin))
    ++bracket_;
}

bool YearNames::opens_quote(Span span) {
  constexpr std::uint32_t kTitle = 90;
  while (bracket_ < p_.brackets.size() && p_.brackets[bracket_].inner.begin < span.begin)
    ++bracket_;
  for (std::size_t i = bracket_; i < p_.brackets.size() && p_.brackets[i].inner.begin == span.begin;
       ++i) {
    const Bracket& b = p_.brackets[i];
    if (b.mark != Mark::quote || b.inner.size() > kTitle) continue;
    const std::string_view inner = p_.of(b.inner);
    return inner.find(',') == std::string_view::npos && !holds_word(inner, "。");
  }
  return false;
}

std::uint32_t YearNames::name_limit(std::uint32_t at) const {
  constexpr std::uint32_t kReach = 90, kShortParen = 12;
  std::uint32_t limit = at;
  while (limit < p_.body.end && limit - at < kReach) {
    const auto d = utf8::decode(p_.text, limit);
    if (const std::uint32_t over = skip_paren(p_, limit);
        over != limit && over - limit <= kShortParen) {  // 市(州)推荐名单
      limit = over;
      continue;
    }
    if (d.cp == U'“') {  // 2024年“数据要素×”大赛
      const std::size_t close = p_.text.substr(limit, kReach).find("”");
      if (close != std::string_view::npos) {
        limit += static_cast<std::uint32_t>(close) + 3;
        continue;
      }
    }
    if (around::ends_clause(d.cp) || d.cp == '(' || d.cp == U'《') break;
    if (d.cp == U'、' || around::starts_any(p_.text, limit, kStops) != 0) break;
    limit += d.size;
  }
  return limit;
}

// 今年网络安全宣传周的主题: the name of what is held every year, right behind 今年.
bool YearNames::this_years_event(const Expression& e) {
  constexpr std::uint32_t kName = 30;
  while (hit_ < p_.hits.size() && p_.hits[hit_].span.begin < e.span.end) ++hit_;
  for (std::size_t i = hit_; i < p_.hits.size() && p_.hits[i].span.end <= e.span.end + kName; ++i) {
    if (p_.hits[i].cls != WordClass::time_word || words_.at(p_.hits[i].row, kind_) != "name_head")
      continue;
    const std::string_view name = p_.of(p_.hits[i].span);
    return (name.ends_with("周") || name.ends_with("月") || name.ends_with("日") ||
            name.ends_with("大赛")) &&
           p_.hits[i].span.end <= name_limit(e.span.end);
  }
  return false;
}

bool YearNames::holds(const Expression& e) {
  const bool coarse = e.year_alone || e.point.half != 0 || e.point.quarter != 0;
  if (coarse && e.year_alone && e.reckoning == Reckoning::from_issue) return this_years_event(e);
  if (!coarse || e.reckoning != Reckoning::written || e.range_first || e.range_last) return false;
  if (numbered(p_.text, e.span.end) || (e.year_alone && opens_quote(e.span))) return true;
  if (around::starts(p_.text, e.span.end, "财年") || around::starts(p_.text, e.span.end, "学年"))
    return true;
  const std::uint32_t limit = name_limit(e.span.end);
  while (hit_ < p_.hits.size() && p_.hits[hit_].span.begin < e.span.end) ++hit_;
  for (std::size_t i = hit_; i < p_.hits.size() && p_.hits[i].span.begin < limit; ++i) {
    const Hit& hit = p_.hits[i];
    if (starts_any(p_.text, hit.span.end, kPeople) != 0) continue;
    if (hit.cls == WordClass::time_word && hit.span.end <= limit + 12 &&
        words_.at(hit.row, kind_) == "name_head")
      return true;
  }
  return false;
}

}  // namespace guanlan::dates
