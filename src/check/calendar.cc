#include "check/calendar.h"

#include <algorithm>
#include <charconv>

#include "extract/around.h"
#include "extract/dates/parse.h"

namespace guanlan::checking {
namespace {

using dates::small_number;
using dates::SmallNumber;

constexpr std::string_view kYear = "年", kMonth = "月";

bool is_mark(char c) { return c == '-' || c == '/' || c == '.'; }

// 4月31日 at the number before 月.
std::optional<PrintedDate> month_and_day(std::string_view text, std::uint32_t at) {
  const auto month = small_number(text, at);
  if (!month || !around::starts(text, month->end, kMonth)) return {};
  const auto day = small_number(text, month->end + 3);
  if (!day) return {};
  if (!around::starts(text, day->end, "日") && !around::starts(text, day->end, "号")) return {};
  return PrintedDate{{at, day->end + 3}, 0, month->value, day->value, day->end + 3};
}

std::optional<PrintedDate> with_year(std::string_view text, std::uint32_t at,
                                     const SmallNumber& year) {
  if (year.digits != 4 && !year.spelled) return {};
  auto out = month_and_day(text, year.end + 3);
  if (!out) return {};
  out->year = year.value;
  out->span.begin = at;
  return out;
}

// 2024-04-31: both marks the same, the parts of two digits.
std::optional<PrintedDate> with_marks(std::string_view text, std::uint32_t at,
                                      const SmallNumber& year) {
  if (year.digits != 4 || year.value < 1900 || year.value > 2100) return {};
  if (year.end >= text.size() || text[year.end] != '-') return {};
  const auto month = small_number(text, year.end + 1);
  if (!month || month->digits != 2 || month->end >= text.size()) return {};
  if (text[month->end] != '-') return {};
  const auto day = small_number(text, month->end + 1);
  if (!day || day->digits != 2) return {};
  const char32_t after = around::next(text, day->end);
  if (utf8::is_digit(after) || utf8::is_latin(after) || after == '-') return {};
  return PrintedDate{{at, day->end}, year.value, month->value, day->value, day->end};
}

}  // namespace

std::vector<PrintedDate> printed_dates(std::string_view text) {
  std::vector<PrintedDate> out;
  char32_t before = '\n';
  for (std::uint32_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    const bool inside = utf8::is_digit(before) || utf8::is_latin(before) ||
                        is_mark(static_cast<char>(before < 128 ? before : 0));
    std::optional<PrintedDate> found;
    if (!inside && (utf8::is_digit(d.cp) || utf8::is_han(d.cp))) {
      if (const auto n = small_number(text, at)) {
        if (around::starts(text, n->end, kYear)) found = with_year(text, at, *n);
        if (!found && around::starts(text, n->end, kMonth)) found = month_and_day(text, at);
        if (!found) found = with_marks(text, at, *n);
        if (!found) {
          before = around::previous(text, n->end);
          at = n->end;
          continue;
        }
      }
    }
    if (found) {
      out.push_back(*found);
      at = found->end;
      before = U'日';
    } else {
      before = d.cp;
      at += d.size;
    }
  }
  return out;
}

int year_of_iso(std::string_view iso) {
  int year = 0;
  std::from_chars(iso.data(), iso.data() + std::min<std::size_t>(iso.size(), 4), year);
  return year;
}

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month != 2) return kDays[month - 1];
  const bool leap = year == 0 || (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return leap ? 29 : 28;
}

int weekday(int year, int month, int day) {
  constexpr int kShift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};  // Sakamoto
  const int y = month < 3 ? year - 1 : year;
  return (y + y / 4 - y / 100 + y / 400 + kShift[month - 1] + day) % 7;
}

}  // namespace guanlan::checking
