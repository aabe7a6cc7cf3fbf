#include <algorithm>

#include "cli/command.h"
#include "cli/stats_commands.h"
#include "cli/track_commands.h"

namespace guanlan::cli {

const std::vector<CommandSpec>& commands() {
  static const std::vector<CommandSpec> kCommands{
      read_command(),   extract_command(),  add_command(),        list_command(),
      show_command(),   search_command(),   explain_command(),    diff_command(),
      export_command(), check_command(),    laws_command(),       stats_command(),
      ledger_command(), timeline_command(), deadlines_command(),  alerts_command(),
      chart_command(),  returns_command(),  compose_command(),    issue_command(),
      select_command(), publish_command(),  serve_command(),      users_command(),
      mcp_command(),    doctor_command(),   completion_command(), man_command(),
  };
  return kCommands;
}

const std::vector<OptionSpec>& common_options() {
  static const std::vector<OptionSpec> kOptions{
      {"--db",
       "PATH",
       {"数据库；默认 $XDG_DATA_HOME/guanlan/guanlan.db（即 ~/.local/share/guanlan/guanlan.db）",
        "the database; default $XDG_DATA_HOME/guanlan/guanlan.db "
        "(~/.local/share/guanlan/guanlan.db)"},
       {},
       Complete::file},
      {"--no-color", "", {"不用颜色（也可设 NO_COLOR）", "no colours (or set NO_COLOR)"}},
      {"--help", "", {"说明", "this help"}, {}, Complete::nothing, false, "-h"},
      {"--version", "", {"版本", "the version"}},
  };
  return kOptions;
}

const CommandSpec* find_command(std::string_view name) {
  const auto& all = commands();
  const auto it =
      std::find_if(all.begin(), all.end(), [&](const CommandSpec& c) { return c.name == name; });
  return it == all.end() ? nullptr : &*it;
}

const std::vector<ExitCode>& exit_codes() {
  static const std::vector<ExitCode> kCodes{
      {0, {"正常", "fine"}},
      {1, {"有发现或有损失（check、diff、doctor）", "findings or losses (check, diff, doctor)"}},
      {2, {"用法或配置有误", "usage or configuration"}},
      {3, {"部分输入失败（已列出）", "some inputs failed (they are listed)"}},
      {130, {"被中断", "interrupted"}},
  };
  return kCodes;
}

}  // namespace guanlan::cli
