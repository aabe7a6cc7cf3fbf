#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/terminal.h"

namespace guanlan::cli {
namespace {

using std::chrono::steady_clock;
constexpr auto kPatience = std::chrono::seconds(1);
constexpr auto kPause = std::chrono::milliseconds(100);

}  // namespace

Progress::Progress(const Call& call, std::size_t total)
    : call_(call), total_(total), start_(steady_clock::now()), last_(start_) {}

void Progress::at(std::size_t done, std::string_view name) {
  if (!call_.env.err_is_terminal) return;
  const auto now = steady_clock::now();
  if (now - start_ < kPatience || (shown_ && now - last_ < kPause)) return;
  last_ = now;
  shown_ = true;
  const std::string line = fmt::format("[{}/{}] {}", done + 1, total_, harmless(name));
  const auto columns = static_cast<std::size_t>(std::max(call_.env.width - 1, 20));
  call_.env.err << '\r' << clipped(line, columns) << "\x1b[K" << std::flush;
}

void Progress::clear() {
  if (shown_) call_.env.err << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace guanlan::cli
