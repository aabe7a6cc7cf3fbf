// The words of a table of lexicon/frame within a part of a passage: none reaches over its edges.
#pragma once

#include <cstdint>

#include "extract/bodies/part.h"
#include "lexicon/frame_table.h"

namespace guanlan::bodies {

// The length of the longest word of the class that begins (ends) at the offset; 0: none.
template <class Cls>
[[nodiscard]] std::uint32_t word_at(const FrameTable<Cls>& table, const Part& part,
                                    std::uint32_t offset, Cls cls) {
  return table.at(part.passage().text.substr(0, part.span().end), offset, cls);
}

template <class Cls>
[[nodiscard]] std::uint32_t word_before(const FrameTable<Cls>& table, const Part& part,
                                        std::uint32_t offset, Cls cls) {
  const std::uint32_t begin = part.span().begin;
  return offset <= begin ? 0 : table.before(part.of(part.span()), offset - begin, cls);
}

}  // namespace guanlan::bodies
