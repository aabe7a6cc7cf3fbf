// Writes printed lines into clean text: widths folded, invisible characters dropped, letter-spacing
// and the blanks between Chinese and other scripts undone, every byte mapped back to the raw text.
//
// A blank stays between two Latin words or numbers, and between two Chinese phrases of which one
// has two characters or more (标题上句 标题下句); it goes beside Chinese punctuation, between
// Chinese and Latin or digits, and between single characters (戴 文 渊). 2 020 年, a number whose
// first digit was a drop capital, is joined.
#pragma once

#include "guanlan/clean_text.h"
#include "guanlan/source.h"

namespace guanlan {

class Writer {
 public:
  Writer(std::string_view raw, CleanText& out) : raw_(raw), out_(out) {}

  // How a line meets what its paragraph already has.
  enum class Seam {
    begin,
    numbered,  // begin; the blank behind the number stays: 1 标题
    wrap,
    cell,
    glue
  };

  void line(Span words, Seam seam);
  // Cells of a row: runs of blanks (or tabs alone) become one tab.
  void row(Span words, bool tabs_only, Seam seam);
  // Ends the paragraph with '\n', mapped to the line end after `raw_end`.
  void end(std::uint32_t raw_end);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(out_.text.size()); }

 private:
  void put(char32_t cp, Span raw);
  void blanks(Span raw, std::uint32_t next, std::uint32_t end);
  [[nodiscard]] bool alone_before() const;
  [[nodiscard]] bool alone_after(std::uint32_t at, std::uint32_t end) const;

  std::string_view raw_;
  CleanText& out_;
  std::uint32_t token_ = 0;  // where the current blank-free token of the paragraph begins
  std::uint32_t line_ = 0;   // where the current line begins in the clean text
  std::uint32_t paragraph_ = 0;
  bool numbered_ = false;  // no blank yet behind the number that the paragraph begins with
  char32_t last_ = 0;      // folded; 0 at the beginning of a paragraph
};

}  // namespace guanlan
