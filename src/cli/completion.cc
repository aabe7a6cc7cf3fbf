#include <fmt/format.h>

#include "cli/help.h"

namespace guanlan::cli {
namespace {

std::string names(const std::vector<OptionSpec>& options) {
  std::string out;
  for (const OptionSpec& o : options) out += fmt::format("{}{}", out.empty() ? "" : " ", o.name);
  return out;
}

// One case arm of bash: what may follow `option` of any command.
std::string bash_value(const OptionSpec& o) {
  if (!o.choices.empty()) {
    return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$cur\"))", fmt::join(o.choices, " "));
  }
  return o.complete == Complete::file ? "COMPREPLY=($(compgen -f -- \"$cur\"))" : "COMPREPLY=()";
}

std::string bash_words(const CommandSpec& c) {
  for (const PositionalSpec& p : c.positionals) {
    if (!p.choices.empty())
      return fmt::format("compgen -W '{}' -- \"$cur\"", fmt::join(p.choices, " "));
    if (p.complete == Complete::file) return "compgen -f -- \"$cur\"";
  }
  return "true";
}

// Quotes for a zsh specification inside single quotes.
std::string zsh_quoted(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      if (c == '[' || c == ']' || c == ':') out += '\\';
      out += c;
    }
  }
  return out;
}

std::string zsh_action(const std::vector<std::string_view>& choices, Complete complete) {
  if (!choices.empty()) return fmt::format("({})", fmt::join(choices, " "));
  return complete == Complete::file ? "_files" : " ";
}

std::string zsh_option(const OptionSpec& o, Language language) {
  std::string spec =
      fmt::format("'{}{}[{}]", o.many ? "*" : "", o.name, zsh_quoted(o.help.in(language)));
  if (!o.value.empty()) spec += fmt::format(":{}:{}", o.value, zsh_action(o.choices, o.complete));
  return spec + "'";
}

}  // namespace

std::string bash_completion() {
  std::string commands_list, values, arms, with_value;
  const auto add_value = [&](const std::string& command, const OptionSpec& o) {
    if (o.value.empty()) return;
    values += fmt::format("    '{}:{}') {}; return ;;\n", command, o.name, bash_value(o));
  };
  for (const CommandSpec& c : commands()) {
    commands_list += fmt::format("{}{}", commands_list.empty() ? "" : " ", c.name);
    for (const OptionSpec& o : c.options) add_value(std::string(c.name), o);
    arms += fmt::format(
        "    {}) if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '{} {}' -- \"$cur\"));\n"
        "      else COMPREPLY=($({})); fi ;;\n",
        c.name, names(c.options), names(common_options()), bash_words(c));
  }
  for (const OptionSpec& o : common_options()) {
    add_value("*", o);
    if (!o.value.empty()) with_value += fmt::format("{}{}", with_value.empty() ? "" : "|", o.name);
  }
  return fmt::format(
      "# bash completion for guanlan: source <(guanlan completion bash)\n"
      "_guanlan() {{\n"
      "  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} command= i\n"
      "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
      "    case ${{COMP_WORDS[i]}} in {}) ((i++)) ;; -*) ;; *) command=${{COMP_WORDS[i]}}; break "
      ";; esac\n"
      "  done\n"
      "  case $command:$prev in\n{}  esac\n"
      "  case $command in\n"
      "    '') COMPREPLY=($(compgen -W '{} {}' -- \"$cur\")) ;;\n{}  esac\n"
      "}}\n"
      "complete -o filenames -F _guanlan guanlan\n",
      with_value, values, commands_list, names(common_options()), arms);
}

std::string zsh_completion(Language language) {
  std::string list, arms;
  for (const CommandSpec& c : commands()) {
    list += fmt::format("    '{}:{}'\n", c.name, zsh_quoted(c.summary.in(language)));
    std::string specs;
    for (const OptionSpec& o : c.options) specs += " \\\n        " + zsh_option(o, language);
    for (const OptionSpec& o : common_options()) specs += " \\\n        " + zsh_option(o, language);
    for (const PositionalSpec& p : c.positionals) {
      specs += fmt::format(" \\\n        '{}:{}:{}'", p.most == 1 ? "" : "*", p.name,
                           zsh_action(p.choices, p.complete));
    }
    arms += fmt::format("    {})\n      _arguments -s{} ;;\n", c.name, specs);
  }
  return fmt::format(
      "#compdef guanlan\n"
      "# zsh completion for guanlan: guanlan completion zsh > \"${{fpath[1]}}/_guanlan\"\n"
      "_guanlan() {{\n"
      "  local -a list\n  list=(\n{}  )\n"
      "  if (( CURRENT == 2 )); then\n    _describe -t commands command list\n    return\n  fi\n"
      "  local command=$words[2]\n"
      "  shift words\n  (( CURRENT-- ))\n"
      "  case $command in\n{}  esac\n"
      "}}\n"
      "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _guanlan \"$@\"; else compdef _guanlan "
      "guanlan; fi\n",
      list, arms);
}

}  // namespace guanlan::cli
