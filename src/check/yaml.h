// YAML as rules, configurations and issues use it: maps with known keys, no key twice, errors by
// line, with what would be legal.
#pragma once

#include <yaml-cpp/yaml.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/check.h"

namespace guanlan::check_yaml {

// One document. invalid: not YAML, a key twice.
[[nodiscard]] Result<YAML::Node> load(std::string_view text, std::string_view path);

// Reads values out of one map and remembers the first thing that is wrong with it.
class Map {
 public:
  Map(const YAML::Node& node, std::string_view path, std::initializer_list<std::string_view> keys);

  [[nodiscard]] std::string text(const char* key);       // "" where it is absent
  [[nodiscard]] std::string required(const char* key);
  [[nodiscard]] Bilingual both(const char* key);         // {zh: …, en: …}; empty where absent
  [[nodiscard]] std::vector<std::string> list(const char* key);
  [[nodiscard]] Level level(const char* key, Level otherwise);
  // One of the words; "" where it is absent.
  [[nodiscard]] std::string choice(const char* key, std::initializer_list<std::string_view> words);
  [[nodiscard]] YAML::Node node(const char* key) const { return node_[key]; }

  void complain(std::string message, const YAML::Node& at, std::string hint = {});
  [[nodiscard]] bool ok() const { return !error_; }
  [[nodiscard]] Error error() const { return error_.value_or(Error{}); }

 private:
  YAML::Node node_;
  std::string path_;
  std::optional<Error> error_;
};

// "可用：a、b、c"
[[nodiscard]] std::string legal(std::initializer_list<std::string_view> words);

}  // namespace guanlan::check_yaml
