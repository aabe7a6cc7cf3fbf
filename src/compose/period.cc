// Periods: a year, half, quarter, month, or two days.
#include <fmt/format.h>

#include <array>

#include "guanlan/compose.h"

namespace guanlan::compose {
namespace {

// "2024-11" → {2024, 11}; the numbers between hyphens, each of the width that ISO 8601 gives it.
std::optional<std::array<int, 3>> ymd(std::string_view text) {
  std::array<int, 3> out{};
  std::size_t part = 0, digits = 0;
  for (const char c : text) {
    if (c == '-') {
      if (digits != (part == 0 ? 4u : 2u) || ++part > 2) return std::nullopt;
      digits = 0;
    } else if (c >= '0' && c <= '9') {
      out[part] = out[part] * 10 + (c - '0');
      ++digits;
    } else {
      return std::nullopt;
    }
  }
  if (digits != (part == 0 ? 4u : 2u)) return std::nullopt;
  if (part >= 1 && (out[1] < 1 || out[1] > 12)) return std::nullopt;
  if (part >= 2 && (out[2] < 1 || out[2] > 31)) return std::nullopt;
  return out;
}

int last_day(int year, int month) {
  const std::chrono::year_month_day_last day{std::chrono::year(year) / month / std::chrono::last};
  return static_cast<int>(static_cast<unsigned>(day.day()));
}

Period months(std::string_view name, int year, int from, int to) {
  return {std::string(name), fmt::format("{:04}-{:02}-01", year, from),
          fmt::format("{:04}-{:02}-{:02}", year, to, last_day(year, to))};
}

std::optional<Period> part_of_year(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto year = ymd(text.substr(0, 4));
  const int n = text[6] - '0';
  if (!year) return std::nullopt;
  if (text[5] == 'Q' && n >= 1 && n <= 4) return months(text, (*year)[0], n * 3 - 2, n * 3);
  if (text[5] == 'H' && n >= 1 && n <= 2) return months(text, (*year)[0], n * 6 - 5, n * 6);
  return std::nullopt;
}

// First and last day that a date of any precision can mean.
std::optional<Period> days(std::string_view text) {
  if (auto part = part_of_year(text)) return part;
  const auto d = ymd(text);
  if (!d) return std::nullopt;
  if (text.size() == 4) return months(text, (*d)[0], 1, 12);
  if (text.size() == 7) return months(text, (*d)[0], (*d)[1], (*d)[1]);
  return Period{std::string(text), std::string(text), std::string(text)};
}

}  // namespace

Result<Period> Period::parse(std::string_view text) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) {
    if (auto period = days(text)) return *period;
  } else {
    const auto from = days(text.substr(0, dots)), to = days(text.substr(dots + 2));
    if (from && to && from->first <= to->last) {
      return Period{std::string(text), from->first, to->last};
    }
  }
  return fail(Code::invalid, fmt::format("不是时期：{}", text), {},
              "例如 2024-11、2024-Q4、2024-H1、2024、2024-11-01..2024-11-15");
}

bool Period::holds(std::string_view date) const {
  const auto d = days(date);
  return d && first <= d->first && d->last <= last;
}

}  // namespace guanlan::compose
