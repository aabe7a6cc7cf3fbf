#include "cli/page.h"

#include "text/markup.h"

namespace guanlan::cli {
namespace {

constexpr std::string_view kStyle =
    ":root{color-scheme:light dark}body{font:16px/1.7 sans-serif;max-width:72em;margin:0 auto;padding:1em}"
    "h1{font-size:1.5em}h2{font-size:1.15em;margin:2em 0 .5em}table{border-collapse:collapse;width:100%}"
    "th,td{border-bottom:1px solid #8884;padding:.3em .6em;text-align:left;vertical-align:top;overflow-wrap:break-word}"
    "td.number{text-align:right;font-variant-numeric:tabular-nums}.totals th+th{text-align:right}"
    "td.place{white-space:nowrap}thead th{border-bottom-width:2px}"
    "mark{background:#ffe58a;color:#111}small{opacity:.75}.scroll{overflow-x:auto}"
    ".gained{color:#0a7d32}.lost{color:#c0262d}@media(prefers-color-scheme:dark){.gained{color:#5fd38a}.lost{color:#ff8f8f}}";

}  // namespace

std::string page(const Call& call, std::string_view title, std::string_view body) {
  const bool zh = call.language == Language::zh;
  std::string out = "<!DOCTYPE html>\n<html lang=\"";
  out += zh ? "zh-CN" : "en";
  out +=
      "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>";
  out += escaped(title) + "</title><style>";
  out += kStyle;
  out += "</style></head><body><main>\n<h1>" + escaped(title) + "</h1>\n";
  out += body;
  return out + "</main></body></html>\n";
}

std::string cell(std::string_view text, bool number) {
  return (number ? "<td class=\"number\">" : "<td>") + escaped(text) + "</td>";
}

std::string row_of(const std::vector<std::string>& cells) {
  std::string out = "<tr>";
  for (const std::string& one : cells) out += one;
  return out + "</tr>\n";
}

std::string head_of(const std::vector<std::string_view>& titles) {
  std::string out = "<thead><tr>";
  for (const std::string_view title : titles)
    out += "<th scope=\"col\">" + escaped(title) + "</th>";
  return out + "</tr></thead>\n";
}

}  // namespace guanlan::cli
