#include "read/docx_styles.h"

#include "read/html_tree.h"

namespace guanlan::docx {
namespace {

template <class T>
void take(std::optional<T>& mine, const std::optional<T>& base) {
  if (!mine) mine = base;
}

}  // namespace

void Properties::inherit(const Properties& base) {
  take(outline, base.outline);
  take(num_id, base.num_id);
  take(level, base.level);
  take(bold, base.bold);
  take(page_break_before, base.page_break_before);
  take(hidden, base.hidden);
  take(borders, base.borders);
  take(size, base.size);
}

std::optional<bool> toggle(const pugi::xml_node& parent, std::string_view name) {
  const pugi::xml_node node = child(parent, name);
  if (!node) return std::nullopt;
  const std::string_view set = value(node, "val");
  return set != "0" && set != "false" && set != "off";
}

Properties read_properties(const pugi::xml_node& node) {
  Properties p;
  if (const auto outline = child(node, "outlineLvl")) p.outline = int_value(outline, "val", 9);
  if (const auto number = child(node, "numPr")) {
    if (const auto id = child(number, "numId")) p.num_id = int_value(id, "val", 0);
    if (const auto level = child(number, "ilvl")) p.level = int_value(level, "val", 0);
  }
  p.bold = toggle(node, "b");
  p.hidden = toggle(node, "vanish");
  p.page_break_before = toggle(node, "pageBreakBefore");
  if (const auto size = child(node, "sz")) {
    const int half_points = int_value(size, "val", 0);
    if (half_points > 0 && half_points < 2000) p.size = static_cast<float>(half_points) / 2;
  }
  return p;
}

std::optional<bool> read_borders(const pugi::xml_node& node) {
  std::optional<bool> found;
  for (const pugi::xml_node& inner : node.children()) {
    const std::string_view name = local_name(inner);
    std::optional<bool> here;
    if (name == "tblBorders" || name == "tcBorders") {
      for (const pugi::xml_node& side : inner.children()) {
        const std::string_view line = value(side, "val");
        here = here.value_or(false) || (line != "none" && line != "nil");
      }
    } else if (name == "tblPr" || name == "tcPr" || name == "tblStylePr") {
      here = read_borders(inner);
    }
    if (here) found = found.value_or(false) || *here;
  }
  return found;
}

Styles::Styles(const pugi::xml_node& root) {
  const auto defaults = child(root, "docDefaults");
  defaults_ = read_properties(child(child(defaults, "rPrDefault"), "rPr"));
  for (const pugi::xml_node& node : root.children()) {
    if (local_name(node) != "style") continue;
    Style style;
    style.name = html::lower(value(child(node, "name"), "val"));
    style.based_on = value(child(node, "basedOn"), "val");
    style.properties = read_properties(child(node, "pPr"));
    style.properties.inherit(read_properties(child(node, "rPr")));
    if (value(node, "type") == "table") style.properties.borders = read_borders(node);
    std::string id(value(node, "styleId"));
    const std::string_view is_default = value(node, "default");
    if (value(node, "type") == "paragraph" && (is_default == "1" || is_default == "true")) {
      default_paragraph_ = id;
    }
    styles_.emplace(std::move(id), std::move(style));
  }
}

Properties Styles::resolve(std::string_view id) const {
  Properties result;
  std::string key(id.empty() ? std::string_view(default_paragraph_) : id);
  for (int hops = 0; hops < 20; ++hops) {  // basedOn may run in circles
    const auto style = styles_.find(key);
    if (style == styles_.end()) break;
    result.inherit(style->second.properties);
    key = style->second.based_on;
  }
  result.inherit(defaults_);
  return result;
}

std::string_view Styles::name(std::string_view id) const {
  const auto style = styles_.find(std::string(id));
  return style == styles_.end() ? std::string_view() : std::string_view(style->second.name);
}

int heading_level(std::string_view name) {
  if (name == "title" || name == "标题") return 1;
  for (const std::string_view prefix : {"heading", "标题"}) {
    if (!name.starts_with(prefix)) continue;
    std::string_view rest = name.substr(prefix.size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (rest.size() == 1 && rest[0] >= '1' && rest[0] <= '9') return rest[0] - '0';
  }
  return 0;
}

bool is_caption_style(std::string_view name) { return name == "caption" || name == "题注"; }

}  // namespace guanlan::docx
