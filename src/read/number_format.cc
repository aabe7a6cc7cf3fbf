#include "read/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "text/utf8.h"

namespace guanlan {
namespace {

// The first section (positive numbers) without [colours] and [conditions].
std::string_view first_section(std::string_view code) { return code.substr(0, code.find(';')); }

bool is_date(std::string_view code) {
  bool quoted = false, bracket = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"') quoted = !quoted;
    if (c == '[') bracket = true;
    if (c == ']') bracket = false;
    if (c == '\\') ++i;
    if (quoted || bracket || c == '\\') continue;
    if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos)
      return code.substr(i, 7) != "General";
  }
  return false;
}

struct Moment {
  int year, month, day, hour, minute, second;
};

// Day 60 of the 1900 system is a day that never was (29 February 1900).
Moment moment(double serial, bool since_1904) {
  const double days = std::floor(serial);
  const auto seconds = static_cast<long>(std::lround((serial - days) * 86400));
  const auto epoch =
      since_1904 ? std::chrono::sys_days(std::chrono::year{1904} / 1 / 1)
                 : std::chrono::sys_days(std::chrono::year{1899} / 12 / (days < 60 ? 31 : 30));
  const std::chrono::year_month_day date{epoch + std::chrono::days(static_cast<int>(days))};
  return {static_cast<int>(date.year()),
          static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day())),
          static_cast<int>(seconds / 3600 % 24),
          static_cast<int>(seconds / 60 % 60),
          static_cast<int>(seconds % 60)};
}

std::string show_moment(const Moment& t, std::string_view code) {
  std::string out;
  bool after_hour = false;
  for (std::size_t i = 0; i < code.size();) {
    const char c = static_cast<char>(std::tolower(static_cast<unsigned char>(code[i])));
    std::size_t run = 1;
    while (i + run < code.size() && std::tolower(static_cast<unsigned char>(code[i + run])) == c)
      ++run;
    const auto put = [&](int value) {
      out += run >= 2 ? fmt::format("{:02}", value) : std::to_string(value);
    };
    if (c == '"') {
      const auto end = std::min(code.find('"', i + 1), code.size());
      out += code.substr(i + 1, end - i - 1);
      run = end - i + 1;
    } else if (c == '[') {
      run = std::min(code.find(']', i), code.size()) - i + 1;
    } else if (c == '\\') {
      out += code.substr(i + 1, 1);
      run = 2;
    } else if (c == 'y') {
      out += run > 2 ? fmt::format("{:04}", t.year) : fmt::format("{:02}", t.year % 100);
    } else if (c == 'm') {
      put(after_hour ? t.minute : t.month);
    } else if (c == 'd') {
      put(t.day);
    } else if (c == 'h') {
      put(t.hour);
      after_hour = true;
    } else if (c == 's') {
      put(t.second);
    } else if (c != '@' && c != '_' && c != '*') {
      out += code.substr(i, run);
    }
    i += run;
  }
  return out;
}

std::string general(double value) {
  if (std::abs(value) >= 1e11 && std::abs(value) < 1e15 && value == std::floor(value))
    return fmt::format("{:.0f}", value);
  return fmt::format("{:.11g}", value);
}

std::string grouped(std::string digits) {
  auto end = std::min(digits.find('.'), digits.size());
  for (std::size_t at = end;
       at > 3 && std::isdigit(static_cast<unsigned char>(digits[at - 4])) != 0; at -= 3) {
    digits.insert(at - 3, ",");
  }
  return digits;
}

std::string show_decimal(double value, std::string_view code) {
  std::string before, after;
  std::size_t decimals = 0, optional = 0;
  bool seen = false, point = false, group = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"') {
      const auto end = std::min(code.find('"', i + 1), code.size());
      (seen ? after : before) += code.substr(i + 1, end - i - 1);
      i = end;
    } else if (c == '[') {
      i = std::min(code.find(']', i), code.size());
    } else if (c == '\\' && i + 1 < code.size()) {
      (seen ? after : before) += code[++i];
    } else if (c == '0' || c == '#' || c == '?') {
      seen = true;
      decimals += point;
      optional += point && c == '#';
    } else if (c == '.') {
      point = seen = true;
    } else if (c == ',') {
      group = group || seen;
    } else if (c == '%') {
      after += '%';
      value *= 100;
    } else if (c == '_' || c == '*') {
      ++i;
    } else {
      (seen ? after : before) += c;
    }
  }
  std::string digits = fmt::format("{:.{}f}", value, std::min<std::size_t>(decimals, 15));
  for (; optional > 0 && digits.ends_with('0'); --optional) digits.pop_back();
  if (digits.ends_with('.')) digits.pop_back();
  return before + (group ? grouped(std::move(digits)) : digits) + after;
}

}  // namespace

std::string_view builtin_format(int id) {
  switch (id) {
    case 1:
      return "0";
    case 2:
      return "0.00";
    case 3:
    case 37:
    case 38:
      return "#,##0";
    case 4:
    case 39:
    case 40:
      return "#,##0.00";
    case 9:
      return "0%";
    case 10:
      return "0.00%";
    case 14:
      return "yyyy/m/d";
    case 15:
      return "d-m-yy";
    case 17:
      return "yyyy/m";
    case 20:
      return "h:mm";
    case 21:
      return "h:mm:ss";
    case 22:
      return "yyyy/m/d h:mm";
    case 27:
    case 36:
    case 50:
    case 57:
      return "yyyy\"年\"m\"月\"";
    case 28:
    case 29:
    case 51:
    case 54:
    case 58:
      return "m\"月\"d\"日\"";
    case 31:
      return "yyyy\"年\"m\"月\"d\"日\"";
    default:
      return "General";
  }
}

std::string show_number(double value, std::string_view code, bool since_1904) {
  code = first_section(code);
  if (!std::isfinite(value)) return {};
  if (code.empty() || code.find("General") != std::string_view::npos || code == "@")
    return general(value);
  if (is_date(code))
    return value >= 0 && value < 2958466 ? show_moment(moment(value, since_1904), code)
                                         : general(value);
  return show_decimal(value, code);
}

}  // namespace guanlan
