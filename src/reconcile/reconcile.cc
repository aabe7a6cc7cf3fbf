#include "guanlan/reconcile.h"

#include <algorithm>
#include <set>

#include "guanlan/series.h"
#include "guanlan/indicators.h"
#include "reconcile/rules.h"

namespace guanlan {
namespace {

using namespace reconciling;

Entry entry_of(StoredObservation&& o, bool subject) {
  return {std::move(o.series),
          std::move(o.observation),
          {},
          {},
          std::move(o.file),
          o.document,
          o.entry,
          subject};
}

// What is stored of the indicators, their parents and parts. Nothing of `without`, which is the
// document itself.
Result<void> add_history(Ledger& ledger, const ObservationStore& store,
                         const std::set<std::string>& names, std::int64_t without,
                         const std::string& month) {
  for (const std::string& indicator : names) {
    const auto read = store.each({.indicator = indicator}, [&](StoredObservation&& o) {
      const bool subject = !month.empty() && end_of_period(o.observation.period) == month;
      if (o.document != without) ledger.add(entry_of(std::move(o), subject));
      return true;
    });
    if (!read) return read;
  }
  return {};
}

void with_relatives(std::set<std::string>& names) {
  const std::set<std::string> own = names;
  for (const std::string& name : own) {
    for (const std::string_view child : children_of(name)) names.emplace(child);
    const Indicator* known = find_indicator(name);
    if (known != nullptr && !known->parent.empty()) names.emplace(known->parent);
  }
}

void run_rules(const Ledger& ledger, const Entry& entry, Lines& out) {
  switch (entry.key.measure) {
    case Measure::total:
      parts(ledger, entry, out);
      cumulative(ledger, entry, out);
      slip(ledger, entry, out);
      break;
    case Measure::added:
      parts(ledger, entry, out);
      increase(ledger, entry, out);
      cumulative(ledger, entry, out);
      break;
    case Measure::share:
      share(ledger, entry, out);
      break;
    case Measure::yoy:
    case Measure::mom:
      change(ledger, entry, out);
      break;
    case Measure::rank:
    case Measure::penetration:
      break;
  }
  restated(ledger, entry, out);
}

Lines lines_of(const Ledger& ledger) {
  Lines out;
  for (const Entry& entry : ledger.entries()) {
    if (entry.subject) run_rules(ledger, entry, out);
  }
  return out;
}

// The families of check that compute.
bool is_arithmetic(std::string_view rule) {
  for (const std::string_view family :
       {"sum.", "share.", "growth.", "rank.", "unit.", "table.figure", "table.period",
        "table.share", "table.total", "table.growth", "lead.figure", "title.figure"}) {
    if (rule.starts_with(family)) return true;
  }
  return false;
}

Reconciled from_finding(const Finding& finding, const std::string& file, std::int64_t document) {
  Reconciled out;
  out.rule = finding.rule;
  out.agreement = Agreement::differs;
  out.detail = {finding.message.zh + "：" + finding.reason.zh,
                finding.message.en + ": " + finding.reason.en};
  out.quotations.push_back({file, document, 1, finding.place, finding.text});
  for (const Quote& quote : finding.others) {
    out.quotations.push_back({file, document, 1, quote.place, quote.text});
  }
  return out;
}

// A finding and a line of ours about the same words are one.
bool covered(const Lines& lines, const Finding& finding) {
  return std::any_of(lines.begin(), lines.end(), [&](const Reconciled& line) {
    if (line.agreement != Agreement::differs) return false;
    const Span own = line.quotations.front().place.span, other = finding.place.span;
    return own.begin < other.end && other.begin < own.end &&
           line.rule.substr(0, 4) == finding.rule.substr(0, 4);
  });
}

void add_findings(const Document& document, std::int64_t stored, Lines& out) {
  for (const Finding& finding : check(document).findings) {
    if (!is_arithmetic(finding.rule) || covered(out, finding)) continue;
    out.push_back(from_finding(finding, document.source.name, stored));
  }
  std::stable_sort(out.begin(), out.end(), [](const Reconciled& a, const Reconciled& b) {
    return a.quotations.front().place.span.begin < b.quotations.front().place.span.begin;
  });
}

// The figures of a document among each other and against what is stored; `stored`: the document's
// own number there, 0: none.
Result<Lines> figures_of(const Document& document, const ObservationStore* store,
                         std::int64_t stored) {
  Ledger ledger;
  std::set<std::string> names;
  for (Observation& o : observe(document).observations) {
    SeriesKey key = series_key(o);
    names.insert(key.indicator);
    ledger.add({std::move(key), std::move(o), {}, {}, document.source.name, stored, 1, true});
  }
  with_relatives(names);
  if (store != nullptr) {
    if (auto read = add_history(ledger, *store, names, stored, {}); !read)
      return tl::unexpected(read.error());
  }
  ledger.seal();
  return lines_of(ledger);
}

}  // namespace

std::string_view name(Agreement agreement) {
  switch (agreement) {
    case Agreement::agrees:
      return "agrees";
    case Agreement::differs:
      return "differs";
    case Agreement::unchecked:
      return "unchecked";
  }
  return "";
}

Result<std::vector<Reconciled>> against_stored(const Document& document,
                                               const ObservationStore& store) {
  const auto stored = store.document(document.source.digest);
  if (!stored) return tl::unexpected(stored.error());
  return figures_of(document, &store, *stored);
}

Result<std::vector<Reconciled>> reconcile(const Document& document, const ObservationStore* store) {
  std::int64_t stored = 0;
  if (store != nullptr) {
    const auto known = store->document(document.source.digest);
    if (!known) return tl::unexpected(known.error());
    stored = *known;
  }
  auto out = figures_of(document, store, stored);
  if (out) add_findings(document, stored, *out);
  return out;
}

Result<std::vector<Reconciled>> reconcile(const ObservationStore& store, const std::string& month) {
  if (!is_month(month)) return fail(Code::invalid, "月份写作 2020-08：" + month);
  std::set<std::string> names;
  const auto read = store.each({.since = month, .until = month}, [&](StoredObservation&& o) {
    names.insert(std::move(o.series.indicator));
    return true;
  });
  if (!read) return tl::unexpected(read.error());
  if (names.empty()) {
    return fail(Code::not_found, "库中没有这个月的指标：" + month, {},
                "用 guanlan stats list 查看库中的时期");
  }
  with_relatives(names);
  Ledger ledger;
  if (auto done = add_history(ledger, store, names, 0, month); !done)
    return tl::unexpected(done.error());
  ledger.seal();
  return lines_of(ledger);
}

}  // namespace guanlan
