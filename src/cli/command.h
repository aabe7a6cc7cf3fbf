// One command of the command line as data: what it takes, what it does, how it is explained.
// Parsing, help, completion, the man page and docs/cli.md are all made from these tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/language.h"

namespace guanlan::cli {

struct Call;

// What a value is, for completion.
enum class Complete { nothing, file, folder, choice };

struct OptionSpec {
  std::string_view name;   // "--format"
  std::string_view value;  // placeholder of its value: "FORMAT"; empty: a switch
  Text help;
  std::vector<std::string_view> choices = {};  // empty: anything
  Complete complete = Complete::nothing;
  bool many = false;            // may be given several times
  std::string_view brief = {};  // "-h"
};

struct PositionalSpec {
  std::string_view name;  // "FILE"
  Text help;
  int least = 0;
  int most = -1;  // -1: any number
  std::vector<std::string_view> choices = {};
  Complete complete = Complete::file;
};

struct Example {
  std::string_view line;  // without "guanlan "
  Text meaning;
};

struct CommandSpec {
  std::string_view name;
  Text summary;  // one line
  Text details;  // paragraphs, one a line
  std::vector<PositionalSpec> positionals;
  std::vector<OptionSpec> options;
  std::vector<Example> examples;
  int (*run)(const Call& call);
};

// All commands, in the order of the help.
[[nodiscard]] const std::vector<CommandSpec>& commands();
// Options that every command takes.
[[nodiscard]] const std::vector<OptionSpec>& common_options();
[[nodiscard]] const CommandSpec* find_command(std::string_view name);

struct ExitCode {
  int code;
  Text meaning;
};
[[nodiscard]] const std::vector<ExitCode>& exit_codes();

// One function a command; each stands in cmd_<name>.cc beside its code.
CommandSpec read_command();
CommandSpec extract_command();
CommandSpec add_command();
CommandSpec list_command();
CommandSpec search_command();
CommandSpec show_command();
CommandSpec explain_command();
CommandSpec diff_command();
CommandSpec export_command();
CommandSpec check_command();
CommandSpec laws_command();
CommandSpec stats_command();
CommandSpec deadlines_command();
CommandSpec timeline_command();
CommandSpec compose_command();
CommandSpec issue_command();
CommandSpec serve_command();
CommandSpec users_command();
CommandSpec mcp_command();
CommandSpec select_command();
CommandSpec doctor_command();
CommandSpec completion_command();
CommandSpec man_command();

}  // namespace guanlan::cli
