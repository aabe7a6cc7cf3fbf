#include "text/stands.h"

#include <algorithm>

#if defined(__SSE2__)
#include <emmintrin.h>

#include <bit>
#endif

namespace guanlan {

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  const std::size_t n = word.size();
  if (from > text.size() || text.size() - from < n) return std::string_view::npos;
  if (n == 0) return from;
  const std::size_t places = text.size() - n + 1;  // where the word may begin
#if defined(__SSE2__)
  constexpr std::size_t kWide = sizeof(__m128i);
  const __m128i first = _mm_set1_epi8(word.front()), last = _mm_set1_epi8(word.back());
  const auto at = [&](std::size_t place) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + place));
  };
  while (places - from >= kWide) {
    const __m128i both =
        _mm_and_si128(_mm_cmpeq_epi8(at(from), first), _mm_cmpeq_epi8(at(from + n - 1), last));
    for (auto hits = static_cast<unsigned>(_mm_movemask_epi8(both)); hits != 0; hits &= hits - 1) {
      const std::size_t place = from + static_cast<std::size_t>(std::countr_zero(hits));
      if (std::memcmp(text.data() + place, word.data(), n) == 0) return place;
    }
    from += kWide;
    if (from == places) return std::string_view::npos;
    from = std::min(from, places - kWide);  // the last block overlaps the one before
  }
#endif
  for (; from < places; ++from) {
    if (stands(text, from, word)) return from;
  }
  return std::string_view::npos;
}

}  // namespace guanlan
