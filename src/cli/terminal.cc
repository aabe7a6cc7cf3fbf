#include "cli/terminal.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace guanlan::cli {
namespace {

struct Range {
  char32_t first, last;
};

// East Asian Wide and Fullwidth (UAX #11), in blocks.
constexpr Range kWide[] = {
    {0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE4F},   {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};
constexpr Range kCombining[] = {{0x0300, 0x036F}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}};

template <std::size_t N>
bool within(char32_t cp, const Range (&ranges)[N]) {
  for (const Range& r : ranges) {
    if (cp >= r.first && cp <= r.last) return true;
  }
  return false;
}

std::size_t columns_of(char32_t cp) {
  if (cp < 0x300) return 1;
  if (within(cp, kCombining) || utf8::is_invisible(cp)) return 0;
  return within(cp, kWide) ? 2 : 1;
}

// C1 controls, line and paragraph separators and tag characters are not visible either.
bool is_dangerous(char32_t cp) {
  return utf8::is_invisible(cp) || (cp >= 0x80 && cp <= 0x9F) || cp == 0x2028 || cp == 0x2029 ||
         cp == 0x061C || (cp >= 0xE0000 && cp <= 0xE0FFF);
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto next = utf8::decode(text, at);
    width += columns_of(next.cp);
    at += next.size;
  }
  return width;
}

std::string clipped(std::string_view text, std::size_t columns) {
  if (columns == 0) return {};
  std::size_t width = 0, fits = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto next = utf8::decode(text, at);
    width += columns_of(next.cp);
    if (width > columns) return std::string(text.substr(0, fits)) + "…";
    at += next.size;
    if (width + 1 <= columns) fits = at;  // leaves room for the …
  }
  return std::string(text);
}

std::string padded(std::string_view text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return std::string(text) + std::string(columns > width ? columns - width : 0, ' ');
}

std::string harmless(std::string_view text, bool keep_layout) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto next = utf8::decode(text, at);
    if (next.cp == '\n' || next.cp == '\t') {
      out += keep_layout ? static_cast<char>(next.cp) : ' ';
    } else if (next.cp == 0xFFFD && next.size == 1) {
      out += "\uFFFD";
    } else if (is_dangerous(next.cp)) {
      out += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(next.cp));
    } else {
      out += text.substr(at, next.size);
    }
    at += next.size;
  }
  return out;
}

bool wants_colour(const Call& call) {
  if (!call.env.out_is_terminal || call.args.has("--no-color")) return false;
  const auto variable = [&](const char* name) {
    return call.env.variable ? call.env.variable(name) : std::nullopt;
  };
  if (const auto no = variable("NO_COLOR"); no && !no->empty()) return false;
  return variable("TERM").value_or("") != "dumb";
}

std::string coloured(std::string_view text, Colour colour, bool on) {
  constexpr std::string_view kCodes[] = {"0", "1", "2", "31", "32", "33", "34", "35", "36"};
  if (!on || colour == Colour::none || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", kCodes[static_cast<std::size_t>(colour)], text);
}

}  // namespace guanlan::cli
