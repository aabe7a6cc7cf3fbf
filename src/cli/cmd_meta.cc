// completion and man: the command line describes itself.
#include <ostream>

#include "cli/app.h"
#include "cli/help.h"

namespace guanlan::cli {
namespace {

int completion(const Call& call) {
  call.env.out << (call.args.positionals().front() == "bash" ? bash_completion()
                                                             : zsh_completion(call.language));
  return exit_code::kFine;
}

int man(const Call& call) {
  call.env.out << man_page(call.language);
  return exit_code::kFine;
}

}  // namespace

CommandSpec completion_command() {
  return {
      "completion",
      {"打印 shell 补全脚本", "print a shell completion script"},
      {"由命令表生成，装一次即可。", "Made from the table of commands; install it once."},
      {{"SHELL", {"哪种 shell", "which shell"}, 1, 1, {"bash", "zsh"}, Complete::choice}},
      {},
      {{"completion bash > ~/.local/share/bash-completion/completions/guanlan", {"bash", "bash"}},
       {"completion zsh > ~/.zfunc/_guanlan",
        {"zsh（目录须在 fpath 中）", "zsh (a folder in fpath)"}}},
      completion};
}

CommandSpec man_command() {
  return {"man",
          {"打印手册页（troff）", "print the man page (troff)"},
          {"由命令表生成。", "Made from the table of commands."},
          {},
          {},
          {{"man | man -l -", {"阅读手册页", "read it"}}},
          man};
}

}  // namespace guanlan::cli
