#include "check/interval.h"

namespace guanlan::checking {

int printed_decimals(std::string_view text, const Amount& amount) {
  const std::string_view number = amount.number.of(text);
  const std::size_t point = number.find('.');
  if (point == std::string_view::npos) return 0;
  const std::size_t end = number.find_first_not_of("0123456789", point + 1);
  return static_cast<int>(std::min(end, number.size()) - point - 1);
}

std::string with_number(std::string_view text, const Amount& amount, double number) {
  const std::string_view tail = text.substr(amount.number.end, amount.span.end - amount.number.end);
  return decimal(number, printed_decimals(text, amount)) + std::string(tail);
}

std::string in_unit_of(std::string_view text, const Amount& amount, double value) {
  const std::string_view number = amount.number.of(text);
  const bool hundred_million = number.find("亿") != std::string_view::npos;
  const bool ten_thousand = number.find("万") != std::string_view::npos;
  const double scale = hundred_million ? 1e8 : ten_thousand ? 1e4 : 1;
  return decimal(value / scale, printed_decimals(text, amount)) +
         (hundred_million ? "亿"
          : ten_thousand  ? "万"
                          : "") +
         amount.unit;
}

}  // namespace guanlan::checking
