#include "serve/workers.h"

namespace guanlan::serve {

Workers::Workers(std::size_t threads) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
  {
    const std::lock_guard held(lock_);
    stopping_ = true;
    waiting_.clear();
  }
  news_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool Workers::post(std::function<void()> task, std::size_t most) {
  {
    const std::lock_guard held(lock_);
    if (stopping_ || waiting_.size() >= most) return false;
    waiting_.push_back(std::move(task));
  }
  news_.notify_one();
  return true;
}

void Workers::work() {
  for (;;) {
    std::unique_lock held(lock_);
    news_.wait(held, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    const auto task = std::move(waiting_.front());
    waiting_.pop_front();
    held.unlock();
    task();
  }
}

}  // namespace guanlan::serve
