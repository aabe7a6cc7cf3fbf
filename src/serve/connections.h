// Keeps an eye on connections that take their time: a request's head must have come within some
// seconds, its body at a decent pace. What is too slow is cut off, so that a client that trickles
// bytes holds its place for no longer than that.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace guanlan::serve {

class Connections {
 public:
  using Time = std::chrono::steady_clock;
  enum class Phase : std::uint8_t { head, body, answer };

  struct Connection {
    int fd = -1;
    std::atomic<Phase> phase{Phase::head};
    std::atomic<Time::rep> since{0};
    std::atomic<std::uint64_t> bytes{0};  // of the body so far

    void enter(Phase next) {
      bytes = 0;
      since = Time::now().time_since_epoch().count();
      phase = next;
    }
  };

  [[nodiscard]] Connection* open(int fd);
  void close(Connection* connection);
  void cut_slow_ones();
  [[nodiscard]] std::size_t count() const;

 private:
  mutable std::mutex lock_;
  std::unordered_map<Connection*, std::unique_ptr<Connection>> all_;
};

}  // namespace guanlan::serve
