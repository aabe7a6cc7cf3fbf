#include "read/numbering.h"

#include <array>
#include <string_view>

#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
constexpr std::u32string_view kLegalDigits = U"零壹贰叁肆伍陆柒捌玖";
constexpr std::u32string_view kStems = U"甲乙丙丁戊己庚辛壬癸";
constexpr std::u32string_view kBranches = U"子丑寅卯辰巳午未申酉戌亥";

std::string one(char32_t cp) {
  std::string out;
  utf8::append(out, cp);
  return out;
}

// 0 < value < 100000 with the units 十百千万.
std::string counting(int value, std::u32string_view digits, std::u32string_view units,
                     bool ten_bare) {
  std::string out;
  bool zero = false;
  constexpr std::array<int, 5> kPowers{10000, 1000, 100, 10, 1};
  for (std::size_t i = 0; i < kPowers.size(); ++i) {
    const int digit = value / kPowers[i] % 10;
    if (digit == 0) {
      zero = !out.empty();
      continue;
    }
    if (zero) out += one(U'零');
    zero = false;
    const bool bare = ten_bare && kPowers[i] == 10 && digit == 1 && out.empty();
    if (!bare) out += one(digits[static_cast<std::size_t>(digit)]);
    if (i < 4) out += one(units[3 - i]);
  }
  return out;
}

std::string digit_by_digit(int value, char32_t (*digit)(int)) {
  std::string out;
  for (const char c : std::to_string(value)) out += one(digit(c - '0'));
  return out;
}

std::string roman(int value, bool upper) {
  if (value > 3999) return std::to_string(value);
  struct Step {
    int value;
    const char* letters;
  };
  constexpr std::array<Step, 13> kSteps{{{1000, "m"},
                                         {900, "cm"},
                                         {500, "d"},
                                         {400, "cd"},
                                         {100, "c"},
                                         {90, "xc"},
                                         {50, "l"},
                                         {40, "xl"},
                                         {10, "x"},
                                         {9, "ix"},
                                         {5, "v"},
                                         {4, "iv"},
                                         {1, "i"}}};
  std::string out;
  for (const Step& step : kSteps) {
    for (; value >= step.value; value -= step.value) out += step.letters;
  }
  if (upper) {
    for (char& c : out) c = static_cast<char>(c - 32);
  }
  return out;
}

// a … z, then aa, bb …, as word processors count.
std::string letters(int value, char first) {
  const auto times = static_cast<std::size_t>((value - 1) / 26 + 1);
  return std::string(times > 20 ? 20 : times, static_cast<char>(first + (value - 1) % 26));
}

std::string enclosed(int value, char32_t first) {
  return value <= 20 ? one(first + static_cast<char32_t>(value) - 1) : std::to_string(value);
}

}  // namespace

std::string format_number(int value, NumberFormat format) {
  if (format == NumberFormat::none || format == NumberFormat::bullet) return {};
  if (value <= 0 || value >= 100'000) return std::to_string(value);
  switch (format) {
    case NumberFormat::decimal_zero:
      return (value < 10 ? "0" : "") + std::to_string(value);
    case NumberFormat::decimal_full:
      return digit_by_digit(value, [](int d) { return static_cast<char32_t>(0xFF10 + d); });
    case NumberFormat::upper_roman:
      return roman(value, true);
    case NumberFormat::lower_roman:
      return roman(value, false);
    case NumberFormat::upper_letter:
      return letters(value, 'A');
    case NumberFormat::lower_letter:
      return letters(value, 'a');
    case NumberFormat::chinese:
      return counting(value, kDigits, U"十百千万", true);
    case NumberFormat::chinese_digits:
      return digit_by_digit(value, [](int d) { return kDigits[static_cast<std::size_t>(d)]; });
    case NumberFormat::chinese_legal:
      return counting(value, kLegalDigits, U"拾佰仟萬", false);
    case NumberFormat::stems:
      return one(kStems[static_cast<std::size_t>((value - 1) % 10)]);
    case NumberFormat::branches:
      return one(kBranches[static_cast<std::size_t>((value - 1) % 12)]);
    case NumberFormat::enclosed_circle:
      return enclosed(value, U'①');
    case NumberFormat::enclosed_paren:
      return enclosed(value, U'⑴');
    case NumberFormat::enclosed_stop:
      return enclosed(value, U'⒈');
    default:
      return std::to_string(value);
  }
}

}  // namespace guanlan
