// A bounded stream of bytes from a producer to one slow reader: exports and event streams.
//
// Safe for one reader and several writers in different threads. A reader that finds nothing is
// parked, and woken by the next write, so that an idle stream costs no thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace guanlan::serve {

class Pipe {
 public:
  enum class Read : std::uint8_t { data, parked, end, broken };

  // Waits while more than kRoom bytes are unread. False: the reader is gone, or took nothing for
  // `patience`; the producer stops.
  [[nodiscard]] bool write(std::string_view bytes,
                           std::chrono::seconds patience = std::chrono::seconds(30));
  // Never waits; a reader that is kRoom behind is cut off.
  void offer(std::string_view bytes);
  // No more will come. Not whole: the reader is told by a broken connection.
  void close(bool whole = true);

  // `park` is called, under the lock, where there is nothing to read yet; `wake` once afterwards.
  void on_idle(std::function<void()> park, std::function<void()> wake);
  [[nodiscard]] Read read(char* to, std::size_t most, std::size_t& count);
  void abandon();  // the reader leaves
  [[nodiscard]] bool abandoned() const;

  static constexpr std::size_t kRoom = 1 << 20;

 private:
  void wake_reader();

  mutable std::mutex lock_;
  std::condition_variable drained_;
  std::string bytes_;
  std::size_t at_ = 0;
  bool closed_ = false, whole_ = true, gone_ = false, parked_ = false;
  std::function<void()> park_, wake_;
};

// Everything that comes until the end; for tests and small streams.
[[nodiscard]] std::string drained(Pipe& pipe);

}  // namespace guanlan::serve
