#include "resolve/writer.h"

#include "guanlan/notice_text.h"

#include <algorithm>

#include "resolve/canonical.h"

namespace guanlan {

void RecordWriter::text(std::string_view name, std::string_view value) {
  json_.key(name);
  json_.string(value);
}

void RecordWriter::text_or_null(std::string_view name, std::string_view value) {
  json_.key(name);
  value.empty() ? json_.null() : json_.string(value);
}

void RecordWriter::words(std::string_view name, Span clean) { text(name, wording(d_, clean)); }

void RecordWriter::span(RawSpan place) {
  json_.begin_object();
  json_.key("page");
  json_.number(std::int64_t{place.page});
  json_.key("begin");
  json_.number(std::int64_t{place.span.begin});
  json_.key("end");
  json_.number(std::int64_t{place.span.end});
  json_.end_object();
}

void RecordWriter::span(Span clean) { span(raw_span(d_, clean)); }

void RecordWriter::place(std::string_view name, Span clean) {
  json_.key(name);
  span(clean);
}

void RecordWriter::end_value(Span clean) {
  words("text", clean);
  place("span", clean);
  json_.end_object();
}

void RecordWriter::head(const Item& item) {
  text("document", d_.source.digest);
  text("file", d_.source.name);
  json_.key("n");
  json_.number(std::int64_t{item.n});
  json_.key("path");
  json_.begin_array();
  for (const std::string& heading : path(d_.issue, item)) json_.string(heading);
  json_.end_array();
  text_or_null("number", item.number);
  words("title", item.title);
  const Span body = text_of(d_.layout, d_.issue, item);
  text("body", d_.layout.clean.surface(body, d_.source.raw));
  place("span", body.empty() ? item.title : body);
  json_.key("sources");
  json_.begin_array();
  for (const Span source : item.sources) json_.string(wording(d_, source));
  json_.end_array();
}

void RecordWriter::parts(const Item& item) {
  json_.key("parts");
  json_.begin_array();
  for (const SubReport& part : item.parts) {
    json_.begin_object();
    text_or_null("number", part.number);
    words("title", part.title);
    place("title_span", part.title);
    place("span", part.body.empty() ? part.title : part.body);
    json_.end_object();
  }
  json_.end_array();
}

void RecordWriter::event_date(const Dates& dates) {
  json_.key("event_date");
  if (!dates.event) return json_.null();
  json_.begin_object();
  text("value", dates.event->value);
  text("role", dates.event->role);
  end_value(dates.event->span);
}

void RecordWriter::dates(const Dates& dates) {
  json_.key("dates");
  json_.begin_array();
  for (const DateMention& date : dates.others) {
    json_.begin_object();
    text("value", date.value);
    text("role", date.role);
    end_value(date.span);
  }
  json_.end_array();
  json_.key("deadlines");
  json_.begin_array();
  for (const DateMention& date : dates.deadlines) json_.string(date.value);
  json_.end_array();
}

void RecordWriter::terms(const Dates& dates) {
  json_.key("terms");
  json_.begin_array();
  for (const TermMention& term : dates.terms) {
    json_.begin_object();
    text_or_null("value", term.value);
    text("role", term.role);
    text_or_null("precision", canonical::precision(term.value));
    json_.key("anchor");
    json_.begin_object();
    text("kind", term.anchor_kind);
    text_or_null("value", term.anchor);
    json_.key("span");
    term.anchor_span.empty() ? json_.null() : span(term.anchor_span);
    json_.end_object();
    text_or_null("derivation", term.derivation);
    end_value(term.span);
  }
  json_.end_array();
}

void RecordWriter::bodies(const Mentions& m) {
  json_.key("authorities");
  json_.begin_array();
  for (const AuthorityMention& a : m.authorities) {
    json_.begin_object();
    text("name", a.name);
    text("role", a.role);
    end_value(a.span);
  }
  json_.end_array();
  json_.key("regions");
  json_.begin_array();
  for (const RegionMention& r : m.regions) {
    json_.begin_object();
    text("path", r.path);
    text_or_null("code", r.code);
    end_value(r.span);
  }
  json_.end_array();
  names("apps", m.apps);
  names("orgs", m.orgs);
}

void RecordWriter::names(std::string_view field, const std::vector<NameMention>& names) {
  json_.key(field);
  json_.begin_array();
  for (const NameMention& name : names) {
    const bool pieces = field == "orgs" && !name.name.empty();  // 河南联通 of 河南移动、联通
    json_.string(pieces ? name.name : wording(d_, name.span));
  }
  json_.end_array();
}

void RecordWriter::law(const Mentions& m) {
  json_.key("instruments");
  json_.begin_array();
  for (const InstrumentMention& i : m.instruments) {
    json_.begin_object();
    words("title", i.span);
    text("status", i.status);
    end_value(i.span);
  }
  json_.end_array();
  json_.key("citations");
  json_.begin_array();
  for (const CitationMention& c : m.citations) {
    json_.begin_object();
    text("instrument", c.instrument);
    text_or_null("provision", c.provision);
    end_value(c.span);
  }
  json_.end_array();
  references(m);
  identifiers("standards", m, IdentifierKind::standard);
  identifiers("doc_numbers", m, IdentifierKind::doc_number);
  identifiers("cve", m, IdentifierKind::cve);
}

// Few items have any; the others are spared the field.
void RecordWriter::references(const Mentions& m) {
  if (m.references.empty()) return;
  json_.key("references");
  json_.begin_array();
  for (const ReferenceMention& r : m.references) {
    const bool resolved = r.candidates.size() == 1;
    json_.begin_object();
    text_or_null("instrument", resolved ? r.candidates.front().instrument : "");
    text_or_null("provision", resolved ? r.candidates.front().provision : "");
    json_.key("candidates");
    json_.begin_array();
    for (const CitedProvision& candidate : r.candidates) {
      if (resolved) break;
      json_.begin_object();
      text("instrument", candidate.instrument);
      text_or_null("provision", candidate.provision);
      json_.end_object();
    }
    json_.end_array();
    end_value(r.span);
  }
  json_.end_array();
}

void RecordWriter::identifiers(std::string_view field, const Mentions& m, IdentifierKind kind) {
  json_.key(field);
  json_.begin_array();
  for (const IdentifierMention& i : m.identifiers) {
    if (i.kind == kind) json_.string(i.value);
  }
  json_.end_array();
}

// What a figure counts; a part that the text does not say is left out.
void RecordWriter::ledger(const LedgerEntry& entry) {
  const auto part = [&](std::string_view field, Span span) {
    if (span.empty()) return false;
    json_.key(field);
    json_.begin_object();
    return true;
  };
  if (part("counts", entry.counts.span)) {
    text_or_null("noun", entry.counts.noun());
    end_value(entry.counts.span);
  }
  if (part("of", entry.of.span)) {
    text("kind", entry.of.kind);
    text("name", entry.of.name);
    end_value(entry.of.span);
  }
  if (part("period", entry.period.span)) {
    text("kind", entry.period.kind);
    text_or_null("from", entry.period.from);
    text("until", entry.period.until);
    json_.key("cumulative");
    json_.raw(entry.period.cumulative ? "true" : "false");
    end_value(entry.period.span);
  }
  if (part("comparison", entry.comparison.span)) {
    text("kind", entry.comparison.kind);
    text_or_null("direction", entry.comparison.direction == 0  ? ""
                              : entry.comparison.direction < 0 ? "down"
                                                               : "up");
    end_value(entry.comparison.span);
  }
  if (part("base", entry.comparison.base)) {
    text_or_null("period", entry.comparison.base_value);
    end_value(entry.comparison.base);
  }
}

void RecordWriter::amounts(const Mentions& m) {
  json_.key("figures");
  json_.begin_array();
  for (std::size_t i = 0; i < m.figures.size(); ++i) {
    const QuantityMention& q = m.figures[i];
    json_.begin_object();
    json_.key("value");
    json_.number(q.value);
    text_or_null("unit", q.unit);
    text_or_null("approx", name(q.approx));
    if (i < m.ledger.size()) ledger(m.ledger[i]);
    end_value(q.span);
  }
  json_.end_array();
  json_.key("enumerations");
  json_.begin_array();
  for (const EnumerationMention& e : m.enumerations) {
    json_.begin_object();
    json_.key("announced");
    json_.number(std::int64_t{e.announced});
    json_.key("listed");
    json_.number(std::int64_t{e.listed});
    end_value(e.span);
  }
  json_.end_array();
}

void RecordWriter::sanctions(const Mentions& m) {
  const auto optional = [&](std::string_view name, const std::optional<double>& value) {
    json_.key(name);
    value ? json_.number(*value) : json_.null();
  };
  json_.key("sanctions");
  json_.begin_array();
  for (const SanctionMention& s : m.sanctions) {
    json_.begin_object();
    text("type", s.type);
    text_or_null("target", s.target);
    optional("amount", s.amount);
    text_or_null("currency", s.currency);
    optional("count", s.count);
    end_value(s.span);
  }
  json_.end_array();
}

// The places of the values that are plain strings: one span a value, in the same order.
void RecordWriter::spans(const Item& item, const Mentions& m) {
  const auto list = [&](std::string_view field, const auto& values, auto keep) {
    json_.key(field);
    json_.begin_array();
    for (const auto& value : values) {
      if (keep(value)) span(value.span);
    }
    json_.end_array();
  };
  const auto all = [](const auto&) { return true; };
  const auto kind = [](IdentifierKind k) {
    return [k](const IdentifierMention& i) { return i.kind == k; };
  };
  json_.key("spans");
  json_.begin_object();
  json_.key("path");
  json_.begin_array();
  for (const Span heading : path_spans(d_.issue, item)) span(heading);
  json_.end_array();
  place("title", item.title.empty() ? item.body : item.title);
  json_.key("sources");
  json_.begin_array();
  for (const Span source : item.sources) span(source);
  json_.end_array();
  list("deadlines", m.dates.deadlines, all);
  list("apps", m.apps, all);
  list("orgs", m.orgs, all);
  list("standards", m.identifiers, kind(IdentifierKind::standard));
  list("doc_numbers", m.identifiers, kind(IdentifierKind::doc_number));
  list("cve", m.identifiers, kind(IdentifierKind::cve));
  json_.end_object();
}

void RecordWriter::item(std::size_t index) {
  const Item& item = d_.issue.items[index];
  const Mentions& m = d_.mentions[index];
  json_.begin_object();
  head(item);
  parts(item);
  text("kind", m.kind);
  event_date(m.dates);
  dates(m.dates);
  terms(m.dates);
  bodies(m);
  law(m);
  amounts(m);
  sanctions(m);
  spans(item, m);
  json_.end_object();
}

void RecordWriter::table(const Table& table) {
  RawSpan whole{table.page, table.title_raw};
  const auto widen = [&](Span raw) {
    if (raw.empty()) return;
    whole.span = whole.span.empty() ? raw
                                    : Span{std::min(whole.span.begin, raw.begin),
                                           std::max(whole.span.end, raw.end)};
  };
  const auto row = [&](const std::vector<TableCell>& cells) {
    json_.begin_array();
    for (const TableCell& cell : cells) {
      widen(cell.raw);
      json_.string(cell.text);
    }
    json_.end_array();
  };
  json_.begin_object();
  text("document", d_.source.digest);
  text("file", d_.source.name);
  text("title", table.title);
  json_.key("columns");
  row(table.columns);
  json_.key("rows");
  json_.begin_array();
  for (const auto& cells : table.rows) row(cells);
  json_.end_array();
  json_.key("span");
  span(whole);
  json_.end_object();
}

}  // namespace guanlan
