#include "serve/connections.h"

#include <sys/socket.h>

namespace guanlan::serve {
namespace {

constexpr std::chrono::seconds kHead{15}, kBodyGrace{20};
constexpr double kLeastPace = 16 * 1024;  // bytes of a body a second

bool is_too_slow(const Connections::Connection& connection, Connections::Time::time_point now) {
  const Connections::Time::time_point since{Connections::Time::duration(connection.since.load())};
  const auto passed = now - since;
  switch (connection.phase.load()) {
    case Connections::Phase::head:
      return passed > kHead;
    case Connections::Phase::body:
      return passed > kBodyGrace &&
             static_cast<double>(connection.bytes.load()) <
                 kLeastPace * std::chrono::duration<double>(passed - kBodyGrace).count();
    case Connections::Phase::answer:
      return false;
  }
  return false;
}

}  // namespace

Connections::Connection* Connections::open(int fd) {
  auto connection = std::make_unique<Connection>();
  connection->fd = fd;
  connection->enter(Phase::head);
  Connection* out = connection.get();
  const std::lock_guard held(lock_);
  all_.emplace(out, std::move(connection));
  return out;
}

void Connections::close(Connection* connection) {
  const std::lock_guard held(lock_);
  all_.erase(connection);
}

// The socket is shut down, not closed: its thread sees the end of it and cleans up.
void Connections::cut_slow_ones() {
  const auto now = Time::now();
  const std::lock_guard held(lock_);
  for (const auto& [connection, owner] : all_) {
    if (is_too_slow(*connection, now)) shutdown(connection->fd, SHUT_RDWR);
  }
}

std::size_t Connections::count() const {
  const std::lock_guard held(lock_);
  return all_.size();
}

}  // namespace guanlan::serve
