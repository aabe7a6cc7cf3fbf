#include "read/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>
#include <utility>
#include <vector>

#include "read/numbering.h"

namespace guanlan {
namespace {

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

struct Format {
  std::vector<Piece> pieces;
  bool chinese = false;  // [DBNum1]
  bool legal = false;    // [DBNum2]
  bool general = false;
  [[nodiscard]] bool is_date() const {
    return std::any_of(pieces.begin(), pieces.end(),
                       [](const Piece& p) { return p.token >= Token::year; });
  }
};

// Sections apart by ';', quotes and brackets respected.
std::vector<std::string_view> sections(std::string_view code) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  bool quoted = false, bracketed = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] == '\\') {
      ++i;
    } else if (code[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && (code[i] == '[' || code[i] == ']')) {
      bracketed = code[i] == '[';
    } else if (!quoted && !bracketed && code[i] == ';') {
      out.push_back(code.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  out.push_back(code.substr(std::min(begin, code.size())));
  return out;
}

bool same_letters(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return (x | 0x20) == (y | 0x20);
         });
}

class Scanner {
 public:
  explicit Scanner(std::string_view code) : code_(code) {}

  Format scan() {
    while (at_ < code_.size()) step();
    minutes();
    return std::move(format_);
  }

 private:
  void literal(std::string_view text) {
    auto& pieces = format_.pieces;
    if (pieces.empty() || pieces.back().token != Token::literal)
      pieces.push_back({Token::literal, {}});
    pieces.back().text += text;
  }

  void bracket() {
    const auto end = std::min(code_.find(']', at_), code_.size());
    const std::string_view inside = code_.substr(at_ + 1, end - at_ - 1);
    at_ = std::min(end + 1, code_.size());
    if (same_letters(inside, "DBNum1")) format_.chinese = true;
    if (same_letters(inside, "DBNum2")) format_.legal = true;
    if (inside.starts_with('$')) literal(inside.substr(1, inside.find('-') - 1));
    const bool repeated =
        !inside.empty() && inside.find_first_not_of("hH") == std::string_view::npos;
    if (repeated) format_.pieces.push_back({Token::elapsed, std::string(inside)});
  }

  void step() {
    const char c = code_[at_];
    if (c == '[') return bracket();
    if (c == '"') {
      const auto end = std::min(code_.find('"', at_ + 1), code_.size());
      literal(code_.substr(at_ + 1, end - at_ - 1));
      at_ = std::min(end + 1, code_.size());
      return;
    }
    if (c == '\\' || c == '_' || c == '*') {
      if (c == '\\') literal(code_.substr(at_ + 1, 1));
      at_ = std::min(at_ + 2, code_.size());
      return;
    }
    if (same_letters(code_.substr(at_, 7), "General")) {
      format_.general = true;
      format_.pieces.push_back({Token::digits, "General"});
      at_ += 7;
      return;
    }
    if (const std::size_t half = half_day(); half > 0) {
      format_.pieces.push_back({Token::half, std::string(code_.substr(at_, half))});
      at_ += half;
      return;
    }
    if (!placeholder(c)) {
      literal(code_.substr(at_, 1));
      ++at_;
    }
  }

  [[nodiscard]] std::size_t half_day() const {
    const std::string_view rest = code_.substr(at_);
    if (same_letters(rest.substr(0, 5), "AM/PM")) return 5;
    constexpr std::string_view kChinese = "上午/下午";
    return rest.starts_with(kChinese) ? kChinese.size() : 0;
  }

  bool placeholder(char c) {
    const std::size_t begin = at_;
    const char low = static_cast<char>(c | 0x20);
    constexpr std::string_view kDates = "ymdhse";
    if (kDates.find(low) != std::string_view::npos && !(low == 'e' && exponent())) {
      while (at_ < code_.size() && (code_[at_] | 0x20) == low) ++at_;
      constexpr std::array kTokens{Token::year, Token::month,  Token::day,
                                   Token::hour, Token::second, Token::year};
      format_.pieces.push_back(
          {kTokens[kDates.find(low)], std::string(code_.substr(begin, at_ - begin))});
      return true;
    }
    if (exponent()) {
      at_ += 2;
      while (at_ < code_.size() && code_[at_] == '0') ++at_;
      format_.pieces.push_back(
          {Token::exponent, std::string(code_.substr(begin + 2, at_ - begin - 2))});
      return true;
    }
    if (c == '%') {
      ++at_;
      format_.pieces.push_back({Token::percent, "%"});
      return true;
    }
    if (c == '@') {
      ++at_;
      format_.pieces.push_back({Token::text, "@"});
      return true;
    }
    const auto digit = [&](std::size_t i) {
      return i < code_.size() && std::string_view("0#?,.").find(code_[i]) != std::string_view::npos;
    };
    if (!digit(at_)) return false;
    const bool after_second =
        !format_.pieces.empty() && format_.pieces.back().token == Token::second;
    while (digit(at_)) ++at_;
    if (after_second) return true;  // fractions of a second are not shown
    format_.pieces.push_back({Token::digits, std::string(code_.substr(begin, at_ - begin))});
    return true;
  }

  [[nodiscard]] bool exponent() const {
    return at_ + 2 < code_.size() && (code_[at_] | 0x20) == 'e' &&
           (code_[at_ + 1] == '+' || code_[at_ + 1] == '-') && code_[at_ + 2] == '0';
  }

  // An m after hours or before seconds means minutes.
  void minutes() {
    std::vector<Piece*> parts;
    for (Piece& piece : format_.pieces) {
      if (piece.token >= Token::year && piece.token != Token::half) parts.push_back(&piece);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i]->token != Token::month) continue;
      const bool after =
          i > 0 && (parts[i - 1]->token == Token::hour || parts[i - 1]->token == Token::elapsed);
      const bool before = i + 1 < parts.size() && parts[i + 1]->token == Token::second;
      if (after || before) parts[i]->token = Token::minute;
    }
  }

  std::string_view code_;
  std::size_t at_ = 0;
  Format format_;
};

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

std::string chinese(std::string text, const Format& format) {
  if (!format.chinese && !format.legal) return text;
  const bool plain =
      !text.empty() && text.size() < 6 && text.find_first_not_of("0123456789") == std::string::npos;
  if (!plain) return text;
  return format_number(std::stoi(text),
                       format.legal ? NumberFormat::chinese_legal : NumberFormat::chinese);
}

std::string number(double value, const Format& format) {
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
      out += chinese(
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

struct Moment {
  int year = 0, month = 0, day = 0;
  long long seconds = 0;  // of the day
  double days = 0;        // the serial number itself
};

// Days since 1970-01-01 to a date of the Gregorian calendar (Hinnant's algorithm).
void civil(long long days, Moment& m) {
  days += 719468;
  const long long era = (days >= 0 ? days : days - 146096) / 146097;
  const auto of_era = static_cast<int>(days - era * 146097);
  const int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted = (5 * of_year + 2) / 153;
  m.day = of_year - (153 * shifted + 2) / 5 + 1;
  m.month = shifted < 10 ? shifted + 3 : shifted - 9;
  m.year = static_cast<int>(year_of_era + era * 400) + (m.month <= 2 ? 1 : 0);
}

Moment moment(double value, bool since_1904) {
  Moment m;
  m.days = value;
  long long total = std::llround(value * 86400);
  m.seconds = total % 86400;
  long long day = total / 86400;
  if (since_1904) {
    civil(day - 24107, m);
  } else {
    civil(day - (day < 60 ? 25568 : 25569), m);  // 1900 is taken for a leap year
    if (day == 60) m.month = 2, m.day = 29;
    if (day == 0) m.year = 1900, m.month = 1, m.day = 0;
  }
  return m;
}

std::string year_digits(int year) {
  std::string out;
  for (const char c : std::to_string(year)) {
    out += c == '0' ? "〇" : format_number(c - '0', NumberFormat::chinese_digits);
  }
  return out;
}

std::string date_part(const Piece& piece, const Moment& m, bool halves, const Format& format) {
  constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto two = [&](long long value) {
    const std::string text =
        piece.text.size() >= 2 ? fmt::format("{:02}", value) : std::to_string(value);
    return format.chinese ? chinese(fmt::format("{}", value), format) : text;
  };
  const long long hour = m.seconds / 3600;
  switch (piece.token) {
    case Token::year:
      if (format.chinese) return year_digits(m.year);
      return piece.text.size() <= 2 && (piece.text[0] | 0x20) == 'y'
                 ? fmt::format("{:02}", m.year % 100)
                 : std::to_string(m.year);
    case Token::month:
      if (piece.text.size() >= 3)
        return kMonths[static_cast<std::size_t>(std::clamp(m.month, 1, 12) - 1)];
      return two(m.month);
    case Token::day:
      return piece.text.size() >= 3 ? std::string() : two(m.day);
    case Token::hour:
      return two(halves ? (hour + 11) % 12 + 1 : hour);
    case Token::minute:
      return two(m.seconds / 60 % 60);
    case Token::second:
      return two(m.seconds % 60);
    case Token::elapsed:
      return two(static_cast<long long>(m.days * 24 + 1e-9));
    case Token::half:
      if (piece.text.front() == 'A' || piece.text.front() == 'a') return hour < 12 ? "AM" : "PM";
      return hour < 12 ? "上午" : "下午";
    default:
      return piece.text;
  }
}

std::string date(double value, const Format& format, bool since_1904) {
  constexpr double kLast = 2958466;  // 10000-01-01
  if (value < 0 || value >= kLast) return "########";
  const Moment m = moment(value, since_1904);
  const bool halves = std::any_of(format.pieces.begin(), format.pieces.end(),
                                  [](const Piece& p) { return p.token == Token::half; });
  std::string out;
  for (const Piece& piece : format.pieces) out += date_part(piece, m, halves, format);
  return out;
}

// A condition like [>=100] at the head of a section; true without one.
enum class Fit { none, yes, no };
Fit condition(std::string_view section, double value) {
  for (auto at = section.find('['); at != std::string_view::npos; at = section.find('[', at + 1)) {
    const std::string inside(
        section.substr(at + 1, std::min(section.find(']', at), section.size()) - at - 1));
    if (inside.empty() || std::string_view("<>=").find(inside[0]) == std::string_view::npos)
      continue;
    const auto digits = inside.find_first_not_of("<>=");
    if (digits == std::string::npos) continue;
    const double limit = std::strtod(inside.c_str() + digits, nullptr);
    const std::string sign = inside.substr(0, digits);
    const bool fits = (sign == ">" && value > limit) || (sign == ">=" && value >= limit) ||
                      (sign == "<" && value < limit) || (sign == "<=" && value <= limit) ||
                      (sign == "=" && value == limit) || (sign == "<>" && value != limit);
    return fits ? Fit::yes : Fit::no;
  }
  return Fit::none;
}

// The section for a value, and whether the sign is left to it.
std::pair<std::string_view, bool> choose(const std::vector<std::string_view>& parts, double value) {
  bool conditions = false;
  for (const std::string_view part : parts) {
    const Fit fit = condition(part, value);
    conditions |= fit != Fit::none;
    if (fit == Fit::yes) return {part, value < 0};
    if (conditions && fit == Fit::none) return {part, value < 0};
  }
  if (parts.size() >= 2 && value < 0) return {parts[1], false};
  if (parts.size() >= 3 && value == 0) return {parts[2], false};
  return {parts[0], value < 0};
}

}  // namespace

std::string format_cell(double value, std::string_view code, bool since_1904) {
  if (!std::isfinite(value)) return "#NUM!";
  if (code.empty() || same_letters(code, "General") || code == "@") return general(value);
  const auto [section, sign] = choose(sections(code), value);
  const Format format = Scanner(section).scan();
  if (format.is_date()) return date(value, format, since_1904);
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

std::string_view builtin_format(int id) {
  switch (id) {
    case 1:
      return "0";
    case 2:
      return "0.00";
    case 3:
      return "#,##0";
    case 4:
      return "#,##0.00";
    case 9:
      return "0%";
    case 10:
      return "0.00%";
    case 11:
      return "0.00E+00";
    case 12:
    case 13:
      return "# ?/?";
    case 14:
      return "yyyy/m/d";
    case 15:
      return "d-mmm-yy";
    case 16:
      return "d-mmm";
    case 17:
      return "mmm-yy";
    case 18:
      return "h:mm AM/PM";
    case 19:
      return "h:mm:ss AM/PM";
    case 20:
      return "h:mm";
    case 21:
      return "h:mm:ss";
    case 22:
      return "yyyy/m/d h:mm";
    case 27:
    case 36:
    case 50:
    case 52:
    case 57:
      return "yyyy\"年\"m\"月\"";
    case 28:
    case 29:
    case 51:
    case 53:
    case 54:
    case 58:
      return "m\"月\"d\"日\"";
    case 30:
      return "m-d-yy";
    case 31:
      return "yyyy\"年\"m\"月\"d\"日\"";
    case 32:
      return "h\"时\"mm\"分\"";
    case 33:
      return "h\"时\"mm\"分\"ss\"秒\"";
    case 34:
    case 55:
      return "上午/下午h\"时\"mm\"分\"";
    case 35:
    case 56:
      return "上午/下午h\"时\"mm\"分\"ss\"秒\"";
    case 37:
    case 38:
      return "#,##0;-#,##0";
    case 39:
    case 40:
      return "#,##0.00;-#,##0.00";
    case 41:
    case 42:
      return "#,##0";
    case 43:
    case 44:
      return "#,##0.00";
    case 45:
      return "mm:ss";
    case 46:
      return "[h]:mm:ss";
    case 47:
      return "mm:ss.0";
    case 48:
      return "##0.0E+0";
    default:
      return "";
  }
}

}  // namespace guanlan
