// Connections for reading. A store is used by one thread at a time, so each request borrows one.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "guanlan/laws.h"
#include "guanlan/store.h"
#include "guanlan/track.h"

namespace guanlan::serve {

// What a request reads from.
struct Reader {
  std::unique_ptr<Store> store;
  LawLibrary laws;
  std::unique_ptr<Tracker> tracker;
};

class ReaderPool {
 public:
  using Open = std::function<Result<std::unique_ptr<Reader>>()>;
  explicit ReaderPool(Open open) : open_(std::move(open)) {}

  // Gives its reader back at the end.
  class Lease {
   public:
    Lease(ReaderPool* pool, std::unique_ptr<Reader> reader, int age)
        : pool_(pool), reader_(std::move(reader)), age_(age) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (reader_) pool_->give_back(std::move(reader_), age_);
    }
    Reader* operator->() const { return reader_.get(); }
    Reader& operator*() const { return *reader_; }

   private:
    ReaderPool* pool_;
    std::unique_ptr<Reader> reader_;
    int age_;
  };

  // An idle reader, or a new one.
  [[nodiscard]] Result<Lease> take();
  // Readers opened before this are closed when they come back.
  void reopen();

 private:
  void give_back(std::unique_ptr<Reader> reader, int age);

  Open open_;
  std::mutex lock_;
  std::vector<std::unique_ptr<Reader>> idle_;
  int age_ = 0;
};

}  // namespace guanlan::serve
