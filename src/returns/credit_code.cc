#include <string_view>

#include "guanlan/returns.h"

namespace guanlan {

CreditCode check_credit_code(std::string_view code) {
  constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  constexpr int kModulus = 31;
  constexpr std::size_t kLength = 18;
  if (code.size() != kLength) return CreditCode::wrong_form;
  int sum = 0, weight = 1;
  for (std::size_t i = 0; i < kLength; ++i) {
    const std::size_t value = kAlphabet.find(code[i]);
    if (value == std::string_view::npos) return CreditCode::wrong_form;
    if (i + 1 == kLength) {
      const int check = (kModulus - sum % kModulus) % kModulus;
      return static_cast<int>(value) == check ? CreditCode::valid : CreditCode::wrong_check;
    }
    sum += static_cast<int>(value) * weight;
    weight = weight * 3 % kModulus;
  }
  return CreditCode::wrong_form;
}

}  // namespace guanlan
