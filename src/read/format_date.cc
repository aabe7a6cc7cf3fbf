#include "read/format_date.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "read/numbering.h"

namespace guanlan {
namespace {

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

std::string date_part(const Piece& piece, const Moment& m, bool halves, const FormatCode& format) {
  constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto two = [&](long long value) {
    const std::string text =
        piece.text.size() >= 2 ? fmt::format("{:02}", value) : std::to_string(value);
    return format.chinese ? in_numerals(fmt::format("{}", value), format) : text;
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

}  // namespace

std::string format_date(double value, const FormatCode& format, bool since_1904) {
  constexpr double kLast = 2958466;  // 10000-01-01
  if (value < 0 || value >= kLast) return "########";
  const Moment m = moment(value, since_1904);
  const bool halves = std::any_of(format.pieces.begin(), format.pieces.end(),
                                  [](const Piece& p) { return p.token == Token::half; });
  std::string out;
  for (const Piece& piece : format.pieces) out += date_part(piece, m, halves, format);
  return out;
}

}  // namespace guanlan
