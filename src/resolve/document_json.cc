#include <nlohmann/json.hpp>

#include "guanlan/record.h"

namespace guanlan {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json number_or_null(int number) { return number == 0 ? Json(nullptr) : Json(number); }

Json span(const RawSpan& place) {
  return {{"page", place.page}, {"begin", place.span.begin}, {"end", place.span.end}};
}

Json masthead(const Masthead& head) {
  Json out{{"name", text_or_null(head.name)},
           {"issue", text_or_null(head.issue)},
           {"running_number", text_or_null(head.running_number)},
           {"date", text_or_null(head.date)}};
  out["bodies"] = Json::array();
  for (const auto& [role, body] : head.bodies)
    out["bodies"].push_back({{"role", role}, {"name", body}});
  out["people"] = Json::array();
  for (const Person& p : head.people) {
    out["people"].push_back(
        {{"role", p.role}, {"name", p.name}, {"office", text_or_null(p.office)}});
  }
  out["statement"] = text_or_null(head.statement);
  return out;
}

Json part(const Document& document, const Part& part) {
  Json out{{"heading", part.path_text},
           {"parent", part.parent < 0 ? Json(nullptr) : Json(part.parent)},
           {"span", span(raw_span(document, part.heading))},
           {"lead", nullptr},
           {"keywords", Json::array()}};
  if (part.lead) {
    out["lead"] = {{"text", document.layout.clean.surface(*part.lead, document.source.raw)},
                   {"span", span(raw_span(document, *part.lead))}};
  }
  for (const Span word : part.keywords) {
    out["keywords"].push_back(
        {{"text", wording(document, word)}, {"span", span(raw_span(document, word))}});
  }
  return out;
}

}  // namespace

Json document_json(const Document& document) {
  const Source& source = document.source;
  const IssueDate& date = document.issue.date;
  Json out{{"document", source.digest},
           {"file", source.name},
           {"format", name(source.format)},
           {"charset", source.charset},
           {"pages", source.pages},
           {"title", text_or_null(source.title)},
           {"published", text_or_null(source.published)},
           {"link", text_or_null(source.link)},
           {"masthead", masthead(document.issue.masthead)},
           {"date",
            {{"year", number_or_null(date.year)},
             {"month", number_or_null(date.month)},
             {"day", number_or_null(date.day)},
             {"reason", text_or_null(date.reason)}}}};
  out["contents"] = Json::array();
  for (const ContentsEntry& entry : document.layout.contents) {
    out["contents"].push_back({{"text", entry.text},
                               {"page", number_or_null(entry.page)},
                               {"span", {{"begin", entry.raw.begin}, {"end", entry.raw.end}}}});
  }
  out["parts"] = Json::array();
  for (const Part& p : document.issue.parts) out["parts"].push_back(part(document, p));
  out["items"] = document.issue.items.size();
  out["tables"] = document.layout.tables.size();
  out["warnings"] = source.warnings;
  return out;
}

}  // namespace guanlan
