// issue.yaml: the masthead, the parts with their leads, and the order of the items.
#include <fmt/format.h>

#include "check/yaml.h"
#include "compose/files.h"
#include "compose/marks.h"
#include "compose/masthead.h"
#include "compose/yaml_text.h"

namespace guanlan::compose {
namespace {

using check_yaml::Map;

Part read_part(Map& map) {
  // A part without a title prints none: what stands in a source before its first heading.
  Part out{map.required("id"),
           map.text("label"),
           map.text("title"),
           {},
           map.list("keywords"),
           map.list("items"),
           {}};
  map.each("lead", {"item", "text", "by"}, [&](Map& line) {
    out.lead.push_back({line.text("item"), line.required("text"), line.text("by")});
  });
  map.each("sections", {"id", "title", "items"}, [&](Map& section) {
    out.sections.push_back(
        {section.required("id"), section.required("title"), section.list("items")});
  });
  return out;
}

Outline read_outline(Map& map) {
  Outline out;
  out.style = map.required("style");
  out.period = map.required("period");
  read_masthead(map, out);
  map.each("parts", {"id", "label", "title", "lead", "keywords", "items", "sections"},
           [&](Map& part) { out.parts.push_back(read_part(part)); });
  map.each("dropped", {"item", "by", "why"}, [&](Map& dropped) {
    out.dropped.push_back({dropped.required("item"), dropped.text("by"), dropped.text("why")});
  });
  out.marks = read_marks(map);
  return out;
}

void write_items(YamlText& out, const Desk& desk, const std::vector<std::string>& ids, int indent) {
  if (ids.empty()) return;
  out.open("items", indent);
  for (const std::string& id : ids) {
    const auto it = desk.items.find(id);
    out.entry(yaml_scalar(id), indent + 2, it == desk.items.end() ? "" : it->second.title);
  }
}

void write_masthead(YamlText& out, const Outline& outline) {
  const Masthead& m = outline.masthead;
  out.open("masthead").key("name", m.name, 2).key("latin", outline.masthead_latin, 2);
  out.key("cadence", outline.cadence, 2).key("issue", m.issue, 2);
  out.key("running_number", m.running_number, 2).key("date", m.date, 2);
  if (!m.bodies.empty()) out.open("bodies", 2);
  for (const auto& [role, name] : m.bodies) {
    out.entry(YamlLine().add("role", role).add("name", name).str(), 4);
  }
  if (!m.people.empty()) out.open("people", 2);
  for (const Person& p : m.people) {
    out.entry(YamlLine().add("role", p.role).add("name", p.name).add("office", p.office).str(), 4);
  }
  out.key("statement", m.statement, 2);
}

void write_part(YamlText& out, const Desk& desk, const Part& part) {
  out.entry("id: " + yaml_scalar(part.id), 2);
  out.key("label", part.label, 4).key("title", part.title, 4);
  if (!part.lead.empty()) out.open("lead", 4);
  for (const LeadSentence& s : part.lead) {
    out.entry(YamlLine().add("item", s.item).add("by", s.by).add("text", s.text).str(), 6);
  }
  out.list("keywords", part.keywords, 4);
  write_items(out, desk, part.items, 4);
  if (!part.sections.empty()) out.open("sections", 4);
  for (const Section& section : part.sections) {
    out.entry("id: " + yaml_scalar(section.id), 6);
    out.key("title", section.title, 8);
    write_items(out, desk, section.items, 8);
  }
}

}  // namespace

Result<Outline> parse_outline(std::string_view text, std::string_view path) {
  auto root = check_yaml::load(text, path);
  if (!root) return tl::unexpected(std::move(root.error()));
  Map map(*root, path, {"style", "period", "masthead", "parts", "dropped", "states"});
  Outline out = read_outline(map);
  if (!map.ok()) return tl::unexpected(map.error());
  return out;
}

std::string outline_text(const Desk& desk) {
  const Outline& outline = desk.outline;
  YamlText out;
  out.key("style", outline.style).key("period", outline.period);
  write_masthead(out, outline);
  if (!outline.parts.empty()) out.open("parts");
  for (const Part& part : outline.parts) write_part(out, desk, part);
  if (!outline.dropped.empty()) out.open("dropped");
  for (const Dropped& d : outline.dropped) {
    const auto it = desk.items.find(d.item);
    out.entry(YamlLine().add("item", d.item).add("by", d.by).add("why", d.why).str(), 2,
              it == desk.items.end() ? "" : it->second.title);
  }
  write_marks(out, outline.marks);
  return out.take();
}

}  // namespace guanlan::compose
