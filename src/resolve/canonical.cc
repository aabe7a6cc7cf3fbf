#include "resolve/canonical.h"

#include <fmt/format.h>

namespace guanlan::canonical {

std::string words(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += ' ';
    out += part;
  }
  return out;
}

std::string number(double value) {
  const bool whole =
      value > -9e15 && value < 9e15 && value == static_cast<double>(static_cast<long long>(value));
  return whole ? fmt::format("{}", static_cast<long long>(value)) : fmt::format("{}", value);
}

std::string date(std::string_view value, std::string_view role) { return words({value, role}); }

std::string term(std::string_view value, std::string_view role, std::string_view derivation) {
  return words({value, role, derivation.empty() ? "" : ":", derivation});
}

std::string_view precision(std::string_view value) {
  switch (value.size()) {
    case 4:
      return "year";
    case 7:
      return value[5] == 'H' ? "half" : value[5] == 'Q' ? "quarter" : "month";
    case 10:
      return "day";
    default:
      return {};
  }
}

std::string figure(double value, std::string_view unit, std::string_view approx) {
  return words({number(value), unit, approx});
}

std::string sanction(std::string_view type, std::string_view target, std::optional<double> amount,
                     std::string_view currency, std::optional<double> count) {
  return words(
      {type, target, amount ? number(*amount) : "", currency, count ? "×" + number(*count) : ""});
}

std::string one_of(const std::vector<std::string>& candidates) {
  std::string out;
  for (const std::string& one : candidates) out += (out.empty() ? "" : " ? ") + one;
  return out;
}

std::string enumeration(double announced, double listed) {
  return number(announced) + "/" + number(listed);
}

}  // namespace guanlan::canonical
