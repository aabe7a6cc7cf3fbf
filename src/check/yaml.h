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

  [[nodiscard]] std::string text(const char* key);  // "" where it is absent
  [[nodiscard]] std::string required(const char* key);
  [[nodiscard]] Bilingual both(const char* key);  // {zh: …, en: …}; empty where absent
  [[nodiscard]] std::vector<std::string> list(const char* key);
  [[nodiscard]] Level level(const char* key, Level otherwise);
  // As records have it: 2024-05-15, 2024-05, 2024, 2024-H1; "" where it is absent.
  [[nodiscard]] std::string date(const char* key);
  // One of the words; "" where it is absent.
  [[nodiscard]] std::string choice(const char* key, std::initializer_list<std::string_view> words);
  // A whole number of at least `least`; `otherwise` where it is absent.
  [[nodiscard]] int number(const char* key, int otherwise, int least = 0);
  [[nodiscard]] bool yes(const char* key, bool otherwise);  // yes or no
  [[nodiscard]] YAML::Node node(const char* key) const { return node_[key]; }

  // The map under the key, or each map of the list there: f(Map&) reads it. What is wrong in it is
  // wrong with this one. Absent or null: f is not called.
  template <class F>
  void inner(const char* key, std::initializer_list<std::string_view> keys, const F& f) {
    const YAML::Node value = node_[key];
    if (value.IsDefined() && !value.IsNull()) read(value, keys, f);
  }
  template <class F>
  void each(const char* key, std::initializer_list<std::string_view> keys, const F& f) {
    for (const YAML::Node& one : entries(key)) read(one, keys, f);
  }

  void complain(std::string message, const YAML::Node& at, std::string hint = {});
  [[nodiscard]] bool ok() const { return !error_; }
  [[nodiscard]] Error error() const { return error_.value_or(Error{}); }

 private:
  template <class F>
  void read(const YAML::Node& value, std::initializer_list<std::string_view> keys, const F& f) {
    if (error_) return;
    Map map(value, path_, keys);
    f(map);
    if (!error_) error_ = map.error_;
  }
  [[nodiscard]] std::vector<YAML::Node> entries(const char* key);

  YAML::Node node_;
  std::string path_;
  std::optional<Error> error_;
};

// "可用：a、b、c"
[[nodiscard]] std::string legal(std::initializer_list<std::string_view> words);

}  // namespace guanlan::check_yaml
