// layout: lines become paragraphs and tables; what typesetting did is undone.
//
// Takes a Source, gives the clean text of the whole document and its paragraphs in reading order.
// Page furniture is left out of the clean text; a contents list is kept aside. Linear time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guanlan/clean_text.h"
#include "guanlan/source.h"

namespace guanlan {

enum class ParagraphKind : std::uint8_t {
  body,
  heading,    // the format, the type or the shape says so; outline decides what it heads
  caption,    // 图4.1 …, 表3.1 …, words under a picture
  table_row,  // one row, cells separated by '\t'; Paragraph::table
  note,
};

struct Paragraph {
  Span span;  // in CleanText::text, without the final '\n'
  ParagraphKind kind = ParagraphKind::body;
  std::uint8_t level = 0;       // of a heading given by the format; 0 unknown
  std::int32_t page = 1;        // where it begins
  std::int32_t table = -1;      // index into Layout::tables
  std::int32_t first_line = 0;  // index into Source::lines
  bool page_top = false;        // first on its page
  bool blank_before = false;    // a blank line or a wider gap stood before it
  float font_size = 0;
  bool bold = false;
};

// A table with its header folded into one row: cells as printed, wraps undone.
struct TableCell {
  std::string text;
  Span raw;  // in Source::raw
};
struct Table {
  std::string title;
  Span title_raw;
  std::vector<TableCell> columns;
  std::vector<std::vector<TableCell>> rows;
  int page = 1;
};

// One line of a printed contents list (目录): its words, dot leaders gone, and the page it names.
struct ContentsEntry {
  std::string text;
  Span raw;
  int page = 0;  // 0: none printed
};

struct Layout {
  CleanText clean;
  std::vector<Paragraph> paragraphs;
  std::vector<Table> tables;
  std::vector<ContentsEntry> contents;
};

[[nodiscard]] Layout lay_out(const Source& source);

}  // namespace guanlan
