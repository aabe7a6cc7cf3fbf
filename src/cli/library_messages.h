// What the modules of the library say, one table a group of modules, each in a file of its own.
// {} stands for a part that is taken over.
#pragma once

#include <span>

#include "cli/language.h"

namespace guanlan::cli {

[[nodiscard]] std::span<const Text> pipeline_messages();  // read, laws, store, check, stats
[[nodiscard]] std::span<const Text> compose_messages();   // the desk, templates, rendering
[[nodiscard]] std::span<const Text> stats_messages();     // series, reconcile, chart, returns
[[nodiscard]] std::span<const Text> search_messages();    // queries, cursors
[[nodiscard]] std::span<const Text> track_messages();     // deadlines, timelines, alerts
[[nodiscard]] std::span<const Text> serve_messages();
[[nodiscard]] std::span<const Text> check_messages();

}  // namespace guanlan::cli
