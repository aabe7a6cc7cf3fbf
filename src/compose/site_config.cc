#include "compose/site_config.h"

#include "check/yaml.h"

namespace guanlan::compose {
namespace {

using check_yaml::Map;

constexpr std::string_view kPath = "site/site.yaml";

bool is_folder_name(std::string_view id) {
  return !id.empty() &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

bool is_web_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://");
}

void read_site(Map& map, SiteConfig& out) {
  out.name = map.required("name");
  out.about = map.text("about");
  map.each("sections", {"id", "title"}, [&](Map& section) {
    const std::string id = section.required("id");
    out.sections.emplace_back(id, section.required("title"));
    if (is_folder_name(id) && id != "items" && id != "issues") return;
    section.complain("不能用作栏目的编号：" + id, section.node("id"),
                     "小写字母、数字与 -；items、issues 已有用处");
  });
  if (out.sections.empty()) map.complain("缺少 sections", map.node("sections"));
  each_seat_rule(map, [&](Map& rule, SeatRule&& read) {
    out.style.rules.push_back(std::move(read));
    const std::string& to = out.style.rules.back().to;
    const auto there = [&](const auto& one) { return one.first == to; };
    if (std::none_of(out.sections.begin(), out.sections.end(), there)) {
      rule.complain("没有这个栏目：" + to, rule.node("to"));
    }
  });
  map.each("links", {"title", "address"}, [&](Map& link) {
    out.links.emplace_back(link.required("title"), link.required("address"));
    const std::string& address = out.links.back().second;
    if (!is_web_address(address))
      link.complain("不是网址：" + address, link.node("address"), "以 https:// 开头");
  });
}

}  // namespace

Result<SiteConfig> load_site_config(const Templates& templates) {
  const auto text = templates.file("site", "site.yaml");
  if (!text) return tl::unexpected(text.error());
  const auto root = check_yaml::load(*text, kPath);
  if (!root) return tl::unexpected(root.error());
  SiteConfig out;
  Map map(*root, kPath, {"name", "about", "sections", "rules", "links"});
  read_site(map, out);
  if (!map.ok()) return tl::unexpected(map.error());
  auto levels = load_levels(templates, "site");
  if (!levels) return tl::unexpected(std::move(levels.error()));
  out.style.levels = std::move(*levels);
  return out;
}

}  // namespace guanlan::compose
