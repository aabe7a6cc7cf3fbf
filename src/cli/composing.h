// What the commands of composing share: the folder, the templates, who acts.
#pragma once

#include "cli/app.h"
#include "guanlan/check.h"
#include "guanlan/compose.h"
#include "guanlan/draft.h"

namespace guanlan::cli {

// --by, else $USER; empty where neither is there.
[[nodiscard]] compose::Hand hand_of(const Call& call);
// --templates DIR, then $XDG_CONFIG_HOME/guanlan/templates, then what is built in. not_found: DIR
// is not there.
[[nodiscard]] Result<compose::Templates> templates_of(const Call& call);
// --config PATH: settings of the checks; the default ones without it.
[[nodiscard]] Result<CheckConfig> check_config_of(const Call& call);
// --endpoint, --model and --key-file where a command has them, else GUANLAN_DRAFT_ENDPOINT, _MODEL,
// _KEY and _KEY_FILE.
[[nodiscard]] Result<compose::DraftOptions> draft_options_of(const Call& call);
[[nodiscard]] OptionSpec by_option();
[[nodiscard]] OptionSpec templates_option();

}  // namespace guanlan::cli
