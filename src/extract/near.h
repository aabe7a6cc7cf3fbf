// Looking around a span: the words of a class beside it, the clause it stands in.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "guanlan/passage.h"

namespace guanlan {

// The hits of one class in a passage, longest first at every place and free of overlaps.
class Near {
 public:
  Near(const Passage& passage, WordClass cls);

  // The last hit within [from, at).
  [[nodiscard]] const Hit* before(std::uint32_t at, std::uint32_t from) const;
  // The first hit within [at, until).
  [[nodiscard]] const Hit* after(std::uint32_t at, std::uint32_t until) const;
  [[nodiscard]] const std::vector<Hit>& hits() const { return hits_; }

 private:
  std::vector<Hit> hits_;
};

// The longest hit of `cls` that ends exactly at `at` and begins at or after `from`.
[[nodiscard]] const Hit* ending_at(const Passage& passage, WordClass cls, std::uint32_t at,
                                   std::uint32_t from);

// 四|平方公里 is no 四平: whether a unit that begins at `number_end` reaches beyond `end`. The hits
// are those from the number on.
[[nodiscard]] bool unit_outlasts(std::span<const Hit> hits, std::uint32_t number_end,
                                 std::uint32_t end);

// Where the clause around `at` begins and ends: at , 。 ; ! ? or a line end, or after 240 bytes.
// A colon and 、 do not end it.
[[nodiscard]] std::uint32_t clause_begin(const Passage& passage, std::uint32_t at);
[[nodiscard]] std::uint32_t clause_end(const Passage& passage, std::uint32_t at);

// The title or the body, whichever holds `at`.
[[nodiscard]] Span part_of(const Passage& passage, std::uint32_t at);

// The end of the bracket that opens at `at`; `at` itself where none does. Looks 300 bytes ahead.
[[nodiscard]] std::uint32_t skip_paren(const Passage& passage, std::uint32_t at);

}  // namespace guanlan
