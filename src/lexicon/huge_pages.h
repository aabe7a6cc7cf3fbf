// Memory for large tables that are read all over: in pages of two megabytes, where the system has
// them, so that the processor's table of pages holds all of it.
#pragma once

#include <sys/mman.h>

#include <cstdlib>
#include <new>

namespace guanlan {

template <class T>
struct HugePages {
  using value_type = T;
  static constexpr std::size_t kPage = std::size_t{2} << 20;

  HugePages() = default;
  template <class U>
  HugePages(const HugePages<U>&) {}

  [[nodiscard]] T* allocate(std::size_t n) {
    const std::size_t size = n * sizeof(T);
    const std::size_t whole = (size + kPage - 1) / kPage * kPage;
    const bool large = size >= kPage / 2;
    void* out = large ? std::aligned_alloc(kPage, whole) : std::malloc(size);
    if (out == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    if (large) (void)madvise(out, whole, MADV_HUGEPAGE);  // a hint
#endif
    return static_cast<T*>(out);
  }
  void deallocate(T* at, std::size_t) { std::free(at); }
  friend bool operator==(const HugePages&, const HugePages&) { return true; }
};

}  // namespace guanlan
