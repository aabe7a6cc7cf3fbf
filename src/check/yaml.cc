#include "check/yaml.h"

#include "text/iso_date.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace guanlan::check_yaml {
namespace {

std::string place(std::string_view path, const YAML::Mark& mark) {
  return mark.is_null() ? std::string(path)
                        : std::string(path) + ":" + std::to_string(mark.line + 1);
}

// yaml-cpp keeps the first of two equal keys without a word.
std::optional<Error> repeated_key(const YAML::Node& node, std::string_view path, int depth) {
  if (depth > 16) return Error{Code::invalid, "嵌套层数过多", std::string(path), {}};
  if (node.IsSequence()) {
    for (const auto& one : node) {
      if (auto error = repeated_key(one, path, depth + 1)) return error;
    }
  }
  if (!node.IsMap()) return {};
  std::set<std::string> seen;
  for (const auto& entry : node) {
    if (!entry.first.IsScalar() || !seen.insert(entry.first.Scalar()).second) {
      return Error{Code::invalid, "键重复或不是文字", place(path, entry.first.Mark()), {}};
    }
    if (auto error = repeated_key(entry.second, path, depth + 1)) return error;
  }
  return {};
}

}  // namespace

Result<YAML::Node> load(std::string_view text, std::string_view path) {
  try {
    YAML::Node root = YAML::Load(std::string(text));
    if (auto error = repeated_key(root, path, 0)) return tl::unexpected(std::move(*error));
    return root;
  } catch (const YAML::Exception& e) {
    return fail(Code::invalid, std::string("YAML 有误：") + e.msg, place(path, e.mark));
  }
}

std::string legal(std::initializer_list<std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) {
    out += out.empty() ? "可用：" : "、";
    out += word;
  }
  return out;
}

Map::Map(const YAML::Node& node, std::string_view path,
         std::initializer_list<std::string_view> keys)
    : node_(node), path_(path) {
  if (!node_.IsMap()) {
    complain("应为键值对", node_);
    node_.reset(YAML::Node(YAML::NodeType::Map));
    return;
  }
  for (const auto& entry : node_) {
    if (std::find(keys.begin(), keys.end(), entry.first.Scalar()) == keys.end()) {
      complain("没有这个键：" + entry.first.Scalar(), entry.first, legal(keys));
    }
  }
}

void Map::complain(std::string message, const YAML::Node& at, std::string hint) {
  if (error_) return;
  error_ = Error{Code::invalid, std::move(message),
                 at.IsDefined() ? place(path_, at.Mark()) : path_, std::move(hint)};
}

std::string Map::text(const char* key) {
  const YAML::Node value = node_[key];
  if (!value.IsDefined() || value.IsNull()) return {};
  if (!value.IsScalar()) {
    complain(std::string("应为文字：") + key, value);
    return {};
  }
  return value.Scalar();
}

std::string Map::required(const char* key) {
  std::string out = text(key);
  if (out.empty()) complain(std::string("缺少 ") + key, node_);
  return out;
}

Bilingual Map::both(const char* key) {
  const YAML::Node value = node_[key];
  if (!value.IsDefined()) return {};
  if (value.IsScalar()) return {value.Scalar(), value.Scalar()};
  Map inner(value, path_, {"zh", "en"});
  Bilingual out{inner.required("zh"), inner.required("en")};
  if (!inner.ok() && !error_) error_ = inner.error();
  return out;
}

std::vector<std::string> Map::list(const char* key) {
  std::vector<std::string> out;
  const YAML::Node value = node_[key];
  if (!value.IsDefined()) return out;
  if (!value.IsSequence()) {
    complain(std::string("应为列表：") + key, value);
    return out;
  }
  for (const auto& one : value) {
    if (one.IsScalar()) {
      out.push_back(one.Scalar());
    } else {
      complain(std::string("应为文字：") + key, one);
    }
  }
  return out;
}

int Map::number(const char* key, int otherwise, int least) {
  const std::string word = text(key);
  if (word.empty()) return otherwise;
  int out = 0;
  const char* end = word.data() + word.size();
  const auto done = std::from_chars(word.data(), end, out);
  if (done.ec == std::errc() && done.ptr == end && out >= least) return out;
  complain("不是数：" + word, node_[key], "整数，不小于 " + std::to_string(least));
  return otherwise;
}

bool Map::yes(const char* key, bool otherwise) {
  const std::string word = choice(key, {"yes", "no"});
  return word.empty() ? otherwise : word == "yes";
}

std::vector<YAML::Node> Map::entries(const char* key) {
  std::vector<YAML::Node> out;
  const YAML::Node value = node_[key];
  if (!value.IsDefined() || value.IsNull()) return out;
  if (!value.IsSequence()) {
    complain(std::string("应为列表：").append(key), value);
    return out;
  }
  for (const auto& one : value) out.push_back(one);
  return out;
}

std::string Map::date(const char* key) {
  std::string out = text(key);
  if (out.empty() || is_record_date(out)) return out;
  complain("不是日期：" + out, node_[key], "2024-05-15、2024-05 或 2024");
  return {};
}

std::string Map::choice(const char* key, std::initializer_list<std::string_view> words) {
  const std::string word = text(key);
  if (word.empty() || std::find(words.begin(), words.end(), word) != words.end()) return word;
  complain(std::string("没有这个值：") + word, node_[key], legal(words));
  return {};
}

Level Map::level(const char* key, Level otherwise) {
  const std::string word = text(key);
  if (word.empty()) return otherwise;
  for (const Level level : {Level::error, Level::warning, Level::note}) {
    if (word == name(level)) return level;
  }
  complain("级别应为 error、warning 或 note：" + word, node_[key]);
  return otherwise;
}

}  // namespace guanlan::check_yaml
