// A number format code of a spreadsheet ([DBNum1]yyyy"年"m"月", #,##0.0;[Red]-0, …) as its pieces.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guanlan {

enum class Token {
  literal,
  digits,
  percent,
  exponent,
  text,
  year,
  month,
  minute,
  day,
  hour,
  second,
  half,
  elapsed
};

struct Piece {
  Token token;
  std::string text;  // of literals and placeholders as they stand
};

struct FormatCode {
  std::vector<Piece> pieces;
  bool chinese = false;  // [DBNum1]
  bool legal = false;    // [DBNum2]
  [[nodiscard]] bool is_date() const {
    return std::any_of(pieces.begin(), pieces.end(),
                       [](const Piece& p) { return p.token >= Token::year; });
  }
};

// One section of a code.
[[nodiscard]] FormatCode parse_format_code(std::string_view section);

// The section of a code that shows a value, and whether the sign is left to it.
[[nodiscard]] std::pair<std::string_view, bool> choose_section(std::string_view code, double value);

// Whether two words differ in case only.
[[nodiscard]] bool same_letters(std::string_view a, std::string_view b);

// Digits as the code wants them: Chinese, legal Chinese (壹贰叁) or as they are.
[[nodiscard]] std::string in_numerals(std::string digits, const FormatCode& format);

}  // namespace guanlan
