#include "read/date_text.h"

#include <fmt/format.h>

#include <array>

namespace guanlan {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

struct Cursor {
  std::string_view text;
  std::size_t at;

  // Reads between `fewest` and `most` digits; -1 if there are fewer.
  int number(std::size_t fewest, std::size_t most) {
    std::size_t n = 0;
    int value = 0;
    while (n < most && at < text.size() && digit(text[at])) {
      value = value * 10 + (text[at++] - '0');
      ++n;
    }
    return n >= fewest ? value : -1;
  }
  bool skip(std::string_view word) {
    if (!text.substr(at).starts_with(word)) return false;
    at += word.size();
    return true;
  }
  void blanks() {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  }
};

bool plausible(int year, int month, int day) {
  constexpr std::array<int, 13> kDays{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 &&
         day <= kDays[static_cast<std::size_t>(month)];
}

std::string iso(int year, int month, int day) {
  return plausible(year, month, day) ? fmt::format("{:04}-{:02}-{:02}", year, month, day) : "";
}

bool separator(Cursor& c, std::string_view chinese) {
  c.blanks();
  const bool found = c.skip(chinese) || c.skip("-") || c.skip("/") || c.skip(".");
  c.blanks();
  return found;
}

// A year first: 2024-05-15 and its like.
std::string year_first(std::string_view text, std::size_t at) {
  Cursor c{text, at};
  const int year = c.number(4, 4);
  if (year < 0) return {};
  Cursor compact = c;
  const int month8 = compact.number(2, 2), day8 = compact.number(2, 2);
  if (day8 >= 0) {
    const bool more = compact.at < text.size() && digit(text[compact.at]);
    return more ? "" : iso(year, month8, day8);
  }
  if (!separator(c, "年")) return {};
  const int month = c.number(1, 2);
  if (month < 0 || !separator(c, "月")) return {};
  return iso(year, month, c.number(1, 2));
}

// 15 May 2024
std::string day_first(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  Cursor c{text, at};
  const int day = c.number(1, 2);
  c.blanks();
  for (std::size_t m = 0; m < kMonths.size(); ++m) {
    if (!c.skip(kMonths[m])) continue;
    while (c.at < text.size() && text[c.at] >= 'a' && text[c.at] <= 'z') ++c.at;
    c.blanks();
    const int year = c.number(4, 4);
    return iso(year, static_cast<int>(m) + 1, day);
  }
  return {};
}

}  // namespace

std::string find_date(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!digit(text[at])) continue;
    std::string found = year_first(text, at);
    if (found.empty()) found = day_first(text, at);
    if (!found.empty()) return found;
    while (at + 1 < text.size() && digit(text[at + 1])) ++at;
  }
  return {};
}

}  // namespace guanlan
