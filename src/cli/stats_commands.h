// The commands about figures beside `stats`.
#pragma once

#include "cli/command.h"

namespace guanlan::cli {

CommandSpec chart_command();
CommandSpec returns_command();

}  // namespace guanlan::cli
