// LineView: a printed line as layout sees it – its words without margins, its measure, its place.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guanlan/source.h"
#include "layout/labels.h"

namespace guanlan {

// What becomes of a line.
enum class Use : std::uint8_t { words, furniture, contents, table };

struct LineView {
  Span words;             // in raw, margins and invisible characters at the ends taken off
  std::int32_t line = 0;  // index into Source::lines
  std::int32_t page = 1;
  std::int32_t table = -1;        // index into the tables of the layout, of a row
  std::uint16_t blank_lines = 0;  // empty lines before it
  Use use = Use::words;
  Role role = Role::unknown;
  bool page_top = false;  // first on its page
  bool bold = false;
  bool prose = false;  // has a comma or a full stop
  bool has_box = false;
  bool bare_number = false;  // 1 标题: the blank behind the number stays
  bool joins_next = false;   // of a header line: its last cell goes on in the next one
  Numbering label = Numbering::none;
  float left = 0, right = 0;     // the printed extent: ems in plain text, points with a box
  float top = 0, bottom = 0;     // with a box
  float em = 1;                  // one em in the units of left and right
  std::uint32_t chars = 0;       // code points, blanks counted
  char32_t first = 0, last = 0;  // folded
};

// The printed lines of a source; empty ones only leave their count.
[[nodiscard]] std::vector<LineView> view_lines(const Source& source);

// The words of a line folded, without blanks; at most `limit` bytes. For comparing lines.
[[nodiscard]] std::string folded(std::string_view raw, Span words, std::size_t limit);
// The same with runs of blanks kept as one blank.
[[nodiscard]] std::string folded_words(std::string_view raw, Span words, std::size_t limit);

// 。！？… and the closing marks that may follow one.
[[nodiscard]] bool ends_sentence(char32_t last);
[[nodiscard]] bool is_closing(char32_t cp);  // ) 》 ” 】 …
[[nodiscard]] bool is_opening(char32_t cp);

}  // namespace guanlan
