// What a house wants of the rules: switches, suppressions and words of its own.
#include "check/yaml.h"

namespace guanlan {
namespace {

using check_yaml::Map;

Result<CheckConfig::Switch> read_switch(const std::string& rule, const YAML::Node& node,
                                        std::string_view path) {
  Map map(node, path, {"level", "reason"});
  CheckConfig::Switch out;
  out.rule = rule;
  const std::string level = map.required("level");
  if (level != "off") out.level = map.level("level", Level::warning);
  out.reason = map.required("reason");
  if (!map.ok()) return tl::unexpected(map.error());
  return out;
}

Result<CheckConfig::Suppression> read_suppression(const YAML::Node& node, std::string_view path) {
  Map map(node, path, {"rule", "text", "file", "reason"});
  CheckConfig::Suppression out{map.required("rule"), map.text("text"), map.text("file"),
                               map.required("reason")};
  if (!map.ok()) return tl::unexpected(map.error());
  return out;
}

Result<HouseWord> read_word(const YAML::Node& node, std::string_view path) {
  Map map(node, path, {"id", "find", "fix", "unless", "level", "message", "reason"});
  HouseWord out;
  out.find = map.required("find");
  out.id = map.text("id");
  out.id = "house." + (out.id.empty() ? "word" : out.id);
  out.fix = map.text("fix");
  out.unless = map.list("unless");
  out.level = map.level("level", Level::warning);
  out.message = map.both("message");
  out.reason = map.required("reason");
  if (out.level == Level::error) {
    map.complain("用词是判断，不是计算：级别应为 warning 或 note", node["level"]);
  }
  if (!map.ok()) return tl::unexpected(map.error());
  return out;
}

template <class T, class Read>
Result<void> read_list(Map& map, const char* key, std::vector<T>& out, Read read) {
  const YAML::Node list = map.node(key);
  if (!list.IsDefined()) return {};
  if (!list.IsSequence()) {
    map.complain(std::string("应为列表：") + key, list);
    return {};
  }
  for (const auto& node : list) {
    auto one = read(node);
    if (!one) return tl::unexpected(one.error());
    out.push_back(std::move(*one));
  }
  return {};
}

}  // namespace

Result<CheckConfig> CheckConfig::parse(std::string_view yaml, std::string_view path) {
  const auto root = check_yaml::load(yaml, path);
  if (!root) return tl::unexpected(root.error());
  CheckConfig out;
  if (root->IsNull()) return out;
  Map map(*root, path, {"rules", "suppress", "words"});
  if (const YAML::Node rules = map.node("rules"); rules.IsDefined()) {
    if (!rules.IsMap()) return fail(Code::invalid, "应为键值对：rules", std::string(path));
    for (const auto& entry : rules) {
      auto one = read_switch(entry.first.Scalar(), entry.second, path);
      if (!one) return tl::unexpected(one.error());
      out.switches.push_back(std::move(*one));
    }
  }
  const auto suppressed = read_list(map, "suppress", out.suppressions,
                                    [&](const YAML::Node& n) { return read_suppression(n, path); });
  if (!suppressed) return tl::unexpected(suppressed.error());
  const auto words =
      read_list(map, "words", out.words, [&](const YAML::Node& n) { return read_word(n, path); });
  if (!words) return tl::unexpected(words.error());
  if (!map.ok()) return tl::unexpected(map.error());
  return out;
}

}  // namespace guanlan
