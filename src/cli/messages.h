// The message catalogue: what the program says, in both languages.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "cli/language.h"
#include "guanlan/result.h"

namespace guanlan::cli {

enum class Say {
  hint,
  // usage
  see_help,
  did_you_mean,
  bad_choice,
  legal_values,
  argument_missing,
  too_many_arguments,
  value_missing,
  unknown_command,
  unknown_option,
  bad_number,
  bad_date,
  date_forms,
  // inputs and outputs
  stdin_name,
  empty_folder,
  no_such_entry,
  entry_hint,
  failed_inputs,
  note,
  interrupted,
  cannot_write,
  out_of_memory,
  // store
  no_home,
  no_store,
  no_store_hint,
  add_summary,
  add_quarantined,
  add_damaged,
  reread_summary,
  older_rules,
  nothing_listed,
  no_such_item,
  bad_id,
  id_hint,
  // explain
  no_values,
  by_rule,
  by_words,
  not_taken,
  // diff
  not_records,
  records_hint,
  diff_totals,
  // check
  check_not_run,
  stats_refused,
  check_totals,
  // serve
  serving,
  served,
  password,
  password_again,
  // doctor
  doctor_missing,
  doctor_fine,
  count_  // how many there are
};

// The pattern of a message; {} stands for its parts.
[[nodiscard]] std::string_view pattern(Language language, Say message);

template <class... Parts>
[[nodiscard]] std::string say(Language language, Say message, const Parts&... parts) {
  return fmt::format(fmt::runtime(pattern(language, message)), parts...);
}

// A message of the library in the wanted language; as it is where the catalogue has no row for it.
[[nodiscard]] std::string translated(Language language, std::string_view message);

// Whether the message has the form of the pattern: {} stands for any part.
[[nodiscard]] bool fits(std::string_view pattern, std::string_view message);

// guanlan: [code] message (place)
//   hint: …
[[nodiscard]] std::string report(Language language, const Error& error);

}  // namespace guanlan::cli
