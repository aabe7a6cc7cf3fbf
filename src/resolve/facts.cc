#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "guanlan/record.h"
#include "resolve/canonical.h"

namespace guanlan {
namespace {

// Collects the facts of one item; one method a shape of mention.
class Collector {
 public:
  Collector(const Document& document, std::vector<Fact>& out) : d_(document), out_(out) {}

  void add(const char* field, int index, std::string value, Span span, const Why& why) {
    Fact fact;
    fact.field = field;
    fact.index = index;
    fact.value = std::move(value);
    fact.text = wording(d_, span);
    fact.place = raw_span(d_, span);
    fact.rule = why.rule;
    if (!why.cue.empty()) fact.cue = wording(d_, why.cue);
    out_.push_back(std::move(fact));
  }

  template <class T, class Value>
  void list(const char* field, const std::vector<T>& mentions, Value value) {
    int index = 0;
    for (const T& m : mentions) add(field, index++, value(m), m.span, m.why);
  }

  void identifiers(const char* field, const Mentions& m, IdentifierKind kind) {
    int index = 0;
    for (const IdentifierMention& i : m.identifiers) {
      if (i.kind == kind) add(field, index++, i.value, i.span, i.why);
    }
  }

 private:
  const Document& d_;
  std::vector<Fact>& out_;
};

std::string date(const DateMention& d) { return canonical::date(d.value, d.role); }

std::string figure(const QuantityMention& q) {
  return canonical::figure(q.value, q.unit, name(q.approx));
}

std::string sanction(const SanctionMention& s) {
  return canonical::sanction(s.type, s.target, s.amount, s.currency, s.count);
}

}  // namespace

std::vector<Fact> facts(const Document& document, std::size_t item) {
  const Mentions& m = document.mentions[item];
  std::vector<Fact> out;
  Collector collect(document, out);
  collect.add("kind", 0, m.kind, m.kind_why.cue, m.kind_why);
  if (m.dates.event) {
    collect.add("event_date", 0, date(*m.dates.event), m.dates.event->span, m.dates.event->why);
  }
  const auto by_name = [](const auto& mention) { return mention.name; };
  collect.list("dates", m.dates.others, date);
  collect.list("deadlines", m.dates.deadlines, [](const DateMention& d) { return d.value; });
  collect.list("terms", m.dates.terms,
               [](const TermMention& t) { return canonical::term(t.value, t.role, t.derivation); });
  collect.list("authorities", m.authorities, by_name);
  collect.list("regions", m.regions, [](const RegionMention& r) { return r.path; });
  collect.list("apps", m.apps, by_name);
  collect.list("orgs", m.orgs, by_name);
  collect.list("instruments", m.instruments, [&](const InstrumentMention& i) {
    return canonical::words({wording(document, i.span), i.status});
  });
  collect.list("citations", m.citations, [](const CitationMention& c) {
    return canonical::words({c.instrument, c.provision});
  });
  collect.list("references", m.references, [](const ReferenceMention& r) {
    std::vector<std::string> all;
    for (const CitedProvision& c : r.candidates)
      all.push_back(canonical::words({c.instrument, c.provision}));
    return canonical::one_of(all);
  });
  collect.identifiers("standards", m, IdentifierKind::standard);
  collect.identifiers("doc_numbers", m, IdentifierKind::doc_number);
  collect.identifiers("cve", m, IdentifierKind::cve);
  collect.list("figures", m.figures, figure);
  collect.list("enumerations", m.enumerations, [](const EnumerationMention& e) {
    return canonical::enumeration(e.announced, e.listed);
  });
  collect.list("sanctions", m.sanctions, sanction);
  return out;
}

std::vector<Fact> kind_facts(const Document& document, std::size_t item) {
  struct Sum {
    double all = 0;
    const KindCue* best = nullptr;
    std::string parts;
  };
  std::map<std::string_view, Sum> sums;
  for (const KindCue& cue : document.mentions[item].kind_cues) {
    Sum& sum = sums[cue.kind];
    if (cue.weight > 0) sum.all += cue.weight;  // below 0: what share was taken off the others
    if (sum.best == nullptr || cue.weight > sum.best->weight) sum.best = &cue;
    sum.parts += fmt::format("{}{} {:+.1f} {}", sum.parts.empty() ? "" : ", ",
                             wording(document, cue.why.cue), cue.weight, cue.why.rule);
  }
  std::vector<std::pair<std::string_view, Sum>> order(sums.begin(), sums.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second.all > b.second.all; });
  std::vector<Fact> out;
  Collector collect(document, out);
  int index = 0;
  for (const auto& [kind, sum] : order) {
    const Why& why = sum.best->why;
    collect.add("", index++, fmt::format("{:.1f}: {}", sum.all, sum.parts), why.cue, why);
    out.back().field = "kind." + std::string(kind);
  }
  return out;
}

std::vector<Fact> ledger_facts(const Document& document, std::size_t item) {
  const Mentions& m = document.mentions[item];
  std::vector<Fact> out;
  Collector collect(document, out);
  for (std::size_t i = 0; i < m.ledger.size(); ++i) {
    const LedgerEntry& e = m.ledger[i];
    const int index = static_cast<int>(i);
    const auto add = [&](const char* field, std::string value, Span span, const char* rule) {
      if (!span.empty())
        collect.add(field, index, std::move(value), span, {rule, m.figures[i].span});
    };
    add("figures.counts", e.counts.noun(), e.counts.span, "ledger.counts");
    add("figures.of", canonical::words({e.of.kind, e.of.name}), e.of.span, "ledger.of");
    const std::string from = e.period.from == e.period.until ? "" : e.period.from;
    add("figures.period",
        canonical::words(
            {e.period.kind, from, e.period.until, e.period.cumulative ? "cumulative" : ""}),
        e.period.span, "ledger.period");
    const std::string_view direction = e.comparison.direction == 0  ? ""
                                       : e.comparison.direction < 0 ? "down"
                                                                    : "up";
    add("figures.comparison", canonical::words({e.comparison.kind, direction}), e.comparison.span,
        "ledger.comparison");
    add("figures.base", e.comparison.base_value, e.comparison.base, "ledger.base");
  }
  return out;
}

}  // namespace guanlan
