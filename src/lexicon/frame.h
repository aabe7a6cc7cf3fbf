// Words of a table that is no class of hits (lexicon/frame/*.tsv): its rows in order, for grammars
// that look words up at the edges of lines and names.
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace guanlan {

struct FrameWord {
  std::string_view word;
  std::size_t cls = 0;  // index into the classes asked for
};

// The rows of the table at `path`, whose classes are `classes`. The words live as long as the
// program. Throws std::logic_error at a row of another class: the table is a part of the program.
[[nodiscard]] std::vector<FrameWord> frame_words(std::string_view path,
                                                 std::span<const std::string_view> classes);

}  // namespace guanlan
