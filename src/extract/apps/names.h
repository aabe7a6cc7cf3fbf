// Names that stand without marks: where they begin and end, and the lists that they form.
#pragma once

#include <vector>

#include "extract/apps/words.h"
#include "guanlan/passage.h"

namespace guanlan::apps {

class Names {
 public:
  Names(const Passage& passage, const Words& words) : p_(passage), words_(words) {}

  // Where the name begins that ends at `end`: behind a mark, a verb, or a word like 尚有, 的, 由.
  [[nodiscard]] std::uint32_t begin_of(std::uint32_t end) const;
  // Two characters to sixteen, no kind of thing (短视频), nothing masked (某…), no word that opens
  // no name (该…).
  [[nodiscard]] bool may_be(Span name) const;
  // The members of a list that ends at `end`: 甲、乙和丙. First to last; empty: no name ends there.
  [[nodiscard]] std::vector<Span> before(std::uint32_t end) const;
  // The members of the list that begins at `at`, to the sentence's end, 等 or `limit`; brackets
  // behind them are left out.
  [[nodiscard]] std::vector<Span> from(std::uint32_t at, std::uint32_t limit) const;

 private:
  void split_last(std::vector<Span>& members) const;
  [[nodiscard]] bool has_number(std::uint32_t at) const;
  [[nodiscard]] bool has_number_before(std::uint32_t begin, std::uint32_t at) const;
  [[nodiscard]] Span trimmed(Span entry) const;

  const Passage& p_;
  const Words& words_;
};

// “甲”、, 甲和|乙: the length of the mark or word that joins members of a list and ends at `end`;
// 0: none.
[[nodiscard]] std::uint32_t joiner_before(std::string_view text, std::uint32_t end);

}  // namespace guanlan::apps
