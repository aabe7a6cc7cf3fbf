#include "compose/style.h"

#include <charconv>

#include "check/yaml.h"

namespace guanlan::compose {
namespace {

using check_yaml::Map;

struct Parser {
  std::string_view path;
  std::optional<Error> error = {};

  void keep(const Map& map) {
    if (!error && !map.ok()) error = map.error();
  }
  int number(Map& map, const char* key) {
    const std::string text = map.text(key);
    int out = 0;
    if (!text.empty() &&
        std::from_chars(text.data(), text.data() + text.size(), out).ptr != text.data() + text.size()) {
      map.complain("不是数：" + text, map.node(key));
    }
    return out;
  }
  bool yes(Map& map, const char* key, bool otherwise) {
    const std::string word = map.choice(key, {"yes", "no"});
    return word.empty() ? otherwise : word == "yes";
  }
  template <class F>
  void each(Map& map, const char* key, const F& f) {
    const YAML::Node node = map.node(key);
    if (!node.IsDefined()) return;
    if (!node.IsSequence()) return map.complain(std::string("应为列表：") + key, node);
    for (const auto& one : node) f(one);
  }

  void masthead(const YAML::Node& node, Style& out) {
    if (!node.IsDefined()) return;
    Map map(node, path,
            {"name", "latin", "cadence", "issue", "running_number", "date", "bodies", "people",
             "statement", "running_from"});
    Masthead& m = out.outline.masthead;
    m.name = map.text("name");
    m.issue = map.text("issue");
    m.running_number = map.text("running_number");
    m.date = map.text("date");
    m.statement = map.text("statement");
    out.outline.masthead_latin = map.text("latin");
    out.outline.cadence = map.text("cadence");
    out.running_from = map.text("running_from");
    each(map, "bodies", [&](const YAML::Node& one) {
      Map body(one, path, {"role", "name"});
      m.bodies.emplace_back(body.required("role"), body.required("name"));
      keep(body);
    });
    each(map, "people", [&](const YAML::Node& one) {
      Map person(one, path, {"role", "name", "office"});
      m.people.push_back({person.text("role"), person.required("name"), person.text("office")});
      keep(person);
    });
    keep(map);
  }
  void print(const YAML::Node& node, Style& out) {
    if (!node.IsDefined()) return;
    Map map(node, path,
            {"part_number", "section_number", "item_number", "lead", "keywords", "contents", "source_open",
             "source_close", "source_line", "bracketed", "cover", "page_per_part", "columns"});
    out.part_number = map.text("part_number");
    out.section_number = map.text("section_number");
    out.item_number = map.text("item_number");
    out.lead_label = map.text("lead");
    out.keywords_label = map.text("keywords");
    out.contents_title = map.text("contents");
    out.contents = !out.contents_title.empty();
    out.source_open = map.text("source_open");
    out.source_close = map.text("source_close");
    out.source_line = yes(map, "source_line", false);
    out.bracketed = yes(map, "bracketed", false);
    out.cover = yes(map, "cover", true);
    out.page_per_part = yes(map, "page_per_part", false);
    out.columns = yes(map, "columns", false);
    keep(map);
  }
  void part(const YAML::Node& node, Style& out) {
    Map map(node, path, {"id", "label", "title", "limit", "sections"});
    StylePart p;
    p.part.id = map.required("id");
    p.part.label = map.text("label");
    p.part.title = map.required("title");
    p.limit = number(map, "limit");
    each(map, "sections", [&](const YAML::Node& one) {
      Map section(one, path, {"id", "title"});
      p.part.sections.push_back({section.required("id"), section.required("title"), {}});
      keep(section);
    });
    keep(map);
    out.parts.push_back(std::move(p));
  }
  void rule(const YAML::Node& node, Style& out) {
    Map map(node, path, {"to", "kinds", "levels", "scopes", "places"});
    out.rules.push_back({map.required("to"), map.list("kinds"), map.list("levels"),
                         map.list("scopes"), map.list("places")});
    const std::string& to = out.rules.back().to;
    bool known = false;
    for (const StylePart& p : out.parts) {
      known = known || p.part.id == to;
      for (const Section& s : p.part.sections) known = known || p.part.id + "/" + s.id == to;
    }
    if (!known) map.complain("没有这个栏目：" + to, map.node("to"));
    keep(map);
  }
  Style style(const YAML::Node& root) {
    Style out;
    Map map(root, path, {"name", "masthead", "print", "lead_sentences", "keywords", "statistics", "parts", "rules"});
    out.title = map.both("name");
    masthead(map.node("masthead"), out);
    print(map.node("print"), out);
    out.lead_sentences = number(map, "lead_sentences");
    out.keywords = number(map, "keywords");
    each(map, "parts", [&](const YAML::Node& one) { part(one, out); });
    each(map, "rules", [&](const YAML::Node& one) { rule(one, out); });
    if (out.parts.empty()) map.complain("缺少 parts", root);
    out.statistics = map.text("statistics");
    const auto there = [&](const StylePart& p) { return p.part.id == out.statistics; };
    if (!out.statistics.empty() && std::none_of(out.parts.begin(), out.parts.end(), there)) {
      map.complain("没有这个栏目：" + out.statistics, map.node("statistics"));
    }
    keep(map);
    return out;
  }
  std::vector<LevelWords> levels(const YAML::Node& root) {
    std::vector<LevelWords> out;
    Map map(root, path, {"levels"});
    each(map, "levels", [&](const YAML::Node& one) {
      Map level(one, path, {"level", "words"});
      out.push_back({level.required("level"), level.list("words")});
      keep(level);
    });
    keep(map);
    return out;
  }
};

}  // namespace

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
  Parser parser{path};
  Style out = parser.style(*root);
  if (parser.error) return tl::unexpected(std::move(*parser.error));
  const auto levels = templates.file(name, "levels.yaml");
  if (!levels) return tl::unexpected(levels.error());
  const auto words = check_yaml::load(*levels, "levels.yaml");
  if (!words) return tl::unexpected(words.error());
  Parser second{"levels.yaml"};
  out.levels = second.levels(*words);
  if (second.error) return tl::unexpected(std::move(*second.error));
  out.name = name;
  out.outline.style = name;
  return out;
}

}  // namespace guanlan::compose
