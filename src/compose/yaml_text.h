// YAML that people edit and that compares line by line: always written the same way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guanlan::compose {

// A scalar, quoted only where YAML would read it as something else.
[[nodiscard]] std::string yaml_scalar(std::string_view text);
// [a, b, c]
[[nodiscard]] std::string yaml_list(const std::vector<std::string>& values);

// {key: value, …} on one line; empty values are left out.
class YamlLine {
 public:
  YamlLine& add(std::string_view key, std::string_view value);
  YamlLine& raw(std::string_view key, std::string_view yaml);
  [[nodiscard]] std::string str() const { return "{" + out_ + "}"; }

 private:
  std::string out_;
};

// key: value at an indent; empty values are left out.
class YamlText {
 public:
  YamlText& key(std::string_view key, std::string_view value, int indent = 0);
  YamlText& list(std::string_view key, const std::vector<std::string>& values, int indent = 0);
  YamlText& open(std::string_view key, int indent = 0);  // key: and what follows below
  YamlText& entry(std::string_view yaml, int indent = 0, std::string_view comment = {});
  [[nodiscard]] std::string&& take() { return std::move(out_); }
  std::string out_;
};

}  // namespace guanlan::compose
