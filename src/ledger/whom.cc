#include "ledger/whom.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "extract/around.h"
#include "stats/operators.h"
#include "stats/words.h"

namespace guanlan::ledger {
namespace {

using around::ends_any;

// Before a body that does not act itself.
constexpr std::string_view kNotSubject[] = {"会同", "联合", "按照", "根据", "配合",
                                            "协同", "移送", "移交", "报请", "依据",
                                            "经",   "在",   "向",   "据",   "对"};

// Kinds of generic_bodies.tsv that name nobody: 有关部门, 专案组, 领导小组.
constexpr std::string_view kNobody[] = {"any",         "government",  "group",
                                        "institution", "association", "services",
                                        "local",       "central",     "party"};
constexpr int kMost = 64;  // names that are looked at before a deed
// Levels of authorities.tsv whose bodies are somebody by their name alone.
constexpr std::string_view kNational[] = {"party",  "central", "ministry",     "department",
                                          "bureau", "court",   "procuratorate"};

template <std::size_t N>
bool one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

}  // namespace

Whom::Whom(const Passage& passage, const Mentions& done, const stats::View& view)
    : p_(passage), m_(done), view_(view) {
  collect_bodies();
  collect_generic();
  collect_placed();
  for (const NameMention& org : m_.orgs) {
    if (p_.body.contains(org.span)) all_.push_back({org.span, "org", {}, {}});
  }
  std::stable_sort(all_.begin(), all_.end(), [](const Candidate& a, const Candidate& b) {
    return a.span.begin < b.span.begin;
  });
}

// A body under the name that the record gives it; police that the record knows as another body are
// looked up by their kind, as 警方 is.
void Whom::collect_bodies() {
  std::unordered_set<std::string_view> acting;
  std::unordered_map<std::uint32_t, std::string_view>
      printed;  // where it begins → the record's name
  for (const AuthorityMention& a : m_.authorities) {
    acting.insert(a.name);
    printed.emplace(a.span.end, a.name);
  }
  for (const BodyMention& b : m_.bodies.bodies) {
    if (b.in_title || b.in_book) continue;
    const auto named = printed.find(b.span.end);
    const bool known = named != printed.end() || acting.contains(b.name);
    const bool police = b.kind == BodyKind::police && !known;
    const bool placed = b.kind == BodyKind::local && b.place != kNoPlace;
    if (!known && !police && !placed && !one_of(b.domain, kNational)) continue;  // 领导小组
    all_.push_back({b.span, police ? "body" : "authority",
                    named != printed.end() ? named->second : std::string_view(b.name),
                    b.kind == BodyKind::police ? "police" : b.domain,
                    b.kind == BodyKind::local || b.kind == BodyKind::police, b.place});
  }
}

// 杭州公安, 青岛网警: no body by its name, but one of that kind there.
void Whom::collect_placed() {
  constexpr std::string_view kPolice[] = {"公安", "网警", "网安", "警方"};
  const std::size_t bodies = all_.size();
  std::size_t body = 0;
  for (const PlaceMention& place : m_.bodies.places) {
    if (place.in_title || place.in_book || place.body >= 0) continue;
    const std::uint32_t size = around::starts_any(p_.text, place.span.end, kPolice);
    if (size == 0 || around::starts(p_.text, place.span.end + size, "部")) continue;
    const Span span{place.span.begin, place.span.end + size};
    while (body < bodies && all_[body].span.end <= span.begin) ++body;
    if (body < bodies && all_[body].span.overlaps(span)) continue;
    all_.push_back({span, "body", {}, "police", false, place.place});
  }
}

// 全国公安机关, 检察机关: no authority of the record, but the doer that the text names.
void Whom::collect_generic() {
  const WordTable& table = p_.lexicon->table(WordClass::generic_body);
  const int kind = table.column("kind");
  std::uint32_t reach = 0;
  std::size_t body = 0, place = 0;
  const std::size_t bodies = all_.size();
  for (const Hit& hit : p_.hits) {
    if (hit.cls != WordClass::generic_body || !p_.body.contains(hit.span) || hit.span.begin < reach)
      continue;
    reach = hit.span.end;
    while (body < bodies && all_[body].span.end <= hit.span.begin) ++body;
    if (body < bodies && all_[body].span.overlaps(hit.span)) continue;
    const std::string_view domain = table.at(hit.row, kind);
    if (one_of(domain, kNobody)) continue;
    const auto& places = m_.bodies.places;
    while (place < places.size() &&
           (places[place].in_title || places[place].span.end < hit.span.begin))
      ++place;
    const bool placed =
        place < places.size() && places[place].span.end == hit.span.begin && places[place].body < 0;
    if (placed)
      all_.push_back({{places[place].span.begin, hit.span.end},
                      "body",
                      {},
                      domain,
                      false,
                      places[place].place});  // 天津市检察机关
    else
      all_.push_back({hit.span, "body", table.name(hit.row), domain});
  }
}

void Whom::enter(std::uint32_t paragraph) {
  if (paragraph == paragraph_) return;
  paragraph_ = paragraph;
  case_ = {};
}

bool Whom::subject(const Candidate& c) const {
  if (around::starts(p_.text, c.span.end, "的")) return false;
  return ends_any(p_.text, c.span.begin, kNotSubject) == 0;
}

const Whom::Candidate* Whom::last(std::uint32_t from, std::uint32_t until, bool orgs) const {
  auto it =
      std::lower_bound(all_.begin(), all_.end(), until,
                       [](const Candidate& c, std::uint32_t at) { return c.span.begin < at; });
  for (int looked = 0; it != all_.begin() && looked < kMost; ++looked) {
    --it;
    if (it->span.begin < from) return nullptr;
    if (it->span.end <= until && (orgs || it->kind != "org") && subject(*it)) return &*it;
  }
  return nullptr;
}

// 警方 and 公安机关 behind a body of that kind are that body.
LedgerEntry::Whom Whom::named(const Candidate& c, std::size_t index) const {
  if (c.kind != "body")
    return {c.span, c.kind, std::string(c.name.empty() ? p_.of(c.span) : c.name)};
  const std::string_view words = p_.of(c.span);
  constexpr std::string_view kSeveral[] = {"级", "地"};  // 市县两级公安机关
  const bool everywhere = words.starts_with("全国") || words.starts_with("各") ||
                          ends_any(p_.text, c.span.begin, kSeveral) != 0;
  const std::size_t floor = index > 64 ? index - 64 : 0;
  for (std::size_t i = index; i-- > floor && !everywhere;) {
    const bool there = c.place == kNoPlace || c.place == all_[i].place;
    if (all_[i].kind == "authority" && all_[i].local && all_[i].domain == c.domain && there)
      return {c.span, "authority", std::string(all_[i].name)};
  }
  const bool police = c.local;  // 青岛警方: named by its place
  return {c.span, police ? "authority" : c.kind, std::string(c.name.empty() ? words : c.name)};
}

// The last case that the sentence names before.
Span Whom::case_before(const Sentence& sentence, std::uint32_t until) {
  constexpr std::uint32_t kFar = 400;
  const std::uint32_t from = std::max(sentence.span.begin, until > kFar ? until - kFar : 0);
  const Word* thing = sentence.last(Class::thing, from, until);
  while (thing != nullptr && thing->id(Class::thing) != "cases")
    thing = sentence.last(Class::thing, from, thing->span.begin);
  return thing == nullptr ? Span{} : thing->span;
}

// 破获一起侵犯公民个人信息案,…涉案金额1000万元.
LedgerEntry::Whom Whom::of_case(const Sentence& sentence, const Counted& counted) const {
  Span at = case_;
  if (const Span named = case_before(sentence, counted.counts.span.begin); !named.empty())
    at = named;
  if (at.empty() && around::starts(p_.text, counted.counts.span.begin, "涉案"))
    at = {counted.counts.span.begin, counted.counts.span.begin + 6};
  if (at.empty()) return {};
  return {at, "case", std::string(p_.of(at))};
}

LedgerEntry::Whom Whom::doer(const Sentence& sentence, const Counted& counted) {
  if (const Span named = case_before(sentence, counted.lead_end); !named.empty()) case_ = named;
  const bool sum =
      has(counted.counts.thing, Trait::case_sum) || has(counted.counts.deed, Trait::suffered);
  const std::uint32_t until = counted.deed.empty() ? counted.lead_end : counted.deed.begin;
  const bool anyone = has(counted.counts.deed, Trait::anyone);
  const Candidate* candidate = last(sentence.span.begin, until, sum || anyone);
  if (sum) {
    if (candidate != nullptr && candidate->kind == "org") return named(*candidate, 0);
    return of_case(sentence, counted);
  }
  if (candidate == nullptr && !anyone) candidate = last(sentence.span.begin, until, true);
  if (candidate == nullptr && !anyone) {
    candidate = last(paragraph_, sentence.span.begin, false);
    const bool only =
        m_.authorities.size() == 1 && m_.authorities.front().span.begin < sentence.span.begin;
    if (candidate == nullptr && only) {
      const AuthorityMention& a = m_.authorities.front();
      return {a.span, "authority", a.name};
    }
  }
  if (candidate == nullptr) return {};
  return named(*candidate, static_cast<std::size_t>(candidate - all_.data()));
}

// The operator, or the place, that stands last between the two.
LedgerEntry::Whom Whom::place_before(std::uint32_t from, std::uint32_t until,
                                     std::size_t place) const {
  const auto& places = *view_.places;
  auto it = std::lower_bound(
      places.begin(), places.end(), until,
      [](const PlaceMention& p, std::uint32_t at) { return p.in_title || p.span.begin < at; });
  for (; it != places.begin() && !(it - 1)->in_title && (it - 1)->span.begin >= from; --it) {
    const PlaceMention& one = *(it - 1);
    const stats::Operators operators = stats::operators_at(view_, one.span.begin, until);
    if (!operators.names.empty()) {
      const std::size_t which = operators.names.size() > place ? place : 0;
      return {{one.span.begin, operators.end}, "operator", operators.names[which]};
    }
    if (one.body >= 0 || one.in_book || one.place == kNoPlace || one.span.end > until) continue;
    return {one.span, "region", view_.map().path(one.place)};
  }
  const std::string_view words = p_.of({from, until});
  if (const auto home = stats::last(stats::Cue::home, words); home && view_.home != kNoPlace) {
    return {{from + home.at, from + home.end()}, "region", view_.map().path(view_.home)};
  }
  if (const auto nation = stats::last(stats::Cue::nation, words)) {
    return {{from + nation.at, from + nation.end()}, "region", "中国"};
  }
  return {};
}

LedgerEntry::Whom Whom::owner(const Sentence& sentence, std::uint32_t at, std::size_t place) {
  std::uint32_t from = sentence.span.begin;
  const auto figure = std::lower_bound(
      sentence.figures.begin(), sentence.figures.end(), at,
      [](const QuantityMention* q, std::uint32_t a) { return q->number.begin < a; });
  if (figure != sentence.figures.begin()) from = (*(figure - 1))->span.end;
  from = std::min(from, at);
  constexpr std::uint32_t kFar = 180;
  if (at - from > kFar) from = sentence.clauses[sentence.clause_of(at)].begin;
  if (at - from > kFar) from = at;
  if (place == 0) list_ = {from, at};
  LedgerEntry::Whom found = place_before(list_.begin, list_.end, place);
  if (!found.span.empty()) {
    if (place == 0) owners_.clear();
    owners_.push_back(found);
    return found;
  }
  if (owners_.empty()) return {};
  return owners_[std::min(place, owners_.size() - 1)];
}

}  // namespace guanlan::ledger
