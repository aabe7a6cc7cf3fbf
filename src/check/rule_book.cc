// The rules as data: checks/<rule>.yaml, compiled in.
#include <algorithm>

#include "check/yaml.h"
#include "lexicon/embedded.h"

namespace guanlan {
namespace {

constexpr std::string_view kFolder = "checks/", kEnding = ".yaml";

bool is_rule_file(std::string_view path) {
  return path.starts_with(kFolder) && path.ends_with(kEnding);
}

}  // namespace

std::string_view name(Level level) {
  switch (level) {
    case Level::error:
      return "error";
    case Level::warning:
      return "warning";
    case Level::note:
      return "note";
  }
  return "";
}

Result<CheckRule> CheckRule::parse(std::string_view yaml, std::string_view path) {
  const auto root = check_yaml::load(yaml, path);
  if (!root) return tl::unexpected(root.error());
  check_yaml::Map map(*root, path,
                      {"rule", "level", "about", "message", "reason", "link", "valid", "invalid",
                       "law", "earlier"});
  CheckRule rule;
  rule.id = map.required("rule");
  rule.level = map.level("level", Level::warning);
  rule.about = map.both("about");
  rule.message = map.both("message");
  rule.reason = map.both("reason");
  rule.link = map.text("link");
  rule.valid = map.list("valid");
  rule.invalid = map.list("invalid");
  rule.law = map.text("law");
  rule.earlier = map.text("earlier");
  if (map.text("level").empty()) map.complain("缺少 level", *root);
  if (rule.about.zh.empty()) map.complain("缺少 about", *root);
  if (rule.message.zh.empty()) map.complain("缺少 message", *root);
  if (rule.reason.zh.empty()) map.complain("缺少 reason", *root);
  if (rule.valid.empty() || rule.invalid.empty()) {
    map.complain("规则须有正例（valid）与反例（invalid）", *root);
  }
  if (!map.ok()) return tl::unexpected(map.error());
  return rule;
}

const std::vector<CheckRule>& check_rules() {
  static const std::vector<CheckRule> kRules = [] {
    std::vector<CheckRule> out;
    for (const EmbeddedFile& file : embedded_files()) {
      if (!is_rule_file(file.path())) continue;
      if (auto rule = CheckRule::parse(file.text(), file.path())) out.push_back(std::move(*rule));
    }  // one that does not load is absent; rule_book_test names it
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return out;
  }();
  return kRules;
}

const CheckRule* find_check_rule(std::string_view id) {
  const auto& rules = check_rules();
  const auto it = std::lower_bound(
      rules.begin(), rules.end(), id,
      [](const CheckRule& rule, std::string_view wanted) { return rule.id < wanted; });
  return it == rules.end() || it->id != id ? nullptr : &*it;
}

}  // namespace guanlan
