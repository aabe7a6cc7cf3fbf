// The ledger (账): what every figure of an item counts, of whom, when, and against what.
//
// One pass over the figures, sentence by sentence; only sentences that hold a figure are read. What
// a percentage or a change says (占…, 同比, 较上月) is read by the grammar of statistics,
// stats/lead.h.
//
//   counts   counts.h   the noun beside the number, and what was done to it
//   of       whom.h     who did it, or whose it is
//   period   when.h     from the dates that the item tells
#include <algorithm>

#include "extract/around.h"
#include "guanlan/stats.h"
#include "ledger/when.h"
#include "ledger/whom.h"
#include "stats/lead.h"
#include "stats/prose.h"
#include "stats/words.h"

namespace guanlan {
namespace ledger {
namespace {

constexpr std::uint32_t kLongestLead = 150;

// Words that a comparison cannot do without.
bool may_compare(std::string_view lead) {
  for (const std::string_view word : {"占", "比", "较", "增", "减", "降", "升", "涨"}) {
    if (holds_word(lead, word)) return true;
  }
  return false;
}

class Reader {
 public:
  Reader(const Passage& passage, const Mentions& done)
      : p_(passage), m_(done), when_(passage, done.dates) {
    view_.passage = &passage;
    view_.places = &done.bodies.places;
    if (passage.setting != nullptr) view_.home = passage.setting->home;
    for (const ToldDate& date : done.dates.told) {
      if (const auto period = stats::period_of_iso(date.value))
        view_.periods.push_back({date.span, period});
    }
  }

  std::vector<LedgerEntry> run() {
    out_.resize(m_.figures.size());
    std::vector<const QuantityMention*> figures;
    for (const QuantityMention& q : m_.figures) {
      if (p_.body.contains(q.number)) figures.push_back(&q);
    }
    std::stable_sort(figures.begin(), figures.end(),
                     [](auto* a, auto* b) { return a->number.begin < b->number.begin; });
    auto figure = figures.begin();
    Whom whom(p_, m_, view_);
    for (std::size_t i = 0; i < p_.sentences.size() && figure != figures.end(); ++i) {
      const Span span = p_.sentences[i];
      if (!p_.body.contains(span)) continue;
      if (span.begin == p_.body.begin || p_.text[span.begin - 1] == '\n')
        begins_ = span.begin, paragraph_ = true;
      if ((*figure)->number.begin >= span.end) continue;
      Sentence sentence{span, {}, {}, {}};
      while (figure != figures.end() && (*figure)->number.begin < span.end)
        sentence.figures.push_back(*figure++);
      cut_clauses(p_.text, sentence);
      find_words(p_.text, span, sentence.words);
      whom.enter(begins_);
      when_.enter(sentence, paragraph_);
      paragraph_ = false;
      read(sentence, whom);
    }
    return std::move(out_);
  }

 private:
  void read(const Sentence& sentence, Whom& whom) {
    Counted before;
    const LedgerEntry* last = nullptr;
    std::vector<const LedgerEntry*> list,
        earlier;  // the values of the list that goes on, and of the one before
    for (std::size_t i = 0; i < sentence.figures.size(); ++i) {
      const QuantityMention& q = *sentence.figures[i];
      LedgerEntry& entry = out_[static_cast<std::size_t>(&q - m_.figures.data())];
      if (is_time(q.unit)) continue;
      if (last != nullptr && i > 0 && is_range(*sentence.figures[i - 1], q)) {
        entry = *last;
        continue;
      }
      const bool goes_on = i > 0 && joined(*sentence.figures[i - 1], q);
      const bool begins = i + 1 < sentence.figures.size() && joined(q, *sentence.figures[i + 1]);
      if (!goes_on) earlier = std::move(list), list.clear();
      const std::size_t place = list.size();
      Counted counted = read_counts(p_.text, sentence, i, last != nullptr ? &before : nullptr);
      const bool compared = compare(sentence, q, counted, last, place, entry);
      if (!compared) {
        entry.counts = counted.counts;
        if (place > 0 && entry.counts.span.empty() && last != nullptr) entry.counts = last->counts;
      }
      list.push_back(&entry);
      if (entry.counts.span.empty() && entry.comparison.span.empty()) continue;
      if (compared && taken_over_) {
        // 分别为3200万户、1100万户,同比增长4.1%、2.2%: each of its own.
        const bool each = (goes_on || begins) && place < earlier.size() && earlier.size() > 1;
        const LedgerEntry& source = each ? *earlier[place] : *last;
        entry.of = source.of;
        entry.period = source.period;
      } else {
        own(sentence, q, counted, whom, place, entry);
        before = std::move(counted);
        before.counts = entry.counts;
      }
      last = &entry;
    }
  }

  // 989.2万户、638.9万户: values of a list.
  [[nodiscard]] bool joined(const QuantityMention& a, const QuantityMention& b) const {
    if (a.unit != b.unit || a.span.end > b.span.begin) return false;
    const std::string_view gap = p_.text.substr(a.span.end, b.span.begin - a.span.end);
    return gap == "、" || gap == "和" || gap == "及" || gap == "与" || gap == "以及";
  }

  // 600元至2000元: one figure in two.
  [[nodiscard]] bool is_range(const QuantityMention& a, const QuantityMention& b) const {
    if (a.unit != b.unit || a.span.end > b.number.begin) return false;
    const std::string_view gap = p_.text.substr(a.span.end, b.number.begin - a.span.end);
    return gap == "至" || gap == "到" || gap == "-" || gap == "—" || gap == "~";
  }

  // Who and when.
  void own(const Sentence& sentence, const QuantityMention& q, const Counted& counted, Whom& whom,
           std::size_t place, LedgerEntry& entry) {
    const std::string_view deed = entry.counts.deed;
    const bool change = deed == "added" || deed == "reduced";
    const bool done = !deed.empty() && !change;
    if (counted.planned) return;
    const bool fine = entry.counts.thing == "fined-money";
    const bool sum = fine || has(entry.counts.thing, Trait::case_sum);
    if (done || sum) {
      entry.of = whom.doer(sentence, counted);
      if (done || fine) entry.period = when_.deed(sentence, counted);
      return;
    }
    entry.of = whom.owner(sentence, q.number.begin, place);
    const std::string_view noun = p_.of(entry.counts.span);
    const bool flow = change || q.unit == "元" || has(entry.counts.thing, Trait::flow) ||
                      stats::is_flow(noun, q.unit);
    entry.period = when_.amount(q.number.begin, flow);
  }

  // What the words before make of the value, where it is a share or a change.
  bool compare(const Sentence& sentence, const QuantityMention& q, const Counted& counted,
               const LedgerEntry* last, std::size_t place, LedgerEntry& entry) {
    taken_over_ = false;
    if (place > 0 && last != nullptr && !last->comparison.span.empty()) {  // 43.5%、40.5%
      entry.comparison = last->comparison;
      entry.counts = last->counts;
      return taken_over_ = true;
    }
    std::uint32_t begin = counted.lead_begin;
    if (q.number.begin - begin > kLongestLead)
      begin = sentence.clauses[sentence.clause_of(q.number.begin)].begin;
    while (q.number.begin - begin > kLongestLead) begin += utf8::decode(p_.text, begin).size;
    Span lead{begin, q.number.begin};
    if (lead.end > lead.begin && p_.text[lead.end - 1] == '-') --lead.end;
    const std::string_view words = p_.of(lead);
    if (!may_compare(words)) return share_of(q, counted, entry);
    stats::Amount amount;
    amount.span = q.span;
    amount.value = q.value;
    amount.unit = q.unit;
    if (q.unit == "成" || (q.unit.empty() && q.value < 1 && q.value > 0)) amount.unit = "%";
    const stats::Lead said = stats::read_lead(view_, lead, amount);
    if (said.of_whole && said.role == stats::Role::total) {
      set_share(lead, said, entry);
      name(sentence, said.subject, last, entry);
      return !entry.comparison.span.empty();
    }
    switch (said.role) {
      case stats::Role::share:
        set_share(lead, said, entry);
        break;
      case stats::Role::change:
        set_change(lead, said, q, entry);
        break;
      case stats::Role::average:
        set_change(lead, said, q, entry);
        entry.comparison.kind = "average";
        break;
      case stats::Role::added:
        if (!said.since) return false;
        set_change(lead, said, q, entry);
        break;
      case stats::Role::rank_change:
        set_change(lead, said, q, entry);
        break;
      default:
        return share_of(q, counted, entry);
    }
    if (entry.comparison.span.empty()) return false;
    name(sentence, said.subject, last, entry);
    if (last != nullptr && taken_over_) base_period(last->period, said, entry);
    return true;
  }

  // 80%的5G基站, 三分之一的慈善机构: a share of what stands behind it.
  bool share_of(const QuantityMention& q, const Counted& counted, LedgerEntry& entry) const {
    const bool part =
        q.unit == "%" || q.unit == "成" || (q.unit.empty() && q.value > 0 && q.value < 1);
    if (!part || !around::starts(p_.text, q.span.end, "的") ||
        counted.counts.span.begin < q.span.end)
      return false;
    entry.counts = counted.counts;
    entry.comparison.span = q.number;
    entry.comparison.kind = "share";
    entry.comparison.base = counted.counts.span;
    return true;
  }

  void set_share(Span lead, const stats::Lead& said, LedgerEntry& entry) const {
    const auto verb = stats::last(stats::Cue::share, p_.of(lead));
    const auto noun = stats::last(stats::Cue::share_name, p_.of(lead));
    const std::uint32_t at = verb ? verb.at : noun.at;
    entry.comparison.span = {lead.begin + at, lead.begin + (verb ? verb.end() : noun.end())};
    entry.comparison.kind = "share";
    entry.comparison.base = said.whole;
  }

  void set_change(Span lead, const stats::Lead& said, const QuantityMention& q,
                  LedgerEntry& entry) const {
    const std::string_view words = p_.of(lead);
    LedgerEntry::Against& c = entry.comparison;
    c.direction = said.sign;
    if (q.number.begin > 0 && p_.text[q.number.begin - 1] == '-') c.direction = -1;
    if (said.bare) {
      c.kind = "growth";
      const auto up = stats::last(stats::Cue::added, words);
      c.span = {lead.begin + up.at, lead.begin + up.end()};
      return;
    }
    c.kind = said.since || said.versus ? "since" : said.measure == Measure::mom ? "mom" : "yoy";
    if (said.versus && !said.since) c.kind = "yoy";
    const auto one = stats::last(stats::Cue::compared, words);
    const auto versus = stats::last(stats::Cue::versus, words);
    const auto& cue = one && (!versus || one.at > versus.at) ? one : versus;
    c.span = {lead.begin + cue.at, lead.begin + cue.end()};
    if (one && (!versus || one.at > versus.at)) return;
    const auto up = stats::last(stats::Cue::direction, words);
    std::uint32_t end = up && up.at >= cue.end() ? up.at : cue.end();
    c.base = {lead.begin + cue.end(), lead.begin + end};
    if (said.versus) c.base_value = stats::iso(said.versus);
  }

  // What is compared: the noun before the comparison, else what the figure before counts.
  void name(const Sentence& sentence, Span subject, const LedgerEntry* last, LedgerEntry& entry) {
    const Word* thing = subject.empty()
                            ? nullptr
                            : sentence.ending_at(Class::thing, subject.end, sentence.span.begin);
    const bool dated =
        p_.of(subject).find_first_of("0123456789") != std::string_view::npos;  // 较2022年
    if (thing != nullptr || (!subject.empty() && !dated && !holds_period(subject))) {
      Span words = subject;
      const Word* deed =
          thing != nullptr ? sentence.last(Class::deed, subject.begin, thing->span.begin) : nullptr;
      if (deed != nullptr) words.begin = deed->span.end, entry.counts.deed = deed->id(Class::deed);
      set_noun(p_.text, sentence, words, entry.counts);
    }
    if (!entry.counts.span.empty()) return;
    entry.counts = {};
    if (last == nullptr) return;
    entry.counts = last->counts;
    taken_over_ = true;
  }

  // 与去年同期: no noun.
  [[nodiscard]] bool holds_period(Span subject) const {
    return stats::suffix(stats::Cue::base, p_.of(subject)).size() != 0;
  }

  void base_period(const LedgerEntry::When& when, const stats::Lead& said,
                   LedgerEntry& entry) const {
    const std::string_view kind = entry.comparison.kind;
    if (!entry.comparison.base_value.empty() || (kind != "yoy" && kind != "mom") || said.versus)
      return;
    const bool month = when.until.size() == 7 && when.until[5] != 'H' && when.until[5] != 'Q';
    if (!month || (!when.from.empty() && when.from != when.until)) return;
    entry.comparison.base_value =
        stats::iso(stats::months_before(stats::period_of_iso(when.until), kind == "mom" ? 1 : 12));
  }

  const Passage& p_;
  const Mentions& m_;
  stats::View view_;
  When when_;
  std::uint32_t begins_ = 0;  // the paragraph
  bool paragraph_ = true, taken_over_ = false;
  std::vector<LedgerEntry> out_;
};

}  // namespace
}  // namespace ledger

std::string LedgerEntry::Counts::noun() const {
  if (deed.empty() || thing.empty()) return std::string(thing);
  return std::string(deed) + "-" + std::string(thing);
}

std::vector<LedgerEntry> find_ledger(const Passage& passage, const Mentions& done) {
  if (done.figures.empty()) return {};
  return ledger::Reader(passage, done).run();
}

}  // namespace guanlan
