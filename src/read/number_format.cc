#include "read/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "read/format_code.h"
#include "read/format_date.h"

namespace guanlan {
namespace {

// A binary fraction just below a decimal half is meant as the half.
double nudged(double value) { return value * (1 + 4 * DBL_EPSILON); }

std::string general(double value) {
  if (value == 0) return "0";
  const double size = std::fabs(value);
  if (size >= 1e11 || size < 1e-9) {
    std::string text = fmt::format("{:.5E}", nudged(value));
    const auto e = text.find('E');
    std::string mantissa = text.substr(0, e);
    mantissa.erase(mantissa.find_last_not_of('0') + 1);
    if (mantissa.ends_with('.')) mantissa.pop_back();
    return mantissa + text.substr(e);
  }
  const int whole = size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
  std::string text = fmt::format("{:.{}f}", nudged(value), std::max(0, 10 - whole));
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

std::string grouped(std::string whole) {
  for (auto i = static_cast<std::ptrdiff_t>(whole.size()) - 3; i > 0; i -= 3) {
    whole.insert(static_cast<std::size_t>(i), ",");
  }
  return whole;
}

// A value that is not negative under placeholders like #,##0.0# and a trailing comma for thousands.
std::string placed(double value, std::string_view places) {
  while (places.ends_with(',')) {
    places.remove_suffix(1);
    value /= 1000;
  }
  const auto point = std::min(places.find('.'), places.size());
  const std::string_view left = places.substr(0, point);
  const std::string_view right = places.substr(std::min(point + 1, places.size()));
  const auto zeros = [](std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '0'));
  };
  const std::size_t most = std::min<std::size_t>(right.size(), 30),
                    least = std::min(zeros(right), most);
  std::string text = fmt::format("{:.{}f}", nudged(value), most);
  std::string whole = text.substr(0, text.find('.'));
  std::string fraction = most > 0 ? text.substr(text.find('.') + 1) : "";
  while (fraction.size() > least && fraction.ends_with('0')) fraction.pop_back();
  if (whole == "0" && zeros(left) == 0) whole.clear();
  while (whole.size() < std::min<std::size_t>(zeros(left), 30)) whole.insert(0, "0");
  if (left.find(',') != std::string_view::npos) whole = grouped(whole);
  return whole + (point < places.size() ? "." : "") + fraction;  // 0.## shows 2 as "2."
}

std::string number(double value, const FormatCode& format) {
  for (const Piece& piece : format.pieces) {
    if (piece.token == Token::percent) value *= 100;
  }
  const bool scientific = std::any_of(format.pieces.begin(), format.pieces.end(),
                                      [](const Piece& p) { return p.token == Token::exponent; });
  int power = 0;
  if (scientific && value != 0) {
    power = static_cast<int>(std::floor(std::log10(std::fabs(value))));
    value /= std::pow(10, power);
  }
  std::string out;
  bool written = false;
  for (const Piece& piece : format.pieces) {
    if (piece.token == Token::digits && !written) {
      out += in_numerals(
          piece.text == "General" ? general(value) : placed(std::fabs(value), piece.text), format);
      written = true;
    } else if (piece.token == Token::exponent) {
      out += fmt::format("E{}{:0{}}", power < 0 ? '-' : '+', std::abs(power), piece.text.size());
    } else if (piece.token == Token::text) {
      out += general(value);
    } else if (piece.token != Token::digits) {
      out += piece.text;
    }
  }
  return out;
}

}  // namespace

std::string format_cell(double value, std::string_view code, bool since_1904) {
  if (!std::isfinite(value)) return "#NUM!";
  if (code.empty() || same_letters(code, "General") || code == "@") return general(value);
  const auto [section, sign] = choose_section(code, value);
  const FormatCode format = parse_format_code(section);
  if (format.is_date()) return format_date(value, format, since_1904);
  const bool digits = std::any_of(format.pieces.begin(), format.pieces.end(), [](const Piece& p) {
    return p.token == Token::digits || p.token == Token::text;
  });
  const bool fraction = section.find("?/?") != std::string_view::npos;
  if (section.empty() || (digits && (fraction || std::fabs(value) > 1e25)))
    return section.empty() ? "" : general(value);
  const std::string text = number(std::fabs(value), format);
  const bool minus = sign && text.find_first_of("123456789") != std::string::npos;
  return minus ? "-" + text : text;
}

}  // namespace guanlan
