// What `guanlan stats ACTION` does, one function an action. The words behind the action are its
// own.
#pragma once

#include "cli/app.h"
#include "guanlan/observations.h"

namespace guanlan::cli {

int stats_extract(const Call& call);      // stats_extract.cc
int stats_series(const Call& call);       // stats_series.cc
int stats_list(const Call& call);         // stats_series.cc
int stats_reconcile(const Call& call);    // stats_reconcile.cc
int stats_enforcement(const Call& call);  // stats_enforcement.cc
int stats_section(const Call& call);      // stats_section.cc

// The words behind the action.
[[nodiscard]] inline std::vector<std::string> words_of(const Call& call) {
  const auto& words = call.args.positionals();
  return {words.begin() + 1, words.end()};
}
// Says that the action lacks a word; the exit code.
int lacks_word(const Call& call, std::string_view word);
// --measure; none where it is not given.
[[nodiscard]] std::optional<Measure> measure_option(const Call& call);

}  // namespace guanlan::cli
