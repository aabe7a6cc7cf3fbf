// HTML by mustache templates: the web page (also what is printed) and the page for WeChat.
#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include "compose/base64.h"
#include "compose/fields.h"
#include "compose/publication.h"

namespace guanlan::compose {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using Json = nlohmann::ordered_json;

// The drawing as an element of the page: its title and description get names of their own there.
std::string inline_svg(const Picture& picture) {
  std::string svg = chart_svg(*picture.chart);
  const std::string stem = picture.file.substr(picture.file.rfind('/') + 1);
  const std::string name = stem.substr(0, stem.find('.'));
  for (const auto& [was, now] :
       {std::pair<std::string, std::string>{"aria-labelledby=\"t d\"",
                                            "aria-labelledby=\"" + name + "-t " + name + "-d\""},
        {"<title id=\"t\">", "<title id=\"" + name + "-t\">"},
        {"<desc id=\"d\">", "<desc id=\"" + name + "-d\">"}}) {
    if (const auto at = svg.find(was); at != std::string::npos) svg.replace(at, was.size(), now);
  }
  return svg;
}

data picture_data(const Picture& picture) {
  data out;
  put(out, "caption", picture.caption);
  out.set("drawing", flag(picture.chart.has_value()));
  if (picture.chart) {
    out.set("svg", inline_svg(picture));
    out.set("figures", chart_table_html(*picture.chart));
    return out;
  }
  out.set("src", "data:" + std::string(picture.mime()) + ";base64," + base64(picture.bytes));
  out.set("alt", picture.alt);
  out.set("width", std::to_string(picture.width));
  out.set("height", std::to_string(picture.height));
  return out;
}

// With the paragraph above it where that is its title.
data printed_table(const Table& table, const std::string& title) {
  data out = table_data(table.rows);
  out.set("wide", flag(table.is_wide()));
  put(out, "title", title);
  return out;
}

data block_data(const Block& block, const std::string& title) {
  data out;
  const auto* p = std::get_if<Paragraph>(&block);
  const auto* picture = std::get_if<Picture>(&block);
  const auto* table = std::get_if<Table>(&block);
  out.set("paragraph", flag(p != nullptr && !p->subhead));
  out.set("subhead", flag(p != nullptr && p->subhead));
  out.set("text", p != nullptr ? p->text : "");
  out.set("picture", picture != nullptr ? picture_data(*picture) : flag(false));
  out.set("table", table != nullptr ? printed_table(*table, title) : flag(false));
  put(out, "mark", "");
  return out;
}

// The source mark ends the last paragraph, or stands on a line of its own.
data item_data(const PrintedItem& item, bool own_line) {
  data out;
  put(out, "number", item.number);
  out.set("anchor", item.anchor);
  out.set("title", item.title);
  out.set("date", item.item->event_date);
  const bool apart = has_wide_table(item.blocks);
  out.set("short", flag(apart && is_short_text(item.blocks, 0)));
  const bool tail =
      !own_line && !item.blocks.empty() && std::holds_alternative<Paragraph>(item.blocks.back());
  list blocks;
  for (std::size_t i = 0; i < item.blocks.size(); ++i) {
    const auto* above = i > 0 ? std::get_if<Paragraph>(&item.blocks[i - 1]) : nullptr;
    const auto* p = std::get_if<Paragraph>(&item.blocks[i]);
    if (p != nullptr && p->over_table) continue;
    data block =
        block_data(item.blocks[i], above != nullptr && above->over_table ? above->text : "");
    if (tail && i + 1 == item.blocks.size()) put(block, "mark", item.source);
    block.set("short_behind", flag(apart && is_short_text(item.blocks, i + 1)));
    blocks.push_back(block);
  }
  out.set("blocks", data(blocks));
  put(out, "source", tail ? "" : item.source);
  return out;
}

data items_data(const std::vector<PrintedItem>& items, bool own_line) {
  list out;
  for (const PrintedItem& item : items) out.push_back(item_data(item, own_line));
  return data(out);
}

data part_data(const PrintedPart& part, const Style& style) {
  data out;
  out.set("anchor", part.anchor);
  put(out, "title", part.number + part.title);
  list lead;
  for (std::size_t i = 0; i < part.lead.size(); ++i) {
    data line;
    line.set("label", i == 0 ? style.lead_label + "：" : "");
    line.set("text", part.lead[i]);
    lead.push_back(line);
  }
  out.set("lead", data(lead));
  put(out, "keywords", part.keywords);
  out.set("keywords_label", style.keywords_label + "：");
  out.set("digest", flag(!part.lead.empty() || !part.keywords.empty()));
  out.set("items", items_data(part.items, style.source_line));
  list sections;
  for (const PrintedSection& s : part.sections) {
    data section;
    section.set("anchor", s.anchor);
    section.set("number", s.number);
    section.set("title", s.title);
    section.set("items", items_data(s.items, style.source_line));
    sections.push_back(section);
  }
  out.set("sections", data(sections));
  return out;
}

// schema.org: the issue and its articles.
std::string json_ld(const Publication& p) {
  const Masthead& m = p.outline->masthead;
  Json out{{"@context", "https://schema.org"},
           {"@type", "PublicationIssue"},
           {"name", m.name + " " + m.issue},
           {"issueNumber", m.issue},
           {"datePublished", m.date},
           {"inLanguage", "zh-CN"},
           {"isPartOf", {{"@type", "Periodical"}, {"name", m.name}}}};
  if (!m.bodies.empty()) {
    out["publisher"] = {{"@type", "Organization"}, {"name", m.bodies.front().second}};
  }
  Json articles = Json::array();
  const auto add = [&](const PrintedItem& item, const std::string& section) {
    Json one{{"@type", "Article"},
             {"@id", "#" + item.anchor},
             {"headline", item.title},
             {"articleSection", section}};
    if (!item.item->summary.empty()) one["abstract"] = item.item->summary;
    if (!item.item->sources.empty()) one["sourceOrganization"] = item.item->sources;
    if (!item.item->event_date.empty()) one["temporalCoverage"] = item.item->event_date;
    articles.push_back(std::move(one));
  };
  for (const PrintedPart& part : p.parts) {
    for (const PrintedItem& item : part.items) add(item, part.title);
    for (const PrintedSection& s : part.sections) {
      for (const PrintedItem& item : s.items) add(item, s.title);
    }
  }
  out["hasPart"] = std::move(articles);
  std::string text = out.dump(1);
  // "</script>" in a text would end the element.
  for (auto at = text.find("</"); at != std::string::npos; at = text.find("</", at + 3)) {
    text.replace(at, 2, "<\\/");
  }
  return text;
}

data masthead_data(const Publication& p) {
  const Masthead& m = p.outline->masthead;
  data out;
  put(out, "name", m.name);
  put(out, "latin", p.outline->masthead_latin);
  put(out, "cadence", p.outline->cadence);
  put(out, "issue_line", p.issue_line);
  put(out, "date_line", p.date_line);
  put(out, "statement", m.statement);
  list bodies, people;
  for (const auto& [role, name] : m.bodies) {
    data body;
    body.set("role", role);
    body.set("name", name);
    bodies.push_back(body);
  }
  for (const Person& one : m.people) {
    data person;
    put(person, "role", one.role);
    person.set("name", one.name);
    put(person, "office", one.office);
    people.push_back(person);
  }
  out.set("bodies", data(bodies));
  out.set("people", data(people));
  out.set("imprint", flag(!m.people.empty() || !m.statement.empty()));
  return out;
}

}  // namespace

data table_data(const std::vector<std::vector<std::string>>& table) {
  list rows;
  for (std::size_t r = 0; r < table.size(); ++r) {
    list cells;
    for (const std::string& text : table[r]) {
      data cell;
      cell.set("text", text);
      cell.set("head", flag(r == 0));
      cells.push_back(cell);
    }
    data row;
    row.set("cells", data(cells));
    row.set("head", flag(r == 0));
    rows.push_back(row);
  }
  data out;
  out.set("rows", data(rows));
  return out;
}

Result<std::string> html(const Publication& p, const Templates& templates, std::string_view page) {
  const auto text = templates.file(p.style->name, page);
  if (!text) return tl::unexpected(text.error());
  const auto css = templates.file(p.style->name, "style.css");
  if (!css) return tl::unexpected(css.error());
  const auto base = templates.file(p.style->name, "base.css");
  if (!base) return tl::unexpected(base.error());
  const auto item =
      templates.file(p.style->name, page == "wechat.html" ? "wechat-item.html" : "item.html");
  if (!item) return tl::unexpected(item.error());
  kainjow::mustache::mustache compiled(*text);
  if (!compiled.is_valid()) {
    return fail(Code::invalid, "模板有误：" + compiled.error_message(),
                p.style->name + "/" + std::string(page), "见 docs/composing.md");
  }
  data root = masthead_data(p);
  root.set("item", data(kainjow::mustache::partial([&] { return *item; })));
  root.set("style", p.style->name);
  root.set("css", *base + *css);
  root.set("json_ld", json_ld(p));
  root.set("draft", flag(p.draft));
  root.set("cover", flag(p.style->cover));
  put(root, "contents_title", p.style->contents_title);
  list parts, colophon;
  for (const PrintedPart& part : p.parts) parts.push_back(part_data(part, *p.style));
  for (const std::string& line : p.colophon) {
    data one;
    one.set("line", line);
    colophon.push_back(one);
  }
  root.set("parts", data(parts));
  root.set("colophon", data(colophon));
  return compiled.render(root);
}

}  // namespace guanlan::compose
