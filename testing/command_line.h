// Runs the command line inside the test: own streams, own variables, a stopped clock.
#pragma once

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/app.h"
#include "testing/readings.h"

namespace guanlan::testing {

struct Outcome {
  int code = 0;
  std::string out, err;
};

struct World {
  std::map<std::string, std::string> variables;
  std::string input;
  bool terminal = false;
  int width = 100;
  const std::atomic<bool>* interrupted = nullptr;

  Outcome run(const std::vector<std::string>& args) const {
    std::istringstream in(input);
    std::ostringstream out, err;
    cli::Environment env{in, out, err};
    env.out_is_terminal = env.err_is_terminal = terminal;
    env.width = width;
    env.variable = [this](const char* name) -> std::optional<std::string> {
      const auto it = variables.find(name);
      return it == variables.end() ? std::nullopt : std::optional(it->second);
    };
    env.clock = stopped_clock();
    env.interrupted = interrupted;
    const int code = cli::run(args, env);
    return {code, out.str(), err.str()};
  }
};

inline bool has(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

inline std::size_t line_count(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace guanlan::testing
