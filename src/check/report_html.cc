// The findings beside the text, as one page without scripts or anything from outside. The text of
// the document is shown as text: every character of it is escaped.
#include "guanlan/check_report.h"
#include "text/markup.h"

namespace guanlan {
namespace {

constexpr std::string_view kStyle =
    "body{margin:0;font:16px/1.8 serif}main{display:grid;grid-template-columns:3fr 2fr;gap:2em;"
    "padding:1em 2em}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0}"
    "mark{background:#fff3bf;border-bottom:2px solid #e8b400}mark.error{background:#ffd8d8;"
    "border-color:#c00}mark.note{background:#e3f2fd;border-color:#39c}"
    "ol{list-style:none;margin:0;padding:0;font:14px/1.6 sans-serif}li{border-left:4px solid "
    "#e8b400;padding:.2em .8em;margin:0 0 1em}li.error{border-color:#c00}li.note{border-color:"
    "#39c}small{color:#555}ins{background:#d3f9d8;text-decoration:none}a{color:inherit}";

// The raw text with the findings marked; where two overlap the first one is marked.
std::string marked(std::string_view raw, const std::vector<Finding>& findings) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Span span = findings[i].place.span;
    if (span.begin < at || span.empty() || span.end > raw.size()) continue;
    out += escaped(raw.substr(at, span.begin - at));
    const std::string id = std::to_string(i + 1);
    out += "<mark class=\"" + std::string(name(findings[i].level)) + "\" id=\"t" + id +
           "\"><a href=\"#f" + id + "\">" + escaped(span.of(raw)) + "</a></mark>";
    at = span.end;
  }
  return out + escaped(raw.substr(at));
}

std::string card(const Finding& f, std::size_t i, ReportLanguage language) {
  const std::string id = std::to_string(i + 1);
  std::string out = "<li class=\"" + std::string(name(f.level)) + "\" id=\"f" + id +
                    "\"><a href=\"#t" + id + "\"><b>" + escaped(in(f.message, language)) +
                    "</b></a> <small>" + std::string(name(f.level)) + " " + escaped(f.rule) +
                    "</small><br>" + escaped(in(f.reason, language));
  for (const Quote& q : f.others) out += "<br><small>“" + escaped(q.text) + "”</small>";
  if (f.fix) out += "<br><ins>" + escaped(*f.fix) + "</ins>";
  return out + "</li>\n";
}

}  // namespace

std::string report_html(const Checked& checked, ReportLanguage language) {
  const Source& source = checked.document->source;
  const std::string title = escaped(source.name);
  std::string out = "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>" +
                    title + "</title><style>" + std::string(kStyle) +
                    "</style></head><body>\n<main><section><h1>" + title + "</h1><pre>" +
                    marked(source.raw, checked.report.findings) + "</pre></section>\n<aside><ol>\n";
  for (std::size_t i = 0; i < checked.report.findings.size(); ++i) {
    out += card(checked.report.findings[i], i, language);
  }
  out += "</ol>\n";
  for (const NotRun& n : checked.report.not_run) {
    out += "<p><small>" + escaped(n.rule) + ": " + escaped(in(n.why, language)) + "</small></p>\n";
  }
  return out + "</aside></main></body></html>\n";
}

}  // namespace guanlan
