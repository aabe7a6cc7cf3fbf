#include "serve/pipe.h"

#include <algorithm>
#include <cstring>
#include <thread>

namespace guanlan::serve {

bool Pipe::write(std::string_view bytes, std::chrono::seconds patience) {
  std::unique_lock held(lock_);
  const bool room = drained_.wait_for(
      held, patience, [&] { return gone_ || closed_ || bytes_.size() - at_ < kRoom; });
  if (!room || gone_ || closed_) return false;
  bytes_ += bytes;
  wake_reader();
  return true;
}

void Pipe::offer(std::string_view bytes) {
  const std::lock_guard held(lock_);
  if (gone_ || closed_) return;
  if (bytes_.size() - at_ >= kRoom) {
    closed_ = true;
    whole_ = false;
  } else {
    bytes_ += bytes;
  }
  wake_reader();
}

void Pipe::close(bool whole) {
  const std::lock_guard held(lock_);
  if (closed_) return;
  closed_ = true;
  whole_ = whole;
  wake_reader();
}

void Pipe::on_idle(std::function<void()> park, std::function<void()> wake) {
  const std::lock_guard held(lock_);
  park_ = std::move(park);
  wake_ = std::move(wake);
}

Pipe::Read Pipe::read(char* to, std::size_t most, std::size_t& count) {
  const std::lock_guard held(lock_);
  count = std::min(most, bytes_.size() - at_);
  if (count == 0) {
    if (closed_) return whole_ ? Read::end : Read::broken;
    parked_ = true;
    if (park_) park_();
    return Read::parked;
  }
  std::memcpy(to, bytes_.data() + at_, count);
  at_ += count;
  if (at_ == bytes_.size()) {
    bytes_.clear();
    at_ = 0;
  }
  drained_.notify_all();
  return Read::data;
}

void Pipe::abandon() {
  const std::lock_guard held(lock_);
  gone_ = true;
  park_ = wake_ = nullptr;
  drained_.notify_all();
}

bool Pipe::abandoned() const {
  const std::lock_guard held(lock_);
  return gone_;
}

void Pipe::wake_reader() {
  if (!parked_) return;
  parked_ = false;
  if (wake_) wake_();
}

std::string drained(Pipe& pipe) {
  std::string out;
  char block[1 << 14];
  for (;;) {
    std::size_t count = 0;
    switch (pipe.read(block, sizeof block, count)) {
      case Pipe::Read::data:
        out.append(block, count);
        break;
      case Pipe::Read::parked:
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        break;
      default:
        return out;
    }
  }
}

}  // namespace guanlan::serve
