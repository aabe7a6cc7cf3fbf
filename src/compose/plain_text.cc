// The issue as plain text: what the gate proofreads.
#include <fmt/format.h>

#include "compose/publication.h"

namespace guanlan::compose {
namespace {

void add_item(std::string& out, const PrintedItem& item, bool own_line) {
  out += item.number.empty() ? item.title : item.number + " " + item.title;
  out += "\n\n";
  for (const Block& block : item.blocks) {
    if (const auto* p = std::get_if<Paragraph>(&block)) {
      out += p->text;
      if (&block == &item.blocks.back() && !own_line) out += item.source;
      out += "\n\n";
    } else if (const auto* table = std::get_if<Table>(&block)) {
      for (const auto& row : table->rows) {
        for (std::size_t c = 0; c < row.size(); ++c) out += (c > 0 ? "\t" : "") + row[c];
        out += '\n';
      }
      out += '\n';
    }
  }
  if (own_line && !item.source.empty()) out += item.source + "\n\n";
}

}  // namespace

std::string plain_text(const Publication& p) {
  const Masthead& m = p.outline->masthead;
  std::string out = m.name + "\n\n" + p.issue_line + "\n\n" + p.date_line + "\n\n";
  for (const PrintedPart& part : p.parts) {
    if (!part.title.empty()) out += part.number + part.title + "\n\n";
    for (std::size_t i = 0; i < part.lead.size(); ++i) {
      out += (i == 0 ? p.style->lead_label + "：" : "") + part.lead[i] + "\n\n";
    }
    if (!part.keywords.empty()) out += p.style->keywords_label + "：" + part.keywords + "\n\n";
    for (const PrintedItem& item : part.items) add_item(out, item, p.style->source_line);
    for (const PrintedSection& section : part.sections) {
      out += section.number + section.title + "\n\n";
      for (const PrintedItem& item : section.items) add_item(out, item, p.style->source_line);
    }
  }
  return out;
}

}  // namespace guanlan::compose
