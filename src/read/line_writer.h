// LineWriter: the only way in which readers of marked-up formats fill Source::raw and its lines.
//
// Whatever a reader hands in, the contract of Source holds afterwards: raw is valid UTF-8 without
// NULs, spans ascend, no line holds a line end. Past the limits further text is dropped and
// overflow() is true; the reader then fails with too_long().
#pragma once

#include <string>
#include <string_view>

#include "guanlan/source.h"

namespace guanlan {

struct LineStyle {
  Role role = Role::paragraph;
  std::uint8_t level = 0;
  float font_size = 0;
  bool bold = false;
  std::int32_t table = -1;
};

// A stretch of a text on its way into raw, and the element of the format that it came from.
struct TextOrigin {
  std::uint32_t at = 0, size = 0;  // bytes of the text
  std::uint32_t element = 0;       // as in Origin
  std::uint32_t element_at = 0;
};

class LineWriter {
 public:
  LineWriter(Source& source, const ReadOptions& options);

  // Appends one line; line ends and tabs-in-cells are the caller's matter, except that '\n' and
  // '\r' become blanks. Returns the span of what was written.
  Span add(std::string_view text, const LineStyle& style);
  // The same in pieces: begin, any number of pieces, end.
  void begin(const LineStyle& style);
  Span piece(std::string_view text);
  void end();
  // Tells where the words written to `written` came from. `text` is what they were before blanks
  // and invisible characters were dropped or joined.
  void trace(Span written, std::string_view text, const std::vector<TextOrigin>& origins);

  void set_page(int page);
  [[nodiscard]] int page() const { return page_; }
  [[nodiscard]] bool overflow() const { return overflow_; }
  [[nodiscard]] Source& source() { return source_; }

 private:
  void add_origin(const Origin& fresh);

  Source& source_;
  std::size_t max_text_;
  int page_ = 1;
  bool overflow_ = false;
};

// Text from a format's metadata made fit for one line: valid, no controls, blanks collapsed,
// trimmed.
[[nodiscard]] std::string one_line(std::string_view text);

// More lines than this are no document.
inline constexpr std::size_t kMaxLines = 6u << 20;

[[nodiscard]] Error too_long(std::string_view name);

}  // namespace guanlan
