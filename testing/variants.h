// Variants of a text that a reader sees as the same: what a typesetter, a mail program or an
// exporter does to it. Records must not change (issue dates, titles, values), only spans.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guanlan::testing {

// Breaks every line at `width` columns (a Chinese character takes two), never inside a word or
// before closing punctuation, as a text export of a typeset page does.
[[nodiscard]] std::string rewrap(std::string_view text, std::size_t width);

// Two ideographic blanks before every line that is not empty.
[[nodiscard]] std::string indented(std::string_view text);
// An empty line after every line.
[[nodiscard]] std::string spread(std::string_view text);

// Breaks the text into pages of `lines` lines, each with its number below: `- 3 -`.
[[nodiscard]] std::string paginate(std::string_view text, std::size_t lines);

// ，。：；（）？！％ in half width where typists use it: , : ; ( ) ? ! %.
[[nodiscard]] std::string half_width(std::string_view text);

// “” as 「」.
[[nodiscard]] std::string corner_quotes(std::string_view text);

// Digits in full width.
[[nodiscard]] std::string wide_digits(std::string_view text);
// A blank between a Chinese character and a digit, as word processors set it.
[[nodiscard]] std::string spaced_digits(std::string_view text);

[[nodiscard]] std::string crlf(std::string_view text);

// UTF-8 to another charset by its ICU name.
[[nodiscard]] std::string encode(std::string_view text, const char* charset);

}  // namespace guanlan::testing
