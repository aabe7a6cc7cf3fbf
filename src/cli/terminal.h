// What a terminal needs to know: widths, colours, and which characters must never reach it raw.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/app.h"

namespace guanlan::cli {

// Columns that the text takes: 2 for Chinese and other wide characters, 0 for combining marks.
[[nodiscard]] std::size_t display_width(std::string_view text);
// The longest beginning that takes at most `columns`, with … where something was cut.
[[nodiscard]] std::string clipped(std::string_view text, std::size_t columns);
[[nodiscard]] std::string padded(std::string_view text, std::size_t columns);

// Text of a document made safe to show: control characters, bidi controls and other invisible
// ones become <U+202E>. Line ends and tabs stay where `keep_layout` says so, else become blanks.
[[nodiscard]] std::string harmless(std::string_view text, bool keep_layout = false);

// Colours only where they are wanted: a terminal, no --no-color, no NO_COLOR, TERM not dumb.
[[nodiscard]] bool wants_colour(const Call& call);

enum class Colour { none, bold, dim, red, green, yellow, blue, magenta, cyan };
[[nodiscard]] std::string coloured(std::string_view text, Colour colour, bool on);

}  // namespace guanlan::cli
