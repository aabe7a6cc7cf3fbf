// A few threads for what takes longer than a moment.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace guanlan::serve {

class Workers {
 public:
  explicit Workers(std::size_t threads);
  ~Workers();  // tasks that have begun are finished, those that wait are dropped
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // False where `most` tasks wait already.
  [[nodiscard]] bool post(std::function<void()> task, std::size_t most = 256);

 private:
  void work();

  std::mutex lock_;
  std::condition_variable news_;
  std::deque<std::function<void()>> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace guanlan::serve
