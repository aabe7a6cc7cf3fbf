#include "laws/dates.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <optional>

#include "text/numeral.h"

namespace guanlan {
namespace {

std::string iso(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() && year >= 1900 && year < 2200
             ? fmt::format("{:04}-{:02}-{:02}", year, month, day)
             : std::string();
}

}  // namespace

DatePrefix leading_date(std::string_view text) {
  std::array<int, 3> value{};
  constexpr std::array<std::string_view, 3> kUnits = {"年", "月", "日"};
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto n = numeral_at(text, at, static_cast<std::uint32_t>(text.size()));
    if (!n || n->value > 9999 || !text.substr(n->span.end).starts_with(kUnits[i])) return {};
    value[i] = static_cast<int>(n->value);
    at = n->span.end + 3;
  }
  return {iso(value[0], value[1], value[2]), at};
}

DatePrefix date_in_name(std::string_view path) {
  const auto open = path.rfind('(');
  const auto close = path.find(')', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos || close - open != 11)
    return {};
  const std::string inner(path.substr(open + 1, 10));
  int y = 0, m = 0, d = 0;
  if (std::sscanf(inner.c_str(), "%4d-%2d-%2d", &y, &m, &d) != 3) return {};
  return {iso(y, m, d), inner.size()};
}

std::string han_number(int n) {
  constexpr std::array<std::string_view, 10> kDigits = {"零", "一", "二", "三", "四",
                                                        "五", "六", "七", "八", "九"};
  constexpr std::array<std::string_view, 4> kUnits = {"", "十", "百", "千"};
  const std::string digits = std::to_string(n);
  std::string out;
  bool zero = false;
  for (std::size_t i = 0; i < digits.size() && digits.size() <= 4; ++i) {
    const auto d = static_cast<std::size_t>(digits[i] - '0');
    if (d == 0) {
      zero = true;
      continue;
    }
    if (zero && !out.empty()) out += "零";
    zero = false;
    const std::size_t place = digits.size() - 1 - i;
    if (!(d == 1 && place == 1 && out.empty())) out += kDigits[d];
    out += kUnits[place];
  }
  return out;
}

}  // namespace guanlan
