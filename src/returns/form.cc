// A form as YAML.
#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>

#include "returns/formula.h"

namespace guanlan {
namespace {

struct Bad {
  std::string what;
  int line;
};
[[noreturn]] void bad(std::string what, const YAML::Node& at) {
  throw Bad{std::move(what), at.Mark().line + 1};
}

std::string text(const YAML::Node& map, const char* key, bool required = false) {
  const YAML::Node node = map[key];
  if (!node.IsDefined() || node.IsNull()) {
    if (required) bad(std::string("缺少键：") + key, map);
    return {};
  }
  if (!node.IsScalar()) bad(std::string("应为文字：") + key, node);
  return node.as<std::string>();
}

template <class T>
std::optional<T> value(const YAML::Node& map, const char* key) {
  const YAML::Node node = map[key];
  if (!node.IsDefined()) return {};
  T out{};
  if (!node.IsScalar() || !YAML::convert<T>::decode(node, out))
    bad(std::string("值不合要求：") + key, node);
  return out;
}

void known(const YAML::Node& map, std::initializer_list<std::string_view> keys) {
  if (!map.IsMap()) bad("应为键值对：form", map);
  std::set<std::string> seen;
  for (const auto& pair : map) {
    const auto key = pair.first.as<std::string>();
    if (std::find(keys.begin(), keys.end(), key) == keys.end())
      bad("不认识的键：" + key, pair.first);
    if (!seen.insert(key).second) bad("键重复：" + key, pair.first);
  }
}

ReturnType type_of(const YAML::Node& map) {
  constexpr std::string_view kNames[] = {"text", "number", "integer",    "percent",
                                         "date", "choice", "credit_code"};
  const std::string said = text(map, "type");
  if (said.empty()) return ReturnType::text;
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (kNames[i] == said) return static_cast<ReturnType>(i);
  }
  bad("没有这种类型：" + said, map["type"]);
}

ReturnColumn column(const YAML::Node& map) {
  known(map, {"name", "type", "unit", "decimals", "required", "unique", "min", "max", "codes"});
  ReturnColumn out;
  out.name = text(map, "name", true);
  out.type = type_of(map);
  out.unit = text(map, "unit");
  out.decimals = value<int>(map, "decimals").value_or(out.type == ReturnType::integer ? 0 : 2);
  out.required = value<bool>(map, "required").value_or(false);
  out.unique = value<bool>(map, "unique").value_or(false);
  out.least = value<double>(map, "min");
  out.most = value<double>(map, "max");
  if (const YAML::Node codes = map["codes"]; codes.IsDefined() && codes.IsMap()) {
    for (const auto& pair : codes)
      out.codes.emplace_back(pair.first.as<std::string>(), pair.second.as<std::string>());
  }
  if (out.type == ReturnType::choice && out.codes.empty()) bad("没有 codes：" + out.name, map);
  if (out.decimals < 0 || out.decimals > 8) bad("值不合要求：decimals", map);
  return out;
}

ReturnRule rule(const YAML::Node& map) {
  known(map, {"id", "check", "message", "tolerance"});
  ReturnRule out{text(map, "id", true), text(map, "check", true), text(map, "message"), 0.005};
  out.tolerance = value<double>(map, "tolerance").value_or(out.tolerance);
  return out;
}

ReturnMember member(const YAML::Node& map) {
  known(map, {"code", "name", "group"});
  ReturnMember out{text(map, "code", true), text(map, "name", true), text(map, "group")};
  if (check_credit_code(out.code) != CreditCode::valid)
    bad("统一社会信用代码有误：" + out.code, map);
  return out;
}

void demand(const ReturnForm& form, const YAML::Node& root) {
  const auto has = [&](const std::string& name) {
    return std::any_of(form.columns.begin(), form.columns.end(),
                       [&](const ReturnColumn& c) { return c.name == name; });
  };
  if (form.columns.empty()) bad("缺少键：columns", root);
  std::set<std::string> names;
  for (const ReturnColumn& c : form.columns) {
    if (!names.insert(c.name).second) bad("列重名：" + c.name, root);
  }
  for (const std::string& name : form.sums) {
    if (!has(name)) bad("没有这一列：" + name, root["sums"]);
  }
  for (const std::string& name : {form.key, form.group_by}) {
    if (!name.empty() && !has(name)) bad("没有这一列：" + name, root);
  }
  for (const ReturnRule& one : form.rules) {
    const auto formula = returning::parse_formula(one, form);
    if (!formula) bad(formula.error().message, root["rules"]);
    if (formula->uses_previous && form.key.empty())
      bad("上期规则需要 key：" + one.id, root["rules"]);
  }
}

}  // namespace

Result<ReturnForm> parse_return_form(std::string_view yaml, std::string_view path) {
  const auto failed = [&](const std::string& what, int line) {
    return fail(Code::invalid, what, fmt::format("{}:{}", path, line), "见 docs/returns.md");
  };
  try {
    const YAML::Node root = YAML::Load(std::string(yaml));
    known(root, {"form", "title", "columns", "rules", "key", "group_by", "sums", "members"});
    ReturnForm out;
    out.id = text(root, "form", true);
    out.title = text(root, "title", true);
    out.key = text(root, "key");
    out.group_by = text(root, "group_by");
    for (const auto& one : root["columns"]) out.columns.push_back(column(one));
    for (const auto& one : root["rules"]) out.rules.push_back(rule(one));
    for (const auto& one : root["members"]) out.members.push_back(member(one));
    for (const auto& one : root["sums"]) out.sums.push_back(one.as<std::string>());
    demand(out, root);
    return out;
  } catch (const Bad& error) {
    return failed(error.what, error.line);
  } catch (const YAML::Exception& error) {
    return failed("YAML 有误：" + std::string(error.msg), error.mark.line + 1);
  }
}

}  // namespace guanlan
