#include "serve/reader_pool.h"

namespace guanlan::serve {

Result<ReaderPool::Lease> ReaderPool::take() {
  int age = 0;
  {
    const std::lock_guard held(lock_);
    age = age_;
    if (!idle_.empty()) {
      Lease lease(this, std::move(idle_.back()), age);
      idle_.pop_back();
      return lease;
    }
  }
  auto reader = open_();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  return Lease(this, std::move(*reader), age);
}

void ReaderPool::reopen() {
  const std::lock_guard held(lock_);
  ++age_;
  idle_.clear();
}

void ReaderPool::give_back(std::unique_ptr<Reader> reader, int age) {
  const std::lock_guard held(lock_);
  if (age == age_) idle_.push_back(std::move(reader));
}

}  // namespace guanlan::serve
