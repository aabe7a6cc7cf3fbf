// Data files that are compiled in (lexicon/**/*.tsv) as rows of cells.
#pragma once

#include <string_view>
#include <vector>

namespace guanlan {

// The rows of an embedded file below the one that names the columns; comments and blank lines are
// left out. Every row has as many cells as the file has columns.
[[nodiscard]] std::vector<std::vector<std::string_view>> rows_of(std::string_view path);

// The pieces of `text` between marks, one after another.
class Pieces {
 public:
  Pieces(std::string_view text, char mark) : rest_(text), mark_(mark) {}
  // Goes on to the next piece; false: there is none. An empty text is one empty piece.
  bool next() {
    if (done_) return false;
    const std::size_t end = rest_.find(mark_);
    piece_ = rest_.substr(0, end);
    done_ = end == rest_.npos;
    if (!done_) rest_.remove_prefix(end + 1);
    return true;
  }
  [[nodiscard]] std::string_view piece() const { return piece_; }

 private:
  std::string_view rest_, piece_;
  char mark_;
  bool done_ = false;
};

// All of them.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char mark);

}  // namespace guanlan
