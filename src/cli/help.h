// Help, shell completion, the man page and the reference, all made from the table of commands.
#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"

namespace guanlan::cli {

[[nodiscard]] std::string version_text();  // guanlan 0.1.0
[[nodiscard]] std::string help_text(Language language);
[[nodiscard]] std::string help_text(const CommandSpec& command, Language language);
[[nodiscard]] std::string usage_line(const CommandSpec& command);

[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion(Language language);
[[nodiscard]] std::string man_page(Language language);  // troff, section 1
[[nodiscard]] std::string reference();                  // docs/cli.md, both languages

}  // namespace guanlan::cli
