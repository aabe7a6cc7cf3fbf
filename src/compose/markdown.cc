// Markdown for the archive: front matter, ATX headings, one paragraph a block.
#include <fmt/format.h>

#include "compose/publication.h"
#include "compose/yaml_text.h"

namespace guanlan::compose {
namespace {

// What Markdown would read as its own: anywhere in the text, and at the head of a line.
std::string escaped(std::string_view text, bool head) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*<[").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  if (!head || out.empty()) return out;
  if (std::string_view("#>+-|=~").find(out.front()) != std::string_view::npos) return "\\" + out;
  const auto digits = out.find_first_not_of("0123456789");
  if (digits != 0 && digits != std::string::npos && (out[digits] == '.' || out[digits] == ')')) {
    out.insert(digits, "\\");
  }
  return out;
}

std::string cell(std::string_view text) {
  std::string out;
  for (const char c : escaped(text, false)) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string table_text(const Table& table) {
  std::string out;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    out += "|";
    for (const std::string& text : table.rows[r]) out += " " + cell(text) + " |";
    out += '\n';
    if (r > 0) continue;
    out += "|";
    for (std::size_t c = 0; c < table.rows[r].size(); ++c) out += " --- |";
    out += '\n';
  }
  return out + '\n';
}

// A chart is a drawing beside the text, and the table of its figures where none stands above it:
// quoted, as it is no part of the item's text.
std::string picture_text(const Picture& picture, bool behind_table) {
  const std::string title = picture.caption.empty() ? "" : " \"" + picture.caption + "\"";
  const std::string file = picture.chart ? svg_name(picture) : picture.file;
  std::string out = fmt::format("![{}]({}{})\n\n", picture.alt, file, title);
  if (!picture.chart || behind_table) return out;
  const std::string table = chart_table_markdown(*picture.chart);
  for (std::size_t at = 0; at < table.size();) {
    const auto end = std::min(table.find('\n', at), table.size());
    out += "> " + table.substr(at, end - at) + "\n";
    at = end + 1;
  }
  return out + "\n";
}

// An item is a heading of the third level whether or not a section stands over it, as in the page
// and in Word: readers take the level for what it is.
void add_item(std::string& out, const PrintedItem& item, bool own_line) {
  out += fmt::format("### {}{}\n\n", item.number.empty() ? "" : item.number + " ",
                     escaped(item.title, false));
  bool marked = item.source.empty();
  for (std::size_t i = 0; i < item.blocks.size(); ++i) {
    const bool last = i + 1 == item.blocks.size() && !own_line;
    if (const auto* text = std::get_if<Paragraph>(&item.blocks[i])) {
      out += escaped(text->text, true) + (last ? item.source : "") + "\n\n";
      marked = marked || last;
    } else if (const auto* picture = std::get_if<Picture>(&item.blocks[i])) {
      out += picture_text(*picture, i > 0 && std::holds_alternative<Table>(item.blocks[i - 1]));
    } else {
      out += table_text(std::get<Table>(item.blocks[i]));
    }
  }
  if (!marked) out += item.source + "\n\n";
}

std::string front_matter(const Publication& p) {
  const Masthead& m = p.outline->masthead;
  YamlText out;
  out.key("title", m.name).key("subtitle", p.outline->masthead_latin);
  out.key("issue", m.issue).key("running_number", m.running_number).key("date", m.date);
  out.key("cadence", p.outline->cadence)
      .key("style", p.style->name)
      .key("period", p.outline->period);
  if (!m.bodies.empty()) out.open("bodies");
  for (const auto& [role, name] : m.bodies) {
    out.entry(YamlLine().add("role", role).add("name", name).str(), 2);
  }
  if (!m.people.empty()) out.open("people");
  for (const Person& one : m.people) {
    out.entry(
        YamlLine().add("role", one.role).add("name", one.name).add("office", one.office).str(), 2);
  }
  out.key("statement", m.statement);
  if (p.draft) out.key("state", "draft");
  if (!p.colophon.empty()) out.open("colophon");
  for (const std::string& line : p.colophon) out.entry(yaml_scalar(line), 2);
  return "---\n" + out.take() + "---\n\n";
}

}  // namespace

std::string svg_name(const Picture& picture) {
  return std::filesystem::path(picture.file).replace_extension(".svg").string();
}

std::string markdown(const Publication& p) {
  std::string out = front_matter(p);
  if (p.draft) out += "> 草稿，未经审定，不得引用\n\n";
  for (const PrintedPart& part : p.parts) {
    if (!part.title.empty())
      out += fmt::format("# {}{}\n\n", part.number, escaped(part.title, false));
    for (std::size_t i = 0; i < part.lead.size(); ++i) {
      out += (i == 0 ? fmt::format("**{}**：", p.style->lead_label) : "") +
             escaped(part.lead[i], i > 0) + "\n\n";
    }
    if (!part.keywords.empty()) {
      out += fmt::format("**{}**：{}\n\n", p.style->keywords_label, escaped(part.keywords, false));
    }
    for (const PrintedItem& item : part.items) add_item(out, item, p.style->source_line);
    for (const PrintedSection& section : part.sections) {
      out += fmt::format("## {}{}\n\n", section.number, escaped(section.title, false));
      for (const PrintedItem& item : section.items) add_item(out, item, p.style->source_line);
    }
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace guanlan::compose
