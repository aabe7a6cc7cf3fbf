#include "cli/diff_page.h"

#include <fmt/format.h>

#include "cli/page.h"
#include "cli/terminal.h"
#include "text/markup.h"

namespace guanlan::cli {
namespace {

constexpr Text kTitle{"得与失", "Gains and losses"};
constexpr Text kHeads[] = {
    {"字段", "field"}, {"不变", "same"}, {"得", "gained"}, {"失", "lost"}, {"移动", "moved"}};
constexpr Text kChangeHeads[] = {
    {"变化", "change"}, {"值", "value"}, {"句子", "sentence"}, {"条目", "item"}};

bool changed(const FieldTally& t) { return t.gained + t.lost + t.moved > 0; }

std::string_view sign(ChangeKind kind) {
  return kind == ChangeKind::gained ? "+" : kind == ChangeKind::lost ? "−" : "~";
}

template <std::size_t N>
std::string heads(const Call& call, const Text (&titles)[N]) {
  std::vector<std::string_view> out;
  for (const Text& one : titles) out.push_back(one.in(call.language));
  return head_of(out);
}

std::string totals(const Call& call, const Difference& difference, std::string_view field) {
  std::string out = "<table class=\"totals\">" + heads(call, kHeads) + "<tbody>\n";
  for (const FieldTally& t : difference.fields) {
    if (!field.empty() && t.field != field) continue;
    const std::string name =
        changed(t) ? fmt::format("<td><a href=\"#{0}\">{0}</a></td>", t.field) : cell(t.field);
    out += row_of({name, cell(std::to_string(t.same), true), cell(std::to_string(t.gained), true),
                   cell(std::to_string(t.lost), true), cell(std::to_string(t.moved), true)});
  }
  return out + "</tbody></table>\n";
}

std::string item_of(const Change& c) { return fmt::format("{}:{} {}", c.file, c.n, c.title); }

std::string changes(const Call& call, const Difference& difference, const std::string& field) {
  std::string out = fmt::format("<h2 id=\"{0}\">{0}</h2>\n<div class=\"scroll\"><table>", field) +
                    heads(call, kChangeHeads) + "<tbody>\n";
  for (const Change& c : difference.changes) {
    if (c.field != field) continue;
    out += row_of({fmt::format("<td class=\"{}\">{}</td>", name(c.kind), sign(c.kind)),
                   cell(c.value), cell(c.sentence), cell(item_of(c))});
  }
  return out + "</tbody></table></div>\n";
}

}  // namespace

std::string diff_page(const Call& call, const Difference& difference, std::string_view field) {
  std::string body = totals(call, difference, field);
  for (const FieldTally& t : difference.fields) {
    if (changed(t) && (field.empty() || t.field == field))
      body += changes(call, difference, t.field);
  }
  return page(call, kTitle.in(call.language), body);
}

std::string diff_text(const Call& call, const Difference& difference, std::string_view field) {
  const bool colour = wants_colour(call);
  std::string out;
  for (const FieldTally& t : difference.fields) {
    if (!changed(t) || (!field.empty() && t.field != field)) continue;
    out += coloured(fmt::format("{}  +{} −{} ~{}", t.field, t.gained, t.lost, t.moved),
                    Colour::bold, colour) +
           '\n';
    for (const Change& c : difference.changes) {
      if (c.field != t.field) continue;
      out += fmt::format("  {} {}  {}\n", sign(c.kind), harmless(c.value), harmless(item_of(c)));
      if (!c.sentence.empty()) out += fmt::format("      {}\n", harmless(c.sentence));
    }
  }
  return out;
}

}  // namespace guanlan::cli
