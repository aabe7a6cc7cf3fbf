// Work over many inputs on several cores, its results taken one by one in the order of the inputs.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace guanlan::cli {

// Calls work(i) once for every i below `count`, on `jobs` threads, and take(i, result) on the
// calling thread, ascending. At most 2 x jobs results wait at a time. take returns false to stop:
// what is being worked on is finished and dropped. With one job everything is done on the calling
// thread. What work throws is thrown from here in its turn.
template <class Work, class Take>
class InOrder {
  using Result = decltype(std::declval<Work&>()(std::size_t{}));

 public:
  InOrder(std::size_t count, std::size_t jobs, Work& work, Take& take)
      : count_(count), work_(work), take_(take), slots_(2 * jobs) {}

  void run(std::size_t jobs) {
    std::vector<std::jthread> threads;
    const Stop stop{*this};  // before the threads are joined, also when take throws
    for (std::size_t n = 0; n < std::min(jobs, count_); ++n)
      threads.emplace_back([this] { serve(); });
    for (std::size_t i = 0; i < count_ && take_(i, result(i)); ++i) release(i);
  }

 private:
  struct Slot {
    std::optional<Result> result;
    std::exception_ptr failure;
  };
  struct Stop {
    InOrder& all;
    ~Stop() {
      const std::lock_guard lock(all.mutex_);
      all.next_ = all.count_;
      all.free_.notify_all();
    }
  };

  void serve() {
    std::unique_lock lock(mutex_);
    for (;;) {
      free_.wait(lock, [&] { return next_ >= count_ || next_ < taken_ + slots_.size(); });
      if (next_ >= count_) return;
      const std::size_t i = next_++;
      lock.unlock();
      Slot done;
      try {
        done.result = work_(i);
      } catch (...) {
        done.failure = std::current_exception();
      }
      lock.lock();
      slots_[i % slots_.size()] = std::move(done);
      ready_.notify_one();
    }
  }

  Result result(std::size_t i) {
    std::unique_lock lock(mutex_);
    Slot& slot = slots_[i % slots_.size()];
    ready_.wait(lock, [&] { return slot.result || slot.failure; });
    Slot done = std::exchange(slot, {});
    lock.unlock();
    if (done.failure) std::rethrow_exception(done.failure);
    return std::move(*done.result);
  }

  void release(std::size_t i) {
    const std::lock_guard lock(mutex_);
    taken_ = i + 1;
    free_.notify_all();
  }

  const std::size_t count_;
  Work& work_;
  Take& take_;
  std::mutex mutex_;
  std::condition_variable ready_, free_;
  std::vector<Slot> slots_;  // of input i at i % size
  std::size_t next_ = 0, taken_ = 0;
};

template <class Work, class Take>
void in_order(std::size_t count, std::size_t jobs, Work&& work, Take&& take) {
  if (jobs > 1 && count > 1) return InOrder(count, jobs, work, take).run(jobs);
  for (std::size_t i = 0; i < count && take(i, work(i)); ++i) {
  }
}

}  // namespace guanlan::cli
