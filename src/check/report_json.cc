#include <nlohmann/json.hpp>

#include "guanlan/check_report.h"

namespace guanlan {
namespace {

using Json = nlohmann::ordered_json;

Json span_json(const RawSpan& place) {
  return {{"page", place.page}, {"begin", place.span.begin}, {"end", place.span.end}};
}

Json finding_json(const Document& document, const Finding& f, ReportLanguage language) {
  Json out;
  out["file"] = document.source.name;
  out["rule"] = f.rule;
  out["level"] = name(f.level);
  out["message"] = in(f.message, language);
  out["reason"] = in(f.reason, language);
  out["text"] = f.text;
  out["span"] = span_json(f.place);
  out["fix"] = f.fix ? Json(*f.fix) : Json();
  out["link"] = f.link.empty() ? Json() : Json(f.link);
  out["item"] = f.item < 0 ? Json() : Json(f.item + 1);
  out["others"] = Json::array();
  for (const Quote& q : f.others) {
    out["others"].push_back({{"text", q.text}, {"span", span_json(q.place)}});
  }
  return out;
}

std::string dump(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

const std::string& in(const Bilingual& words, ReportLanguage language) {
  return language == ReportLanguage::zh ? words.zh : words.en;
}

std::string finding_line(const Document& document, const Finding& finding,
                         ReportLanguage language) {
  return dump(finding_json(document, finding, language), -1);
}

std::string report_json(const Checked& checked, ReportLanguage language) {
  Json out;
  out["file"] = checked.document->source.name;
  out["document"] = checked.document->source.digest;
  out["findings"] = Json::array();
  for (const Finding& f : checked.report.findings) {
    out["findings"].push_back(finding_json(*checked.document, f, language));
  }
  out["not_run"] = Json::array();
  for (const NotRun& n : checked.report.not_run) {
    out["not_run"].push_back({{"rule", n.rule}, {"why", in(n.why, language)}});
  }
  out["suppressed"] = Json::array();
  for (const Suppressed& s : checked.report.suppressed) {
    Json one = finding_json(*checked.document, s.finding, language);
    one["suppressed_because"] = s.reason;
    out["suppressed"].push_back(std::move(one));
  }
  return dump(out, 2);
}

}  // namespace guanlan
