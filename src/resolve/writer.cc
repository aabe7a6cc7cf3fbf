#include "resolve/writer.h"

#include <algorithm>
#include <cmath>

namespace guanlan {
namespace {

using Json = nlohmann::ordered_json;

// Whole numbers print as integers: 735000, not 735000.0.
Json number(double value) {
  if (std::abs(value) < 9e15 && value == std::floor(value)) return static_cast<std::int64_t>(value);
  return value;
}
Json number(const std::optional<double>& value) { return value ? number(*value) : Json(nullptr); }
Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

int page_at(const Source& source, std::uint32_t raw) {
  const auto it = std::upper_bound(source.lines.begin(), source.lines.end(), raw,
                                   [](std::uint32_t at, const Line& l) { return at < l.span.begin; });
  return it == source.lines.begin() ? 1 : std::prev(it)->page;
}

}  // namespace

std::string RecordWriter::words(Span clean) const {
  std::string out = d_.layout.clean.surface(clean, d_.source.raw);
  std::erase(out, '\n');
  return out;
}

Json RecordWriter::span(Span clean) const {
  const Span raw = d_.layout.clean.raw(clean);
  return {{"page", page_at(d_.source, raw.begin)}, {"begin", raw.begin}, {"end", raw.end}};
}

void RecordWriter::add_head(Json& out, std::size_t index) const {
  const Item& item = d_.issue.items[index];
  out["document"] = d_.source.digest;
  out["file"] = d_.source.name;
  out["n"] = item.n;
  out["path"] = path(d_.issue, item);
  out["number"] = text_or_null(item.number);
  out["title"] = words(item.title);
  out["title_span"] = span(item.title);
  out["body"] = d_.layout.clean.surface(item.body, d_.source.raw);
  out["span"] = item.body.empty() ? span(item.title) : span(item.body);
  out["sources"] = Json::array();
  out["source_spans"] = Json::array();
  for (const Span s : item.sources) {
    out["sources"].push_back(words(s));
    out["source_spans"].push_back(span(s));
  }
  out["parts"] = Json::array();
  for (const SubReport& part : item.parts) {
    out["parts"].push_back({{"number", part.number}, {"title", words(part.title)}, {"span", span(part.body)}});
  }
}

void RecordWriter::add_dates(Json& out, const Mentions& m) const {
  out["event_date"] = nullptr;
  if (const auto& e = m.dates.event) {
    out["event_date"] = {{"value", e->value}, {"role", e->role}, {"text", words(e->span)}, {"span", span(e->span)}};
  }
  out["dates"] = Json::array();
  for (const DateMention& d : m.dates.others) {
    out["dates"].push_back({{"value", d.value}, {"role", d.role}, {"text", words(d.span)}, {"span", span(d.span)}});
  }
  out["deadlines"] = Json::array();
  out["deadline_spans"] = Json::array();
  for (const DateMention& d : m.dates.deadlines) {
    out["deadlines"].push_back(d.value);
    out["deadline_spans"].push_back(span(d.span));
  }
}

void RecordWriter::add_names(Json& out, const Mentions& m) const {
  out["authorities"] = Json::array();
  for (const AuthorityMention& a : m.authorities) {
    out["authorities"].push_back({{"name", a.name}, {"text", words(a.span)}, {"role", a.role}, {"span", span(a.span)}});
  }
  out["regions"] = Json::array();
  for (const RegionMention& r : m.regions) {
    out["regions"].push_back({{"path", r.path}, {"code", text_or_null(r.code)}, {"text", words(r.span)}, {"span", span(r.span)}});
  }
  for (const auto& [field, list] : {std::pair{"apps", &m.apps}, std::pair{"orgs", &m.orgs}}) {
    out[field] = Json::array();
    for (const NameMention& n : *list) out[field].push_back({{"name", words(n.span)}, {"span", span(n.span)}});
  }
}

void RecordWriter::add_law(Json& out, const Mentions& m) const {
  out["instruments"] = Json::array();
  for (const InstrumentMention& i : m.instruments) {
    const std::string title = words(i.span);
    out["instruments"].push_back({{"title", title}, {"status", i.status}, {"text", title}, {"span", span(i.span)}});
  }
  out["citations"] = Json::array();
  for (const CitationMention& c : m.citations) {
    out["citations"].push_back({{"instrument", c.instrument}, {"provision", text_or_null(c.provision)},
                                {"text", words(c.span)}, {"span", span(c.span)}});
  }
  for (const auto& [field, kind] : {std::pair{"standards", IdentifierKind::standard},
                                    std::pair{"doc_numbers", IdentifierKind::doc_number},
                                    std::pair{"cve", IdentifierKind::cve}}) {
    out[field] = Json::array();
    for (const IdentifierMention& i : m.identifiers) {
      if (i.kind == kind) out[field].push_back(i.value);
    }
  }
}

void RecordWriter::add_amounts(Json& out, const Mentions& m) const {
  out["figures"] = Json::array();
  for (const QuantityMention& q : m.figures) {
    out["figures"].push_back({{"text", words(q.span)}, {"value", number(q.value)}, {"unit", text_or_null(q.unit)},
                              {"approx", text_or_null(name(q.approx))}, {"span", span(q.span)}});
  }
  out["enumerations"] = Json::array();
  for (const EnumerationMention& e : m.enumerations) {
    out["enumerations"].push_back({{"announced", e.announced}, {"listed", e.listed}, {"text", words(e.span)}, {"span", span(e.span)}});
  }
  out["sanctions"] = Json::array();
  for (const SanctionMention& s : m.sanctions) {
    out["sanctions"].push_back({{"type", s.type}, {"target", text_or_null(s.target)}, {"amount", number(s.amount)},
                                {"currency", text_or_null(s.currency)}, {"count", number(s.count)},
                                {"text", words(s.span)}, {"span", span(s.span)}});
  }
}

Json RecordWriter::item(std::size_t index) const {
  const Mentions& m = d_.mentions[index];
  Json out;
  add_head(out, index);
  out["kind"] = m.kind;
  add_dates(out, m);
  add_names(out, m);
  add_law(out, m);
  add_amounts(out, m);
  return out;
}

Json RecordWriter::document() const {
  const Masthead& h = d_.issue.masthead;
  const IssueDate& date = d_.issue.date;
  Json out;
  out["document"] = d_.source.digest;
  out["file"] = d_.source.name;
  out["masthead"] = {{"name", h.name}, {"issue", h.issue}, {"running_number", h.running_number}, {"date", h.date}};
  out["date"] = {{"year", date.year}, {"month", date.month}, {"day", date.day}, {"reason", date.reason}};
  out["contents"] = Json::array();
  for (const ContentsEntry& e : d_.layout.contents) out["contents"].push_back({{"text", e.text}, {"page", e.page}});
  out["items"] = d_.issue.items.size();
  return out;
}

}  // namespace guanlan
