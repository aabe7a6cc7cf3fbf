#include "compose/style.h"

#include <algorithm>

#include "check/yaml.h"
#include "compose/masthead.h"

namespace guanlan::compose {
namespace {

using check_yaml::Map;

void read_print(Map& map, Style& out) {
  out.part_number = map.text("part_number");
  out.section_number = map.text("section_number");
  out.item_number = map.text("item_number");
  out.lead_label = map.text("lead");
  out.keywords_label = map.text("keywords");
  out.contents_title = map.text("contents");
  out.contents = !out.contents_title.empty();
  out.source_open = map.text("source_open");
  out.source_close = map.text("source_close");
  out.source_line = map.yes("source_line", false);
  out.bracketed = map.yes("bracketed", false);
  out.cover = map.yes("cover", true);
  out.page_per_part = map.yes("page_per_part", false);
  out.columns = map.yes("columns", false);
}

StylePart read_part(Map& map) {
  StylePart out;
  out.part.id = map.required("id");
  out.part.label = map.text("label");
  out.part.title = map.required("title");
  out.limit = map.number("limit", 0);
  map.each("sections", {"id", "title"}, [&](Map& section) {
    out.part.sections.push_back({section.required("id"), section.required("title"), {}});
  });
  return out;
}

bool has_place(const Style& style, const std::string& place) {
  for (const StylePart& p : style.parts) {
    if (p.part.id == place) return true;
    for (const Section& s : p.part.sections) {
      if (p.part.id + "/" + s.id == place) return true;
    }
  }
  return false;
}

Style read_style(Map& map) {
  Style out;
  out.title = map.both("name");
  read_masthead(map, out.outline, &out.running_from);
  map.inner("print",
            {"part_number", "section_number", "item_number", "lead", "keywords", "contents",
             "source_open", "source_close", "source_line", "bracketed", "cover", "page_per_part",
             "columns"},
            [&](Map& print) { read_print(print, out); });
  out.lead_sentences = map.number("lead_sentences", 0);
  out.keywords = map.number("keywords", 0);
  map.each("parts", {"id", "label", "title", "limit", "sections"},
           [&](Map& part) { out.parts.push_back(read_part(part)); });
  if (out.parts.empty()) map.complain("缺少 parts", map.node("parts"));
  each_seat_rule(map, [&](Map& rule, SeatRule&& read) {
    out.rules.push_back(std::move(read));
    if (!has_place(out, out.rules.back().to)) {
      rule.complain("没有这个栏目：" + out.rules.back().to, rule.node("to"));
    }
  });
  out.statistics = map.text("statistics");
  if (!out.statistics.empty() && !has_place(out, out.statistics)) {
    map.complain("没有这个栏目：" + out.statistics, map.node("statistics"));
  }
  return out;
}

}  // namespace

std::vector<std::string> known_levels(const Style& style) {
  std::vector<std::string> out{"ministry", "local"};
  const auto add = [&](const std::string& level) {
    if (std::find(out.begin(), out.end(), level) == out.end()) out.push_back(level);
  };
  for (const LevelWords& words : style.levels) add(words.level);
  for (const SeatRule& rule : style.rules)
    std::for_each(rule.levels.begin(), rule.levels.end(), add);
  for (const char* given : {"industry", "association", "abroad"}) add(given);
  return out;
}

SeatRule read_seat_rule(check_yaml::Map& map) {
  return {map.required("to"), map.list("kinds"),  map.list("levels"),
          map.list("scopes"), map.list("places"), map.list("names")};
}

Result<std::vector<LevelWords>> load_levels(const Templates& templates, std::string_view name) {
  const auto text = templates.file(name, "levels.yaml");
  if (!text) return tl::unexpected(text.error());
  const auto root = check_yaml::load(*text, "levels.yaml");
  if (!root) return tl::unexpected(root.error());
  std::vector<LevelWords> out;
  Map map(*root, "levels.yaml", {"levels"});
  map.each("levels", {"level", "words"}, [&](Map& level) {
    out.push_back({level.required("level"), level.list("words")});
  });
  if (!map.ok()) return tl::unexpected(map.error());
  return out;
}

Result<Style> load_style(const Templates& templates, std::string_view name) {
  const std::string path = std::string(name) + "/style.yaml";
  const auto styles = templates.styles();
  if (std::find(styles.begin(), styles.end(), name) == styles.end()) {
    std::string all;
    for (const std::string& one : styles) all += (all.empty() ? "可用：" : "、") + one;
    return fail(Code::not_found, "没有这种版式：" + std::string(name), {}, all);
  }
  const auto text = templates.file(name, "style.yaml");
  if (!text) return tl::unexpected(text.error());
  const auto root = check_yaml::load(*text, path);
  if (!root) return tl::unexpected(root.error());
  Map map(
      *root, path,
      {"name", "masthead", "print", "lead_sentences", "keywords", "statistics", "parts", "rules"});
  Style out = read_style(map);
  if (!map.ok()) return tl::unexpected(map.error());
  auto levels = load_levels(templates, name);
  if (!levels) return tl::unexpected(std::move(levels.error()));
  out.levels = std::move(*levels);
  out.name = name;
  out.outline.style = name;
  return out;
}

}  // namespace guanlan::compose
