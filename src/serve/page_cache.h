// Pages of documents that were looked at lately: their pictures, and the documents read for the
// places of words. Any thread may ask; two that ask for the same at once may both make it.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>

#include "guanlan/page_picture.h"

namespace guanlan::serve {

// The last of some things that were made, by name.
template <class T>
class Lately {
 public:
  explicit Lately(std::size_t most) : most_(most) {}
  // Null: not among the last.
  [[nodiscard]] std::shared_ptr<const T> find(const std::string& name) {
    const std::lock_guard held(lock_);
    for (auto it = all_.begin(); it != all_.end(); ++it) {
      if (it->first != name) continue;
      all_.splice(all_.begin(), all_, it);
      return it->second;
    }
    return nullptr;
  }
  std::shared_ptr<const T> keep(std::string name, T value) {
    auto out = std::make_shared<const T>(std::move(value));
    const std::lock_guard held(lock_);
    all_.emplace_front(std::move(name), out);
    if (all_.size() > most_) all_.pop_back();
    return out;
  }

 private:
  const std::size_t most_;
  std::mutex lock_;
  std::list<std::pair<std::string, std::shared_ptr<const T>>> all_;  // the latest first
};

struct PageCache {
  Lately<PagePicture> pictures{32};  // by digest and page
  Lately<Source> sources{4};         // by digest
};

}  // namespace guanlan::serve
