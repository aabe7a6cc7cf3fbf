#include "stats/prose.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "extract/around.h"
#include "stats/clauses.h"
#include "stats/phrase.h"
#include "stats/target.h"
#include "stats/values.h"
#include "stats/words.h"
#include "text/utf8.h"

namespace guanlan::stats {
namespace {

class Reader {
 public:
  Reader(const View& view, Period& period) : view_(view), values_(view), targets_(view, period) {}

  std::vector<Draft> run() {
    for (const Clause& clause : find_clauses(view_)) {
      if (clause.opens && begins_paragraph(clause.span)) base_.reset();
      read(clause);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool begins_paragraph(Span clause) const {
    return clause.begin == 0 || view_.text()[clause.begin - 1] == '\n';
  }
  void read(const Clause& clause);
  bool without_value(const Clause& clause);
  [[nodiscard]] std::uint32_t beginning_of_lead(std::uint32_t value) const;
  bool read_group(Span clause, Span lead, const Amount* first, std::size_t count, Span after);
  [[nodiscard]] bool stands_before_its_noun(Span lead) const;
  void emit(const Lead& lead, const Amount* values, std::size_t count, Span text);
  void describe(const Lead& lead, const Target& target, Observation& o) const;
  void date(const Lead& lead, bool flow, Observation& o) const;
  void one(const Lead& lead, const Target& target, const Amount& value, Span text);

  const View& view_;
  Values values_;
  Targets targets_;
  std::vector<Draft> out_;
  bool complete(Lead& lead, const Amount& amount);
  void before(const Lead& lead, const Amount& value, Span text);
  void move_rank(Lead lead, const Amount& value, Span text);

  std::string scope_;               // of the last rank
  bool ranked_ = false;             // the last value was a rank or its change
  std::optional<Lead> base_;        // what a bare 增长 is measured against
  std::optional<Lead> left_share_;  // 由上年的15.6%: what share it was
  std::optional<Amount> left_;      // the rank that was left: 由上月的第5位
  Measure left_against_ = Measure::mom;
  std::string share_;  // the name of the share that was the last value
  Measure last_ = Measure::total;
};

// 占全省移动互联网接入流量的56.2%, said of that traffic: a share of 全省.
std::string whole_of(std::string_view whole, std::string_view name) {
  const bool repeats = whole.size() > name.size() && whole.ends_with(name);
  return std::string(repeats ? whole.substr(0, whole.size() - name.size()) : whole);
}

// Where the words before a value begin at the earliest, however long its clause is.
std::uint32_t Reader::beginning_of_lead(std::uint32_t value) const {
  constexpr std::uint32_t kLongestLead = 360;
  std::uint32_t at = value > kLongestLead ? value - kLongestLead : 0;
  while (at < value && (static_cast<unsigned char>(view_.text()[at]) & 0xC0) == 0x80) ++at;
  return at;
}

void Reader::read(const Clause& clause) {
  std::vector<Amount> values = values_.in(clause.span);
  std::uint32_t at = clause.span.begin;
  bool any = false;
  for (std::size_t i = 0; i < values.size();) {
    std::size_t end = i + 1;
    while (end < values.size() && in_series(view_, values[end - 1], values[end])) ++end;
    share_unit({&values[i], end - i});
    const Span after = words_after(view_, values[end - 1], clause.span);
    at = std::max(at, beginning_of_lead(values[i].span.begin));
    if (read_group(clause.span, {at, values[i].span.begin}, &values[i], end - i, after)) {
      at = values[end - 1].span.end;
      any = true;
    }
    i = end;
  }
  if (!any) without_value(clause);
}

bool Reader::without_value(const Clause& clause) {
  Lead lead;
  if (says_first(view_, clause.span, lead)) {
    const Amount first{clause.span, 1, "位", true};
    emit(lead, &first, 1, clause.span);
    return true;
  }
  if (says_base(view_, clause.span, lead)) {
    base_ = lead;
    return true;
  }
  if (says_level(view_, clause.span, lead)) {
    const bool of_rank = ranked_ && lead.subject.empty();
    if (of_rank) lead.role = Role::rank_change;
    const Amount none{clause.span, 0, of_rank ? "位" : "%", false};
    emit(lead, &none, 1, clause.span);
    return true;
  }
  targets_.mention(clause.span, clause.announces);
  return false;
}

// 有26826个IP地址…, 发放822张许可证: the noun stands behind its number.
bool Reader::stands_before_its_noun(Span lead) const {
  std::string_view words = view_.of(lead);
  while (const Word approx = suffix(Cue::approx, words)) words.remove_suffix(approx.size());
  for (const Cue cue : {Cue::added, Cue::issued, Cue::handled, Cue::exist}) {
    if (suffix(cue, words)) return true;
  }
  return false;
}

bool Reader::read_group(Span clause, Span lead_words, const Amount* first, std::size_t count,
                        Span after) {
  Lead lead = read_lead(view_, lead_words, *first);
  if (lead.role == Role::other || !complete(lead, *first)) return false;
  const Span as_printed{lead_words.begin, first[count - 1].span.end};
  if (lead.role == Role::left_share) {
    left_share_ = lead;
    return true;
  }
  if (left_share_ && first->percent() && lead.role == Role::total && lead_words.size() <= 24) {
    lead = *left_share_;  // 提升至15.9%
    lead.role = Role::share;
  }
  left_share_.reset();
  if (lead.role == Role::before) return count == 1 && (before(lead, *first, as_printed), true);
  if (lead.role == Role::left_rank) {
    left_ = *first;
    left_against_ = lead.measure;
    return true;
  }
  if (lead.role == Role::rank_change && first->ordinal) {
    return count == 1 && (move_rank(lead, *first, as_printed), true);
  }
  const bool amount = lead.role == Role::total || lead.role == Role::added;
  const bool attribute = view_.of(after).starts_with("的");  // 占比10%的企业
  if (attribute) return false;
  const bool behind = amount && !goes_on(view_.of(after));
  if (behind && !(count == 1 && stands_before_its_noun(lead_words))) return false;
  const Span text{lead_words.begin, behind ? clause.end : first[count - 1].span.end};
  if (behind) {
    if (!targets_.counted(lead_words, after)) return false;
    lead.subject = {lead.subject.begin, lead.subject.begin};
  }
  emit(lead, first, count, text);
  return true;
}

// 增长9.3% takes its base from the growth before it in the paragraph; of a year, from the year
// before.
bool Reader::complete(Lead& lead, const Amount& amount) {
  if (lead.role == Role::change && !lead.bare) base_ = lead;
  if (!lead.bare) return true;
  const Period& period = targets_.period();
  if (!base_ && period && !period.range() && period.month == 0) {
    lead.measure = Measure::yoy;
    return true;
  }
  if (!base_ || amount.unit == "") return false;
  lead.measure = base_->measure;
  lead.since = base_->since;
  lead.versus = base_->versus;
  if (base_->since) lead.role = Role::added;
  return true;
}

// 较上月的58.4万个: the value of the period before.
void Reader::before(const Lead& lead, const Amount& value, Span text) {
  const auto targets = targets_.of(lead.subject, 1, Role::total);
  const int months = lead.measure == Measure::mom ? 1 : 12;
  const Period period = lead.versus ? lead.versus : months_before(targets_.period(), months);
  if (targets.size() == 1 && period) {
    Lead plain = lead;
    plain.role = Role::total;
    plain.measure = Measure::total;
    one(plain, targets.front(), value, text);
    out_.back().observation.period = iso(period);
  }
  base_ = lead;
}

// 由上月的第21位上升至第20位: a rank, where it was not said before, and how far it moved.
void Reader::move_rank(Lead lead, const Amount& value, Span text) {
  if (!left_) return;
  const auto targets = targets_.of(lead.subject, 1, Role::rank);
  const double from = left_->value;
  left_.reset();
  if (targets.size() != 1) return;
  if (!ranked_) {
    Lead rank = lead;
    rank.role = Role::rank;
    rank.measure = Measure::rank;
    rank.scope = scope_;
    one(rank, targets.front(), value, text);
  }
  lead.measure = left_against_;
  Amount moved = value;
  moved.value = from - value.value;
  one(lead, targets.front(), moved, text);
  ranked_ = true;
}

void Reader::emit(const Lead& lead, const Amount* values, std::size_t count, Span text) {
  const auto targets = targets_.of(lead.subject, count, lead.role);
  if (targets.size() != count) return;
  if (lead.role == Role::rank) scope_ = lead.scope;
  for (std::size_t i = 0; i < count; ++i) one(lead, targets[i], values[i], text);
  ranked_ = lead.role == Role::rank || lead.role == Role::rank_change;
}

// What the role adds to the name, and what it is measured against.
void Reader::describe(const Lead& lead, const Target& target, Observation& o) const {
  switch (lead.role) {
    case Role::total:
      if (lead.of_whole) o.indicator = target.stem + "占比";
      o.measure = target.measure;
      if (o.measure == Measure::total) o.measure = measure_of(o.indicator, o.unit);
      break;
    case Role::share:
      o.base = view_.wording(lead.whole);
      o.indicator += "占" + whole_of(o.base, target.name) + "的比重";
      break;
    case Role::rank:
      o.rank_of = lead.scope;
      break;
    case Role::rank_change:
      o.indicator += scope_ + "排名";
      o.rank_of = scope_;
      o.unit = "位";
      break;
    case Role::average:
      o.base = lead.base;
      o.indicator += lead.base;
      o.measure = o.unit == "个百分点" && last_ == Measure::yoy ? Measure::yoy
                                                                : measure_of(target.name, o.unit);
      break;
    default:
      break;
  }
}

// A stock counts at the end of the period, a flow and an increase over it.
void Reader::date(const Lead& lead, bool flow, Observation& o) const {
  Period period = targets_.period();
  if (lead.of_growth && lead.versus) {                     // 增速较1-3月回落
    const bool earlier = lead.versus.year == period.year;  // in a run of months, not a year ago
    o.measure = earlier ? Measure::mom : Measure::yoy;
    o.period = iso(period);
    o.base = iso(lead.versus);
    return;
  }
  if (o.measure == Measure::added) {
    if (lead.since) period = since_january(period);
    if (lead.versus) period = months_since(lead.versus, period);
    o.base = iso(lead.versus);
  } else if (!flow) {
    period = end_of(period);
  } else if (o.indicator.find("累计") != std::string::npos) {
    period = since_january(period);  // 截至6月,累计流量
  }
  if (o.measure == Measure::yoy) o.base = iso(months_before(period, 12));
  const bool month = !period.range() && period.month != 0;
  if (o.measure == Measure::mom && month) o.base = iso(months_before(period, 1));
  o.period = iso(period);
}

void Reader::one(const Lead& lead, const Target& target, const Amount& value, Span text) {
  Draft d{{}, text};
  Observation& o = d.observation;
  const bool amount = lead.role == Role::total || lead.role == Role::added;
  o.indicator = target.name;
  o.operator_name = target.operator_name;
  if (!target.part.empty())
    o.region = target.part;
  else if (target.region != kNoPlace)
    o.region = view_.map().path(target.region);
  o.value = lead.sign < 0 ? -std::abs(value.value) : value.value;  // 下降-3% is a fall all the same
  o.decimals = value.decimals;
  o.unit = value.unit;
  o.measure = lead.measure;
  describe(lead, target, o);
  const bool of_share = o.unit == "个百分点" && lead.subject.empty() && !share_.empty();
  if (of_share && o.indicator == target.name) o.indicator = share_;
  date(lead, is_flow(target.name, amount ? value.unit : target.unit), o);
  if (const Indicator* entry = find_indicator(target.name)) o.canonical = entry->name;
  if (amount) targets_.measured(value.unit);
  if (!of_share) share_ = lead.role == Role::share ? o.indicator : std::string();
  last_ = o.measure;
  out_.push_back(std::move(d));
}

}  // namespace

bool is_flow(std::string_view name, std::string_view unit) {
  if (const Indicator* entry = find_indicator(name)) return entry->kind == IndicatorKind::flow;
  if (const Word share = suffix(Cue::share_end, name)) name.remove_suffix(share.size());
  if (unit.ends_with("元") || suffix(Cue::flow, name)) return true;
  return prefix(Cue::issued, name) || prefix(Cue::handled, name);
}

Measure measure_of(std::string_view name, std::string_view unit) {
  if (const Word rate = suffix(Cue::rate, name)) {
    return rate.value == "penetration" ? Measure::penetration : Measure::share;
  }
  return unit == "%" ? Measure::share : Measure::total;
}

std::vector<Draft> read_prose(const View& view, Period& period) {
  return Reader(view, period).run();
}

}  // namespace guanlan::stats
