// Commands about what goes on in time; each stands in cmd_<name>.cc beside its code.
#pragma once

#include "cli/command.h"

namespace guanlan::cli {

CommandSpec timeline_command();
CommandSpec deadlines_command();
CommandSpec alerts_command();
CommandSpec ledger_command();

}  // namespace guanlan::cli
