// The command line as a function, so that tests can call it.
#pragma once

#include <atomic>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/language.h"
#include "guanlan/clock.h"

namespace guanlan::cli {

using Variables = std::function<std::optional<std::string>(const char* name)>;
[[nodiscard]] Variables process_variables();

// What a command sees of the world.
struct Environment {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  int width = 100;  // columns of the terminal
  Variables variable = process_variables();
  Clock clock = system_clock();
  const std::atomic<bool>* interrupted = nullptr;
};

struct Call {
  Environment& env;
  const Arguments& args;
  Language language = Language::en;

  [[nodiscard]] bool interrupted() const { return env.interrupted && *env.interrupted; }
};

namespace exit_code {
inline constexpr int kFine = 0, kFindings = 1, kUsage = 2, kInputs = 3, kInterrupted = 130;
}

// Runs one command; `args` without the program's name. Returns the exit code.
int run(const std::vector<std::string>& args, Environment& env);
// The same away from a terminal, with the process's own environment variables and empty stdin.
int run(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);

}  // namespace guanlan::cli
