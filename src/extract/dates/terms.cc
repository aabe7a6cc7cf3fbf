#include "extract/dates/terms.h"

#include <algorithm>

#include "extract/around.h"
#include "extract/dates/reckon.h"

namespace guanlan::dates {
namespace {

using around::starts;
using around::starts_any;

constexpr std::string_view kForce[] = {"施行", "实施", "生效", "执行", "试行", "起施行", "实行"};
constexpr std::string_view kAdverbs[] = {"正式", "开始", "全面", "起"};
constexpr std::string_view kWithin[] = {"以内", "之内", "内"};
constexpr std::string_view kAfter[] = {"以后", "之后", "后"};
constexpr std::string_view kOpinions = "意见";
constexpr std::uint32_t kPhrase = 90;  // bytes of the words between 自 and 之日起

// The day that a period is reckoned from.
struct Anchor {
  std::string_view kind;  // issue effect receipt event date
  Point point;            // year 0: not known
  Span span;
};

class Terms {
 public:
  Terms(const Passage& p, const std::vector<Expression>& all, const std::vector<Reading>& readings,
        const std::optional<DateMention>& event)
      : p_(p), words_(p.lexicon->table(WordClass::time_word)), all_(all), readings_(readings) {
    kind_ = words_.column("kind");
    value_ = words_.column("value");
    if (event) issue_ = {"issue", point_of_iso(event->value), event->span};
  }

  std::vector<TermMention> run() {
    for (const Hit& hit : p_.hits) {
      if (hit.cls != WordClass::time_word || !p_.body.contains(hit.span)) continue;
      const std::string_view kind = words_.at(hit.row, kind_);
      const bool counts = kind == "term" || kind == "period";
      if (!counts || hit.span.begin < end_) continue;
      expressions_until(hit.span.begin);
      const std::string_view value = words_.at(hit.row, value_);
      kind == "term" ? reckoned_from(hit.span, value) : lasts(hit.span, value);
      end_ = hit.span.end;
    }
    expressions_until(p_.body.end);
    return std::move(out_);
  }

 private:
  static Point point_of_iso(std::string_view value) {
    const auto part = [&](std::size_t at, std::size_t size) {
      int n = 0;
      for (const char c : value.substr(std::min(at, value.size()), size)) {
        if (!utf8::is_digit(static_cast<unsigned char>(c))) return 0;
        n = n * 10 + (c - '0');
      }
      return n;
    };
    return {part(0, 4), part(5, 2), part(8, 2)};
  }

  void expressions_until(std::uint32_t limit);
  void from_printed_day(std::size_t i);
  void reckoned_from(Span cue, std::string_view value);
  void lasts(Span cue, std::string_view role);
  [[nodiscard]] std::uint32_t duration_before(std::uint32_t at) const;
  [[nodiscard]] Anchor told_behind(std::uint32_t at) const;
  [[nodiscard]] bool from_now(std::uint32_t at) const;
  [[nodiscard]] Anchor anchor_of(std::string_view value) const;
  [[nodiscard]] std::uint32_t phrase_begin(std::uint32_t at) const;
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] const char* due_role(Span phrase) const;
  [[nodiscard]] const char* period_before(std::uint32_t at) const;
  void add(Span span, const char* role, const Anchor& anchor, const Reckoned& reckoned, Why why);

  const Passage& p_;
  const WordTable& words_;
  const std::vector<Expression>& all_;
  const std::vector<Reading>& readings_;
  int kind_, value_;
  std::vector<TermMention> out_;
  Anchor issue_{"issue", {}, {}};
  Anchor effect_{"effect", {}, {}};  // the last day of effect before the place
  Anchor start_{"date", {}, {}};     // the last printed 自…起 before it
  std::size_t next_ = 0;             // expression
  std::uint32_t end_ = 0;            // of the last cue
};

void Terms::expressions_until(std::uint32_t limit) {
  for (; next_ < all_.size() && all_[next_].span.begin < limit; ++next_) {
    const Expression& e = all_[next_];
    if (e.in_title || e.point.year == 0) continue;
    if (readings_[next_].role == DateRole::effective) effect_ = {"effect", e.point, e.span};
    if (readings_[next_].role == DateRole::start) start_ = {"date", e.point, e.span};
    from_printed_day(next_);
  }
}

// 2024年5月1日起30日内.
void Terms::from_printed_day(std::size_t i) {
  const Expression& e = all_[i];
  if (e.point.day == 0 || !starts(p_.text, e.span.end, "起")) return;
  const auto duration = duration_at(p_.text, e.span.end + 3);
  if (!duration || duration->end > p_.body.end) return;
  const std::uint32_t word = starts_any(p_.text, duration->end, kWithin);
  if (word == 0) return;
  const Span span{e.span.begin, duration->end + word};
  add(span, due_role(span), {"date", e.point, e.span}, within(e.point, *duration),
      {"term.within", {e.span.end, span.end}});
}

Anchor Terms::anchor_of(std::string_view value) const {
  if (value == "issue") return issue_;
  if (value == "effect") return effect_;
  return {value, {}, {}};
}

// Where 自, 从 opens the phrase that ends at `at`; `at` itself where none does.
std::uint32_t Terms::phrase_begin(std::uint32_t at) const {
  const std::uint32_t low = std::max(p_.body.begin, at > kPhrase ? at - kPhrase : 0);
  for (std::uint32_t i = at; i > low;) {
    i -= utf8::decode_before(p_.text, i).size;
    if (i < low || around::ends_clause(around::next(p_.text, i))) return at;
    if (starts(p_.text, i, "自") || starts(p_.text, i, "从")) return i;
  }
  return at;
}

const char* Terms::due_role(Span phrase) const {
  const std::uint32_t from = phrase.begin - std::min(phrase.begin - p_.body.begin, kPhrase);
  const std::string_view near =
      p_.text.substr(from, std::min(p_.body.end, phrase.end + kPhrase) - from);
  return near.find(kOpinions) != std::string_view::npos ? "comment_by" : "deadline";
}

// 公示期为|自公布之日起5个工作日, 有效期|自发布之日起5年: what the words before 自 name; null: no
// period.
const char* Terms::period_before(std::uint32_t at) const {
  constexpr std::uint32_t kNear = 36;
  constexpr std::string_view kExpires[] = {"有效期", "试行期", "有效期限"},
                             kEnds[] = {"公示", "过渡期", "公告期", "异议期", "缓冲期"},
                             kComments[] = {"征求意见", "意见反馈"};
  const std::uint32_t from = std::max(p_.body.begin, at > kNear ? at - kNear : 0);
  std::string_view near = p_.text.substr(from, at - from);
  for (const std::string_view stop : {"。", ",", ";", "\n"}) {
    if (const std::size_t cut = near.rfind(stop); cut != near.npos)
      near.remove_prefix(cut + stop.size());
  }
  if (around::holds_any(near, kExpires)) return "expires";
  if (around::holds_any(near, kComments)) return "comment_by";
  return around::holds_any(near, kEnds) ? "end" : nullptr;
}

void Terms::reckoned_from(Span cue, std::string_view value) {
  const Span phrase{phrase_begin(cue.begin), cue.end};
  const Anchor anchor = anchor_of(value);
  std::uint32_t at = cue.end;
  if (starts(p_.text, at, "起")) at += 3;
  if (starts(p_.text, at, "满")) at += 3;
  if (const auto duration = duration_at(p_.text, at); duration && duration->end < p_.body.end) {
    const std::uint32_t end = duration->end;
    const std::uint32_t in = starts_any(p_.text, end, kWithin),
                        later = starts_any(p_.text, end, kAfter);
    const bool in_force = later != 0 && starts_any(p_.text, end + later, kForce) != 0;
    if (in_force) {
      effect_ = {"effect", after(anchor.point, *duration).point, phrase};
      add({phrase.begin, end + later + 6}, "effective", anchor, after(anchor.point, *duration),
          {"term.effective", cue});
    } else if (in != 0) {
      const Span span{phrase.begin, end + in};
      add(span, due_role(span), anchor, within(anchor.point, *duration), {"term.within", cue});
    } else if (const char* role = period_before(phrase.begin)) {
      const bool expires = role == std::string_view("expires");
      add({phrase.begin, end}, role, anchor,
          expires ? lasting(anchor.point, *duration) : within(anchor.point, *duration),
          {"term.lasting", cue});
    }
    return;
  }
  while (const std::uint32_t adverb = starts_any(p_.text, at, kAdverbs)) at += adverb;
  const std::uint32_t force = starts_any(p_.text, at, kForce);
  if (force == 0 || value != "issue") return;
  const Span span{phrase.begin, at + force};
  if (anchor.point.year != 0) effect_ = {"effect", anchor.point, span};
  const std::string day = iso(anchor.point);
  add(span, "effective", anchor, {anchor.point, day.empty() ? day : "公布日 = " + day},
      {"term.effective", cue});
}

bool Terms::same_sentence(std::uint32_t a, std::uint32_t b) const {
  constexpr std::uint32_t kFar = 600;
  if (a > b || b - a > kFar) return false;
  const std::string_view gap = p_.text.substr(a, b - a);
  return gap.find('\n') == std::string_view::npos;
}

// 设|6个月过渡期: where the duration begins that ends at `at`; `at` itself where none does.
std::uint32_t Terms::duration_before(std::uint32_t at) const {
  constexpr std::uint32_t kLongest = 24;
  std::uint32_t out = at;
  for (std::uint32_t from = at; from > p_.body.begin && at - from < kLongest;) {
    from -= utf8::decode_before(p_.text, from).size;
    if (const auto duration = duration_at(p_.text, from); duration && duration->end == at)
      out = from;
  }
  return out;
}

// 有效期五年|,自2024年6月1日起施行: the day that follows, where it is one to begin from.
Anchor Terms::told_behind(std::uint32_t at) const {
  if (!starts(p_.text, at, ",自") || next_ >= all_.size()) return {};
  const Expression& e = all_[next_];
  if (e.span.begin != at + 4 || e.point.year == 0) return {};
  const DateRole role = readings_[next_].role;
  if (role == DateRole::effective) return {"effect", e.point, e.span};
  return role == DateRole::start ? Anchor{"date", e.point, e.span} : Anchor{};
}

// 自|即日起|开展为期两个月的…: from the day of the notice.
bool Terms::from_now(std::uint32_t at) const {
  constexpr std::string_view kNow[] = {"即日起", "今日起", "今天起"};
  constexpr std::uint32_t kNear = 150;
  const std::uint32_t from = std::max(p_.body.begin, at > kNear ? at - kNear : 0);
  std::string_view near = p_.text.substr(from, at - from);
  if (const std::size_t stop = near.rfind("。"); stop != near.npos) near.remove_prefix(stop);
  return around::holds_any(near, kNow);
}

// 有效期5年, 试行2年, 为期3个月, 6个月过渡期.
void Terms::lasts(Span cue, std::string_view role) {
  std::uint32_t at = cue.end;
  if (starts(p_.text, at, "为") || starts(p_.text, at, ":")) at += starts(p_.text, at, ":") ? 1 : 3;
  Span span = cue;
  auto duration = duration_at(p_.text, at);
  if (!duration && role == "end") {
    span.begin = duration_before(cue.begin);
    duration = duration_at(p_.text, span.begin);
  }
  if (!duration || duration->end > p_.body.end) return;
  span.end = std::max(span.end, duration->end);
  const bool expires = role == "expires";
  Anchor anchor = expires ? effect_ : start_;
  if (anchor.point.year == 0 || !same_sentence(anchor.span.end, cue.begin))
    anchor = told_behind(span.end);
  if (anchor.point.year == 0 && !expires && from_now(cue.begin)) anchor = issue_;
  if (anchor.point.year == 0 || duration->unit == TimeUnit::working_day) return;
  add(span, expires ? "expires" : "end", anchor, lasting(anchor.point, *duration),
      {"term.lasting", cue});
}

void Terms::add(Span span, const char* role, const Anchor& anchor, const Reckoned& reckoned,
                Why why) {
  TermMention term;
  term.span = span;
  term.value = iso(reckoned.point);
  term.role = role;
  term.anchor_kind = anchor.kind;
  term.anchor = iso(anchor.point);
  term.anchor_span = anchor.span;
  term.derivation = reckoned.derivation;
  term.why = why;
  out_.push_back(std::move(term));
}

}  // namespace

std::vector<TermMention> find_terms(const Passage& passage,
                                    const std::vector<Expression>& expressions,
                                    const std::vector<Reading>& readings,
                                    const std::optional<DateMention>& event) {
  return Terms(passage, expressions, readings, event).run();
}

}  // namespace guanlan::dates
