// Words with their places on a page, as pdftotext and tesseract print them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/source.h"
#include "guanlan/span.h"

namespace guanlan {

struct Word {
  Box box;
  Span text;                 // in PageWords::text
  std::uint32_t line = 0;    // the tool's own line; ascending
  std::uint16_t wide = 0;    // Chinese characters and full-width marks
  std::uint16_t narrow = 0;  // all others
  float em = 0;              // font size, as far as width or height tell
  float confidence = 1;      // 0..1
  bool bold = false;         // set in a dark face (typeface.h)
};

struct PageWords {
  int page = 1;
  float width = 0, height = 0;  // points
  bool recognised = false;      // by tesseract: boxes are rough, blanks are guesses
  std::string text;             // of all words, one after the other
  std::vector<Word> words;      // in the tool's order

  [[nodiscard]] std::string_view of(const Word& word) const { return word.text.of(text); }
};

// Parses the TSV of `pdftotext -tsv` and `tesseract … tsv`: twelve columns
// (level page block par line word left top width height conf text), level 1 a page, 4 a line,
// 5 a word. Pages come out in order, those without words too. Rows of another shape, words
// outside of any sane page and words without a visible character are left out. Linear.
[[nodiscard]] std::vector<PageWords> parse_words(std::string_view tsv);

// The same for tesseract's: `scale` is points per pixel. Words take the height of their line, and
// lines that were hardly recognised (specks, hatching, rules) are left out.
[[nodiscard]] std::vector<PageWords> parse_recognised(std::string_view tsv, float scale);

// Changes the unit of all boxes and sizes.
void rescale(PageWords& page, float factor);

// Makes the font sizes of a typeset document exact: all words of one box height are in one font
// and size, and a word of Chinese characters only is as many ems wide as it has characters.
void settle_sizes(std::vector<PageWords>& pages);

}  // namespace guanlan
