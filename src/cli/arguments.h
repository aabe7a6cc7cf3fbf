// The words of one command line, checked against the command's table.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "guanlan/result.h"

namespace guanlan::cli {

class Arguments {
 public:
  const CommandSpec* command = nullptr;  // null: none was given
  bool help = false;
  bool version = false;

  [[nodiscard]] bool has(std::string_view option) const { return !all(option).empty(); }
  [[nodiscard]] std::string value(std::string_view option, std::string_view otherwise = {}) const;
  [[nodiscard]] const std::vector<std::string>& all(std::string_view option) const;
  [[nodiscard]] std::optional<long> number(std::string_view option) const;
  [[nodiscard]] const std::vector<std::string>& positionals() const { return positionals_; }

 private:
  friend Result<Arguments> parse(const std::vector<std::string>& args, Language language);
  std::map<std::string, std::vector<std::string>, std::less<>> options_;
  std::vector<std::string> positionals_;
};

// A whole number without sign, nothing else around it.
[[nodiscard]] std::optional<long> whole_number(std::string_view text);

// invalid: an unknown command or option, a value missing or not among the choices; the hint says
// what would be right.
[[nodiscard]] Result<Arguments> parse(const std::vector<std::string>& args, Language language);

}  // namespace guanlan::cli
