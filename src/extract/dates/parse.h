// Reads one date expression at a place of the text; the pieces that find_expressions puts in order.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/dates/calendar.h"
#include "guanlan/span.h"

namespace guanlan::dates {

// A number up to four digits in Arabic or Chinese numerals, read at a place.
struct SmallNumber {
  int value = 0;
  std::uint32_t end = 0;
  int digits = 0;        // of Arabic numerals; 0: Chinese
  bool spelled = false;  // digit by digit: 二〇二四
};
[[nodiscard]] std::optional<SmallNumber> small_number(std::string_view text, std::uint32_t at);

struct Parsed {
  Point point;
  std::uint32_t end = 0;
};

// 2024年4月12日, 2024年底, 2024年第三季度, 2024年度, 24年4月12日.
[[nodiscard]] std::optional<Parsed> year_date(std::string_view text, std::uint32_t at);
// What may follow a year, right behind it: 4月12日, 上半年, 第三季度, 底. Always succeeds.
[[nodiscard]] Parsed after_year(std::string_view text, std::uint32_t at);
// 4月12日, 4月底, 4月份; Chinese numerals need a day or 份 (三月 may be a span of time).
[[nodiscard]] std::optional<Parsed> month_date(std::string_view text, std::uint32_t at);
// 12日, where it is no span of time (6日内, 拘留10日).
[[nodiscard]] std::optional<Parsed> day_date(std::string_view text, std::uint32_t at);
// 2024-04-12, 2024/4/12, 2024.4.12, 2024-04.
[[nodiscard]] std::optional<Parsed> numeric_date(std::string_view text, std::uint32_t at);
// 第三季度, 一季度.
[[nodiscard]] std::optional<Parsed> quarter_date(std::string_view text, std::uint32_t at);

// 第三季度末前, 上半年底前: behind the 末 or 底 of a span of time by whose end something is due.
[[nodiscard]] std::uint32_t to_its_end(std::string_view text, std::uint32_t at);

}  // namespace guanlan::dates
