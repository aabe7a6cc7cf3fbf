#include <sys/ioctl.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "cli/app.h"

namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

// The first interrupt ends the work at the next whole document; a second one ends it at once.
void on_interrupt(int) { interrupted = true; }

void watch(int signal) {
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  action.sa_flags = SA_RESETHAND;
  sigaction(signal, &action, nullptr);
}

int terminal_width() {
  winsize size{};
  const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 100;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  watch(SIGINT);
  watch(SIGTERM);
  guanlan::cli::Environment env{std::cin, std::cout, std::cerr};
  env.out_is_terminal = isatty(STDOUT_FILENO) != 0;
  env.err_is_terminal = isatty(STDERR_FILENO) != 0;
  env.width = terminal_width();
  env.interrupted = &interrupted;
  return guanlan::cli::run(std::vector<std::string>(argv + 1, argv + argc), env);
}
