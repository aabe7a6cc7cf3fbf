// What a command is to work on: files, folders (all files in them, hidden ones left out), `-`.
#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "cli/app.h"
#include "guanlan/record.h"
#include "guanlan/source.h"

namespace guanlan::cli {

struct Input {
  std::filesystem::path path;  // "-": standard input
  std::string shown;           // as errors and progress name it

  [[nodiscard]] bool is_stdin() const { return path == "-"; }
};

struct Inputs {
  std::vector<Input> files;     // in the order given, folders sorted by name
  std::vector<Error> failures;  // what is not there or cannot be listed
};

[[nodiscard]] Inputs expand(const Call& call, const std::vector<std::string>& names);
// The bytes as they are; the name that goes with them is name_of().
[[nodiscard]] Result<std::string> bytes_of(const Call& call, const Input& input);
[[nodiscard]] std::string name_of(const Input& input);
[[nodiscard]] Result<std::vector<Source>> sources_of(const Call& call, const Input& input);

// How many files are read at once: --jobs, else one for every core. invalid: no whole number above
// 0.
[[nodiscard]] OptionSpec jobs_option();
[[nodiscard]] Result<std::size_t> jobs_of(const Call& call);
// Held while a file of many megabytes is worked on, so that two of them never share the memory.
[[nodiscard]] std::unique_lock<std::mutex> alone_if_large(const std::string& bytes);

// An error of reading without a hint gets the one of its code.
void give_hint(Error& error);

// Prints the error on stderr; `input` names the file where the error itself does not.
void complain(const Call& call, Error error, const Input& input);
void complain(const Call& call, const Error& error);

// Complains, and gives the exit code: a wrong word or a clash is of the usage, all else of the
// input.
[[nodiscard]] int refused(const Call& call, const Error& error);

// The exit code of a run over inputs: interrupted, some failed, or fine.
[[nodiscard]] int verdict(const Call& call, std::size_t failed, std::size_t all);

}  // namespace guanlan::cli
