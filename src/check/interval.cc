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

}  // namespace guanlan::checking
