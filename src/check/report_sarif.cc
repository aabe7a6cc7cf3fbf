// SARIF 2.1.0 (OASIS): findings for editors and review tools.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "guanlan/check_report.h"
#include "guanlan/version.h"

namespace guanlan {
namespace {

using Json = nlohmann::ordered_json;

// Lines and columns of a text; columns count code points from 1.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text), starts_{0} {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1)) {
      starts_.push_back(at + 1);
    }
  }

  [[nodiscard]] Json region(Span span) const {
    const auto [first_line, first_column] = position(span.begin);
    const auto [last_line, last_column] = position(span.end);
    return {{"startLine", first_line},  {"startColumn", first_column}, {"endLine", last_line},
            {"endColumn", last_column}, {"byteOffset", span.begin},    {"byteLength", span.size()}};
  }

 private:
  [[nodiscard]] std::pair<std::size_t, std::size_t> position(std::size_t at) const {
    const auto it = std::prev(std::upper_bound(starts_.begin(), starts_.end(), at));
    const std::string_view before = text_.substr(*it, at - *it);
    const auto column = std::count_if(before.begin(), before.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    });
    return {static_cast<std::size_t>(it - starts_.begin()) + 1,
            static_cast<std::size_t>(column) + 1};
  }

  std::string_view text_;
  std::vector<std::size_t> starts_;
};

Json message(std::string text) { return {{"text", std::move(text)}}; }

Json location(const std::string& file, const Lines& lines, Span span) {
  return {{"physicalLocation",
           {{"artifactLocation", {{"uri", file}}}, {"region", lines.region(span)}}}};
}

Json rules(ReportLanguage language) {
  Json out = Json::array();
  for (const CheckRule& rule : check_rules()) {
    Json one{{"id", rule.id},
             {"shortDescription", message(in(rule.about, language))},
             {"defaultConfiguration", {{"level", name(rule.level)}}}};
    if (rule.link.starts_with("http")) one["helpUri"] = rule.link;
    out.push_back(std::move(one));
  }
  return out;
}

Json result(const Document& document, const Lines& lines, const Finding& f,
            ReportLanguage language) {
  const std::string& file = document.source.name;
  Json out{{"ruleId", f.rule},
           {"level", name(f.level)},
           {"message", message(in(f.message, language) + " — " + in(f.reason, language))},
           {"locations", Json::array({location(file, lines, f.place.span)})}};
  for (const Quote& q : f.others) {
    out["relatedLocations"].push_back(location(file, lines, q.place.span));
  }
  if (f.fix) {
    const Json replacement{{"deletedRegion", lines.region(f.place.span)},
                           {"insertedContent", message(*f.fix)}};
    const Json change{{"artifactLocation", {{"uri", file}}},
                      {"replacements", Json::array({replacement})}};
    out["fixes"] = Json::array({{{"artifactChanges", Json::array({change})}}});
  }
  return out;
}

}  // namespace

std::string report_sarif(const std::vector<Checked>& all, ReportLanguage language) {
  Json results = Json::array(), notices = Json::array();
  for (const Checked& checked : all) {
    const Document& document = *checked.document;
    const Lines lines(document.source.raw);
    for (const Finding& f : checked.report.findings) {
      results.push_back(result(document, lines, f, language));
    }
    for (const Suppressed& s : checked.report.suppressed) {
      Json one = result(document, lines, s.finding, language);
      one["suppressions"] = Json::array({{{"kind", "external"}, {"justification", s.reason}}});
      results.push_back(std::move(one));
    }
    for (const NotRun& n : checked.report.not_run) {
      notices.push_back({{"level", "note"},
                         {"message", message(in(n.why, language))},
                         {"associatedRule", {{"id", n.rule}}}});
    }
  }
  Json run{
      {"tool",
       {{"driver", {{"name", "guanlan"}, {"version", version()}, {"rules", rules(language)}}}}},
      {"columnKind", "unicodeCodePoints"},
      {"invocations", Json::array({{{"executionSuccessful", true},
                                    {"toolExecutionNotifications", std::move(notices)}}})},
      {"results", std::move(results)}};
  const Json sarif{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                   {"version", "2.1.0"},
                   {"runs", Json::array({std::move(run)})}};
  return sarif.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace guanlan
