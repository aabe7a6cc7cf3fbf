#include <fmt/format.h>

#include "guanlan/record.h"

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

std::string spaced(std::initializer_list<std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) {
    if (word.empty()) continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string figure(const QuantityMention& q) {
  return spaced({fmt::format("{}", q.value), q.unit, name(q.approx)});
}

std::string sanction(const SanctionMention& s) {
  return spaced({s.type, s.target, s.amount ? fmt::format("{}", *s.amount) : "", s.currency,
                 s.count ? fmt::format("×{}", *s.count) : ""});
}

std::string date(const DateMention& d) { return spaced({d.value, d.role}); }

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
  collect.list("authorities", m.authorities, by_name);
  collect.list("regions", m.regions, [](const RegionMention& r) { return r.path; });
  collect.list("apps", m.apps, by_name);
  collect.list("orgs", m.orgs, by_name);
  collect.list("instruments", m.instruments, [&](const InstrumentMention& i) {
    return spaced({wording(document, i.span), i.status});
  });
  collect.list("citations", m.citations, [](const CitationMention& c) {
    return spaced({c.instrument, c.provision});
  });
  collect.identifiers("standards", m, IdentifierKind::standard);
  collect.identifiers("doc_numbers", m, IdentifierKind::doc_number);
  collect.identifiers("cve", m, IdentifierKind::cve);
  collect.list("figures", m.figures, figure);
  collect.list("enumerations", m.enumerations, [](const EnumerationMention& e) {
    return fmt::format("{}/{}", e.announced, e.listed);
  });
  collect.list("sanctions", m.sanctions, sanction);
  return out;
}

}  // namespace guanlan
