#include "stats/lead.h"

#include "extract/around.h"
#include "stats/phrase.h"
#include "stats/words.h"
#include "text/utf8.h"

namespace guanlan::stats {
namespace {

// 同比; 较上月; 比2019年8月; 比全国平均水平: where it stands and what it compares with.
struct Comparison {
  Span span;  // empty: none
  Measure measure = Measure::yoy;
  bool since = false;
  Period versus;
  bool average = false;
  bool last_year = false;        // 上年, not 上年同期
  int sign = 0;                  // 高于 and 低于 tell the direction themselves
  std::uint32_t average_at = 0;  // where the words of the average begin
};

void set_base(Comparison& c, std::string_view base) {
  c.since = base == "since";
  c.measure = base == "mom" ? Measure::mom : base == "yoy" ? Measure::yoy : Measure::added;
}

class LeadReader {
 public:
  LeadReader(const View& view, Span lead, const Amount& amount)
      : view_(view), lead_(lead), words_(view.of(lead)), amount_(amount) {}

  Lead run() {
    out_.subject = lead_;
    if (amount_.ordinal) return rank();
    if (first(Cue::contribution, words_)) return other();
    const Comparison comparison = find_comparison(view_, lead_);
    if (!comparison.span.empty() && (before(comparison) || change(comparison)))
      return std::move(out_);
    if (amount_.percent() && left_share()) return std::move(out_);
    if (amount_.percent() && comparison.span.empty()) {
      if (beyond_another()) return other();
      if (share()) return std::move(out_);
    }
    out_.subject = without_verbs(view_, lead_);
    if (const Word added = suffix(Cue::added, view_.of(out_.subject))) return increase(added);
    return std::move(out_);
  }

  [[nodiscard]] static Comparison find_comparison(const View& view, Span lead);
  // 由上月的 at the end of `said`.
  [[nodiscard]] static Comparison base_left(const View& view, Span said);

 private:
  Lead other() {
    out_.role = Role::other;
    return std::move(out_);
  }

  [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const {
    return {lead_.begin + begin, lead_.begin + end};
  }

  // 居全国第4位; 总数全国排名第4位.
  Lead rank() {
    const Found verb = last(Cue::rank_verb, words_);
    if (!verb) return moved_rank();
    out_.role = Role::rank;
    out_.measure = Measure::rank;
    out_.scope = view_.wording(without_verbs(view_, span(verb.end(), lead_.size())));
    out_.subject = without_verbs(view_, span(0, verb.at));
    std::string_view before = view_.of(out_.subject);
    for (const Cue cue : {Cue::nation, Cue::home}) {  // 在全国排名
      const Word scope = suffix(cue, before);
      if (!scope || !out_.scope.empty()) continue;
      out_.scope = scope.text;
      out_.subject.end -= scope.size();
      if (view_.of(out_.subject).ends_with("在")) out_.subject.end -= 3;
    }
    return std::move(out_);
  }

  // 由上月的|第5位 and, behind it, 上升至|第4位.
  Lead moved_rank() {
    Span said = without_verbs(view_, lead_);
    const Comparison c = base_left(view_, said);
    if (!c.span.empty()) {
      out_.subject = without_verbs(view_, {lead_.begin, c.span.begin});
      out_.role = Role::left_rank;
      out_.measure = c.measure;
      return std::move(out_);
    }
    said.end -= suffix(Cue::direction, view_.of(said)).size();
    if (!without_verbs(view_, said).empty()) return other();
    out_.role = Role::rank_change;
    out_.subject = {lead_.begin, lead_.begin};
    return std::move(out_);
  }

  // 较上月的|58.4万个|增长4.8%.
  bool before(const Comparison& c) {
    if (amount_.percent() || view_.of({c.span.end, lead_.end}) != "的") return false;
    out_.role = Role::before;
    out_.measure = c.measure;
    out_.versus = c.versus;
    out_.subject = without_verbs(view_, {lead_.begin, c.span.begin});
    return true;
  }

  bool change(const Comparison& c) {
    const std::string_view after = view_.of({c.span.end, lead_.end});
    const Found up = last(Cue::direction, after), noun = last(Cue::growth, after);
    const bool rank = amount_.unit == "位" || amount_.unit == "名";
    if (!up && !noun && !amount_.percent() && c.sign == 0) return false;
    const Word& said = noun && noun.end() >= up.end() ? noun.word : up.word;
    out_.sign = c.sign != 0 ? c.sign : said.value == "-1" ? -1 : 1;
    out_.subject = without_verbs(view_, {lead_.begin, c.span.begin});
    if (const Word growth = suffix(Cue::growth, view_.of(out_.subject))) {
      out_.of_growth = true;
      out_.subject = without_verbs(view_, {out_.subject.begin, out_.subject.end - growth.size()});
    }
    // 比上年增加209万户 is an increase over the year; 比上年增长5% a growth.
    const bool amount = !amount_.percent() && amount_.unit != "个百分点" && !rank;
    const bool since = c.since || (c.last_year && amount);
    out_.measure = since ? Measure::added : c.measure;
    out_.since = since;
    out_.versus = c.versus;
    if (c.average) {
      out_.role = Role::average;
      out_.base =
          c.sign == 0 ? view_.wording(c.span) : "比" + view_.wording({c.average_at, c.span.end});
    } else if (rank) {
      out_.role = Role::rank_change;
    } else {
      out_.role = since ? Role::added : Role::change;
    }
    return true;
  }

  // 高于电信业务收入增速6.3个百分点: measured against another indicator.
  [[nodiscard]] bool beyond_another() const {
    const Word versus = prefix(Cue::versus, words_);
    return !versus.value.empty();
  }

  // 占电信业务收入的比重由上年同期的|15.6% and, behind it, 提升至|15.9%.
  bool left_share() {
    Span said = without_verbs(view_, lead_);
    const Comparison left = base_left(view_, said);
    if (left.span.empty()) return false;
    LeadReader before(view_, without_verbs(view_, {lead_.begin, left.span.begin}), amount_);
    before.out_.subject = before.lead_;
    if (!before.share() || before.out_.of_whole) return false;
    out_ = std::move(before.out_);
    out_.role = Role::left_share;
    return true;
  }

  // 占电信业务收入的70.1%; 在电信业务收入中占比为15.3%; 占比15%.
  bool share() {
    const Span said = without_verbs(view_, lead_);
    const std::string_view words = view_.of(said);
    const auto found = [this](Span whole, Span subject) {
      out_.role = Role::share;
      out_.measure = Measure::share;
      out_.whole = without_verbs(view_, whole);
      out_.subject = without_verbs(view_, subject);
      return !out_.whole.empty();
    };
    if (const Word noun = suffix(Cue::share_name, words); noun && noun.size() < words.size()) {
      std::string_view before = words.substr(0, words.size() - noun.size());
      for (const std::string_view taken : {"的", "所占"}) {  // 在…中所占的比重
        if (before.ends_with(taken)) before.remove_suffix(taken.size());
      }
      const std::size_t in = before.rfind("在");
      if (in != std::string_view::npos && before.ends_with("中") && in + 6 < before.size()) {
        const auto at = static_cast<std::uint32_t>(in);
        return found(span(at + 3, static_cast<std::uint32_t>(before.size()) - 3), span(0, at));
      }
    }
    const Found verb = last(Cue::share, words);
    if (!verb || words.substr(verb.end()).starts_with("比") ||
        words.substr(verb.end()).starts_with("用"))
      return false;
    Span whole{said.begin + verb.end(), said.end};
    if (whole.empty()) {
      out_.of_whole = true;
      out_.subject = without_verbs(view_, span(0, verb.at));
      return true;
    }
    if (const Word end = suffix(Cue::share_end, view_.of(whole))) whole.end -= end.size();
    return whole.begin < whole.end && found(whole, span(0, verb.at));
  }

  // 新增75.5万户. A bare 增长10% does not say against what.
  Lead increase(const Word& added) {
    out_.bare = amount_.percent();
    out_.role = out_.bare ? Role::change : Role::added;
    out_.measure = Measure::added;
    out_.sign = added.value == "-1" ? -1 : 1;
    out_.subject.end -= added.size();
    out_.subject = without_verbs(view_, out_.subject);
    return std::move(out_);
  }

  const View& view_;
  Span lead_;
  std::string_view words_;
  const Amount& amount_;
  Lead out_;
};

// A month without a year as a base (较5月) is the last one before that of the report.
Period last_before_issue(const View& view, const Dated& dated) {
  const IssueDate& issue = view.passage->issue;
  const bool own_year = view.of(dated.span).find("年") != std::string_view::npos;
  if (own_year || issue.year == 0 || issue.month == 0 || dated.period.month == 0)
    return dated.period;
  const int year = dated.period.month < issue.month ? issue.year : issue.year - 1;
  return dated.period.range() ? dated.period
                              : Period{year, dated.period.month, year, dated.period.month};
}

// The period that begins at `at` as the base of a comparison.
bool named_base(const View& view, std::uint32_t& at, Comparison& c) {
  const Dated* dated = view.period_at(at);
  if (dated == nullptr || !dated->period) return false;
  at = dated->span.end;
  c.versus = last_before_issue(view, *dated);
  const Word end = prefix(Cue::after_date, view.text().substr(at));
  at += end.size();
  if (around::starts(view.text(), at, "同期")) {
    at += std::string_view("同期").size();
    c.measure = Measure::yoy;
    return true;
  }
  c.since = true;
  c.measure = Measure::added;
  return true;
}

// 去年12月: a month, not the year.
bool goes_on_as_date(const View& view, std::uint32_t at, const Word& base) {
  const Dated* dated = view.period_at(at);
  return dated != nullptr && dated->period.month != 0 && dated->span.size() > base.size() &&
         utf8::is_digit(static_cast<unsigned char>(view.text()[at + base.size()]));
}

Comparison LeadReader::find_comparison(const View& view, Span lead) {
  Comparison found;
  const std::string_view text = view.text();
  for (std::uint32_t at = lead.begin; at < lead.end; at += utf8::decode(text, at).size) {
    const std::string_view rest = text.substr(at, lead.end - at);
    Comparison c;
    std::uint32_t end = at;
    if (const Word one = prefix(Cue::compared, rest)) {
      set_base(c, one.value);
      end = at + one.size();
    } else if (const Word versus = prefix(Cue::versus, rest)) {
      end = at + versus.size();
      c.sign = versus.value == "1" ? 1 : versus.value == "-1" ? -1 : 0;
      const std::string_view after = text.substr(end, lead.end - end);
      if (const Word average = prefix(Cue::average, after)) {
        c.average = true;
        c.average_at = end;
        end += average.size();
      } else if (const Word base = prefix(Cue::base, after);
                 base && !goes_on_as_date(view, end, base)) {
        set_base(c, base.value);
        c.last_year = base.text == "上年" || base.text == "去年" || base.text == "上一年";
        end += base.size();
      } else if (!named_base(view, end, c)) {
        continue;
      }
    } else {
      continue;
    }
    if (end > lead.end) break;
    c.span = {at, end};
    found = c;
    at = end - utf8::decode_before(text, end).size;
  }
  return found;
}

Comparison LeadReader::base_left(const View& view, Span said) {
  Comparison c;
  const std::string_view words = view.of(said);
  for (const std::string_view from : {"由", "从"}) {
    const std::size_t at = words.rfind(from);
    if (at == std::string_view::npos) continue;
    const std::string_view after = words.substr(at + from.size());
    const Word base = prefix(Cue::base, after);
    if (!base || base.size() != after.size()) continue;
    set_base(c, base.value);
    c.span = {said.begin + static_cast<std::uint32_t>(at), said.end};
  }
  return c;
}

}  // namespace

Lead read_lead(const View& view, Span lead, const Amount& amount) {
  return LeadReader(view, lead, amount).run();
}

bool says_level(const View& view, Span clause, Lead& out) {
  const Found level = last(Cue::level, view.of(clause));
  if (!level) return false;
  const Comparison c = LeadReader::find_comparison(view, {clause.begin, clause.begin + level.at});
  if (c.span.empty() || c.average) return false;
  out.role = Role::change;
  out.measure = c.measure;
  out.subject = without_verbs(view, {clause.begin, c.span.begin});
  return !suffix(Cue::growth, view.of(out.subject));  // 增速与上半年持平: no value of the indicator
}

bool says_base(const View& view, Span clause, Lead& out) {
  const Comparison c = LeadReader::find_comparison(view, clause);
  if (c.span.empty() || c.average) return false;
  const std::string_view after = view.of({c.span.end, clause.end});
  if (!after.empty() && after != "相比" && after != "比较") return false;
  if (!without_verbs(view, {clause.begin, c.span.begin}).empty()) return false;
  out.measure = c.measure;
  out.since = c.since;
  out.versus = c.versus;
  return true;
}

bool says_first(const View& view, Span clause, Lead& out) {
  const std::string_view words = view.of(clause);
  const Word place = suffix(Cue::first, words);
  if (!place) return false;
  const Found verb = last(Cue::rank_verb, words.substr(0, words.size() - place.size()));
  if (!verb) return false;
  out.role = Role::rank;
  out.measure = Measure::rank;
  out.scope =
      view.wording(without_verbs(view, {clause.begin + verb.end(), clause.end - place.size()}));
  out.subject = without_verbs(view, {clause.begin, clause.begin + verb.at});
  return true;
}

}  // namespace guanlan::stats
