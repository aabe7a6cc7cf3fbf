// The progress line: on a terminal, after the first second, gone when the work is done.
#pragma once

#include <chrono>
#include <string_view>

#include "cli/app.h"

namespace guanlan::cli {

class Progress {
 public:
  Progress(const Call& call, std::size_t total);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void at(std::size_t done, std::string_view name);  // before each piece of work
  void clear();                                      // before anything else is printed on stderr

 private:
  const Call& call_;
  std::size_t total_;
  std::chrono::steady_clock::time_point start_, last_;
  bool shown_ = false;
};

}  // namespace guanlan::cli
