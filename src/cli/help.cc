#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/terminal.h"
#include "guanlan/version.h"

namespace guanlan::cli {
namespace {

std::string option_words(const OptionSpec& option) {
  return fmt::format("{}{}{}{}{}", option.brief, option.brief.empty() ? "" : ", ", option.name,
                     option.value.empty() ? "" : " ", option.value);
}

std::string legal(const std::vector<std::string_view>& choices) {
  return choices.empty() ? std::string() : fmt::format(" ({})", fmt::join(choices, "|"));
}

void add_rows(std::string& out, const std::vector<std::pair<std::string, std::string>>& rows) {
  std::size_t width = 0;
  for (const auto& [left, right] : rows) width = std::max(width, display_width(left));
  for (const auto& [left, right] : rows) {
    out += fmt::format("  {}  {}\n", padded(left, width), right);
  }
}

std::vector<std::pair<std::string, std::string>> option_rows(const std::vector<OptionSpec>& options,
                                                             Language language) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const OptionSpec& o : options) {
    rows.emplace_back(option_words(o), std::string(o.help.in(language)) + legal(o.choices));
  }
  return rows;
}

}  // namespace

std::string version_text() { return fmt::format("guanlan {}\n", version()); }

std::string usage_line(const CommandSpec& command) {
  std::string line = fmt::format("guanlan {}", command.name);
  if (!command.options.empty()) line += " [OPTION…]";
  for (const PositionalSpec& p : command.positionals) {
    const std::string word = std::string(p.name) + (p.most != 1 ? "…" : "");
    line += p.least == 0 ? " [" + word + "]" : " " + word;
  }
  return line;
}

std::string help_text(Language language) {
  const bool zh = language == Language::zh;
  std::string out =
      zh ? "观澜：把监管、司法、行业出版物读成可核对的记录\n\n"
         : "Guanlan turns regulatory publications in Chinese into records that can be checked\n\n";
  out += zh ? "用法: guanlan 命令 [选项…] [参数…]\n\n命令:\n"
            : "Usage: guanlan COMMAND [OPTION…] [ARGUMENT…]\n\nCommands:\n";
  std::vector<std::pair<std::string, std::string>> rows;
  for (const CommandSpec& c : commands()) rows.emplace_back(c.name, c.summary.in(language));
  add_rows(out, rows);
  out += zh ? "\n通用选项:\n" : "\nCommon options:\n";
  add_rows(out, option_rows(common_options(), language));
  out += zh ? "\n退出码:\n" : "\nExit status:\n";
  rows.clear();
  for (const ExitCode& code : exit_codes()) {
    rows.emplace_back(std::to_string(code.code), code.meaning.in(language));
  }
  add_rows(out, rows);
  out += zh ? "\n先试试:\n  guanlan extract 月刊.pdf\n  guanlan add 收件箱/ && guanlan list --kind "
              "enforcement\n"
              "\n某个命令的说明: guanlan 命令 --help\n"
            : "\nTry first:\n  guanlan extract monthly.pdf\n  guanlan add inbox/ && guanlan list "
              "--kind enforcement\n"
              "\nMore on a command: guanlan COMMAND --help\n";
  return out;
}

std::string help_text(const CommandSpec& command, Language language) {
  const bool zh = language == Language::zh;
  std::string out =
      fmt::format("{}\n\n{} {}\n\n{}\n", command.summary.in(language),
                  zh ? "用法:" : "Usage:", usage_line(command), command.details.in(language));
  std::vector<std::pair<std::string, std::string>> rows;
  for (const PositionalSpec& p : command.positionals) {
    rows.emplace_back(p.name, std::string(p.help.in(language)) + legal(p.choices));
  }
  if (!rows.empty()) {
    out += zh ? "\n参数:\n" : "\nArguments:\n";
    add_rows(out, rows);
  }
  if (!command.options.empty()) {
    out += zh ? "\n选项:\n" : "\nOptions:\n";
    add_rows(out, option_rows(command.options, language));
  }
  out += zh ? "\n通用选项:\n" : "\nCommon options:\n";
  add_rows(out, option_rows(common_options(), language));
  if (!command.examples.empty()) {
    out += zh ? "\n例:\n" : "\nExamples:\n";
    for (const Example& e : command.examples) {
      out += fmt::format("  # {}\n  guanlan {}\n", e.meaning.in(language), e.line);
    }
  }
  return out;
}

std::string reference() {
  std::string out =
      "# The command line\n\n"
      "Made from the table of commands in `src/cli` by `tools/bless`; a test fails when this file "
      "and the\ntable differ.\n\n"
      "stdout is the answer, stderr the talk. Messages are Chinese where the locale is Chinese, "
      "else\n"
      "English. Where a command prints records or rows, `--format` chooses table, json, jsonl, csv "
      "or md;\n"
      "in CSV, a field that a spreadsheet would run as a formula gets a leading apostrophe.\n\n"
      "| exit status | meaning | 含义 |\n| --- | --- | --- |\n";
  for (const ExitCode& code : exit_codes()) {
    out += fmt::format("| {} | {} | {} |\n", code.code, code.meaning.en, code.meaning.zh);
  }
  out += "\n```\n" + help_text(Language::en) + "```\n";
  for (const CommandSpec& c : commands()) {
    out += fmt::format("\n## guanlan {}\n\n{}\n\n```\n{}```\n", c.name, c.summary.zh,
                       help_text(c, Language::en));
    out += fmt::format("\n<details><summary>中文</summary>\n\n```\n{}```\n</details>\n",
                       help_text(c, Language::zh));
  }
  return out;
}

}  // namespace guanlan::cli
